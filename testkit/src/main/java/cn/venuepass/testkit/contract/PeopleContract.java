package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.person.Reach;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.SamplePhones;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.person.AccountRepository} and {@link
 * cn.venuepass.application.person.PersonRepository}.
 */
public interface PeopleContract extends StoreContract {

  @Test
  default void findOrAddShouldGiveOneAccountPerIdentity() {
    var identity = new WeChatIdentity("open-" + UUID.randomUUID());
    var accounts = AtOnce.run(8, i -> stores().accounts().findOrAdd(identity, clock().instant()));
    assertThat(new HashSet<>(accounts)).hasSize(1);
    assertThat(accounts.get(0).realNamed()).isFalse();
    assertThat(stores().accounts().find(accounts.get(0).id())).contains(accounts.get(0));
  }

  @Test
  default void findShouldFindNoUnknownAccount() {
    assertThat(stores().accounts().find(new AccountId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void bindShouldGiveAPersonToOneOfManyAccounts() {
    PersonId person = fixtures().aPerson().id();
    var bound = AtOnce.run(6, i -> bind(fixtures().anAccount(), person));
    assertThat(bound).containsOnlyOnce(true);
  }

  @Test
  default void bindShouldKeepAnAccountToItsPerson() {
    AccountId account = fixtures().anAccount();
    Person first = fixtures().aPerson();
    assertThat(bind(account, first.id())).isTrue();
    assertThat(bind(account, first.id())).isTrue();
    assertThat(bind(account, fixtures().aPerson().id())).isFalse();
    assertThat(stores().accounts().find(account).flatMap(Account::person)).contains(first.id());
    assertThat(stores().accounts().find(account).flatMap(Account::consent))
        .contains(new Consent("2026-1"));
  }

  @Test
  default void peopleOfShouldFindThoseBehindRealNamedAccounts() {
    AccountId named = fixtures().anAccount();
    PersonId person = fixtures().aPerson().id();
    assertThat(bind(named, person)).isTrue();
    assertThat(stores().accounts().peopleOf(List.of(named, fixtures().anAccount(), named)))
        .containsExactly(person);
    assertThat(stores().accounts().peopleOf(List.of())).isEmpty();
  }

  @Test
  default void bindShouldFailForAnUnknownAccount() {
    assertThat(bind(new AccountId(UUID.randomUUID()), fixtures().aPerson().id())).isFalse();
  }

  @Test
  default void findOrAddShouldGiveOnePersonPerIdNumber() {
    var idNumber = SampleIdNumbers.next();
    var people = AtOnce.run(8, i -> stores().people().findOrAdd(idNumber, Optional.empty()));
    assertThat(new HashSet<>(people)).hasSize(1);
  }

  @Test
  default void findOrAddShouldKeepTheNameOfAKnownPerson() {
    var idNumber = SampleIdNumbers.next();
    Person known = stores().people().findOrAdd(idNumber, Optional.of(new PersonName("张样本")));
    Person again = stores().people().findOrAdd(idNumber, Optional.of(new PersonName("李样本")));
    assertThat(again).isEqualTo(known);
  }

  @Test
  default void updateShouldReplaceNameAndPhone() {
    Person known = fixtures().aPerson();
    var changed =
        new Person(
            known.id(),
            known.idNumber(),
            Optional.of(new PersonName("阿卜杜拉·样本")),
            Optional.of(new PhoneNumber("+8613900000000")));
    stores().people().update(changed);
    assertThat(stores().people().find(known.id())).contains(changed);
  }

  @Test
  default void findAllShouldLeaveOutWhoDoesNotExist() {
    Person first = fixtures().aPerson();
    Person second = fixtures().aPerson();
    var unknown = new PersonId(UUID.randomUUID());
    assertThat(stores().people().findAll(List.of(first.id(), unknown, second.id())))
        .containsExactlyInAnyOrder(first, second);
    assertThat(stores().people().findAll(List.of())).isEmpty();
  }

  @Test
  default void findOrAddShouldGiveOneAccountPerPhone() {
    PhoneNumber phone = SamplePhones.next();
    var accounts = AtOnce.run(8, i -> stores().accounts().findOrAdd(phone, clock().instant()));
    assertThat(new HashSet<>(accounts)).hasSize(1);
    assertThat(stores().accounts().find(accounts.get(0).id())).contains(accounts.get(0));
    assertThat(stores().accounts().reachOf(accounts.get(0).id()))
        .contains(new Reach(Optional.empty(), Optional.of(phone)));
  }

  @Test
  default void attachShouldMakeAPhoneSignInToTheAccount() {
    var identity = new WeChatIdentity("open-" + UUID.randomUUID());
    Account account = stores().accounts().findOrAdd(identity, clock().instant());
    PhoneNumber first = SamplePhones.next();
    PhoneNumber second = SamplePhones.next();
    assertThat(attach(account.id(), first)).isTrue();
    assertThat(attach(account.id(), first)).isTrue();
    assertThat(attach(account.id(), second)).isTrue();
    assertThat(stores().accounts().findOrAdd(second, clock().instant())).isEqualTo(account);
    assertThat(stores().accounts().findOrAdd(first, clock().instant())).isNotEqualTo(account);
    assertThat(stores().accounts().reachOf(account.id()))
        .contains(new Reach(Optional.of(identity), Optional.of(second)));
  }

  @Test
  default void attachShouldGiveAPhoneToOneOfManyAccounts() {
    PhoneNumber phone = SamplePhones.next();
    var attached = AtOnce.run(6, i -> attach(fixtures().anAccount(), phone));
    assertThat(attached).containsOnlyOnce(true);
    assertThat(attach(new AccountId(UUID.randomUUID()), SamplePhones.next())).isFalse();
  }

  @Test
  default void reachOfShouldFindTheAccountOfAPerson() {
    Person person = fixtures().aPerson();
    assertThat(stores().accounts().reachOf(person.id())).isEmpty();
    PhoneNumber phone = SamplePhones.next();
    AccountId account = stores().accounts().findOrAdd(phone, clock().instant()).id();
    assertThat(bind(account, person.id())).isTrue();
    assertThat(stores().accounts().reachOf(person.id()))
        .contains(new Reach(Optional.empty(), Optional.of(phone)));
    assertThat(stores().accounts().reachOf(new AccountId(UUID.randomUUID()))).isEmpty();
  }

  private boolean attach(AccountId account, PhoneNumber phone) {
    return stores().accounts().attach(account, phone, clock().instant());
  }

  private boolean bind(AccountId account, PersonId person) {
    return stores().accounts().bind(account, person, new Consent("2026-1"), clock().instant());
  }
}
