package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.person.FamilyRepository.Added;
import cn.venuepass.domain.pass.PaperPass;
import cn.venuepass.domain.pass.PaperPassId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.testkit.SampleIdNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.person.FamilyRepository} and {@link
 * cn.venuepass.application.person.PaperPassRepository}.
 */
public interface FamilyContract extends StoreContract {

  @Test
  default void aLinkShouldComeBackAsItWasAdded() {
    AccountId guardian = fixtures().anAccount();
    FamilyLink link = fixtures().aFamilyLink(guardian, fixtures().aPerson().id());
    assertThat(stores().family().find(guardian, link.id())).contains(link);
    assertThat(stores().family().listOf(guardian)).containsExactly(link);
    assertThat(stores().family().find(fixtures().anAccount(), link.id())).isEmpty();
    assertThat(stores().family().listOf(fixtures().anAccount())).isEmpty();
  }

  @Test
  default void ofLinksToOnePersonAtOnceOneShouldBeAdded() {
    AccountId guardian = fixtures().anAccount();
    PersonId person = fixtures().aPerson().id();
    List<Added> added =
        AtOnce.run(6, i -> stores().family().add(fixtures().newFamilyLink(guardian, person)));
    assertThat(added).containsOnlyOnce(Added.ADDED).contains(Added.EXISTS);
    assertThat(stores().family().listOf(guardian)).hasSize(1);
  }

  @Test
  default void anAccountShouldLookAfterSoManyAtMostEvenAtOnce() {
    AccountId guardian = fixtures().anAccount();
    List<Person> people = Stream.generate(() -> fixtures().aPerson()).limit(14).toList();
    List<Added> added =
        AtOnce.run(
            14, i -> stores().family().add(fixtures().newFamilyLink(guardian, people.get(i).id())));
    assertThat(added).filteredOn(Added.ADDED::equals).hasSize(FamilyLink.MOST);
    assertThat(added).filteredOn(Added.FULL::equals).hasSize(4);
  }

  @Test
  default void aLinkToSomebodyWithAnAccountShouldRest() {
    AccountId guardian = fixtures().anAccount();
    PersonId person = fixtures().aPerson().id();
    FamilyLink link = fixtures().aFamilyLink(guardian, person);
    assertThat(stores().accounts().hasAccount(person)).isFalse();
    boolean bound =
        stores()
            .accounts()
            .bind(fixtures().anAccount(), person, new Consent("2026-1"), clock().instant());
    assertThat(bound).isTrue();
    assertThat(stores().accounts().hasAccount(person)).isTrue();
    assertThat(stores().family().listOf(guardian)).isEmpty();
    assertThat(stores().family().find(guardian, link.id())).isEmpty();
    assertThat(stores().family().remove(guardian, link.id())).isFalse();
  }

  @Test
  default void aLinkShouldBeRemovedOnceByItsOwner() {
    AccountId guardian = fixtures().anAccount();
    PersonId person = fixtures().aPerson().id();
    FamilyLink link = fixtures().aFamilyLink(guardian, person);
    assertThat(stores().family().remove(fixtures().anAccount(), link.id())).isFalse();
    assertThat(stores().family().remove(guardian, link.id())).isTrue();
    assertThat(stores().family().remove(guardian, link.id())).isFalse();
    assertThat(stores().family().add(fixtures().newFamilyLink(guardian, person)))
        .isEqualTo(Added.ADDED);
  }

  @Test
  default void findByIdNumberShouldAddNobody() {
    var unknown = SampleIdNumbers.next();
    assertThat(stores().people().findByIdNumber(unknown)).isEmpty();
    assertThat(stores().people().findByIdNumber(unknown)).isEmpty();
    Person person = stores().people().findOrAdd(unknown, Optional.empty());
    assertThat(stores().people().findByIdNumber(unknown)).contains(person.id());
  }

  @Test
  default void issuingAPaperPassShouldRevokeTheOneBefore() {
    PersonId person = fixtures().aPerson().id();
    PaperPass first = aPaperPass(person);
    stores().paperPasses().issue(first);
    assertThat(stores().paperPasses().findGood(person)).contains(first);
    clock().advance(Duration.ofMinutes(1));
    PaperPass second = aPaperPass(person);
    stores().paperPasses().issue(second);

    assertThat(stores().paperPasses().findGood(person)).contains(second);
    assertThat(stores().paperPasses().find(second.id())).contains(second);
    Instant revoked = clock().instant();
    assertThat(stores().paperPasses().find(first.id()).flatMap(PaperPass::revokedAt))
        .contains(revoked);
    assertThat(stores().paperPasses().find(new PaperPassId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void ofPaperPassesIssuedAtOnceOneShouldBeGood() {
    PersonId person = fixtures().aPerson().id();
    List<PaperPass> passes = Stream.generate(() -> aPaperPass(person)).limit(6).toList();
    List<PaperPassId> issued =
        AtOnce.run(
            6,
            i -> {
              stores().paperPasses().issue(passes.get(i));
              return passes.get(i).id();
            });
    assertThat(
            issued.stream()
                .flatMap(id -> stores().paperPasses().find(id).stream())
                .filter(pass -> pass.revokedAt().isEmpty()))
        .hasSize(1);
    assertThat(stores().paperPasses().revoke(person, clock().instant())).isTrue();
    assertThat(stores().paperPasses().revoke(person, clock().instant())).isFalse();
    assertThat(stores().paperPasses().findGood(person)).isEmpty();
  }

  private PaperPass aPaperPass(PersonId person) {
    return PaperPass.issued(
        new PaperPassId(UUID.randomUUID()), person, fixtures().anAccount(), clock().instant());
  }
}
