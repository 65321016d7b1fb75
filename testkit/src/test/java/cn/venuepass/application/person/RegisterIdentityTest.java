package cn.venuepass.application.person;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.identity;
import static cn.venuepass.application.Denial.Plain.IDENTITY_ALREADY_BOUND;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.person.RegisterIdentity.Identity;
import cn.venuepass.application.person.RegisterIdentity.Phone;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegisterIdentityTest {
  private final TestApplication app = new TestApplication();
  private final AccountId account = app.fixtures().anAccount();
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();

  @Test
  void viewShouldShowAnAccountWithoutAPersonAtFirst() {
    Profile profile = view(account);
    assertThat(profile.account().realNamed()).isFalse();
    assertThat(profile.account().consent()).isEmpty();
    assertThat(profile.person()).isEmpty();
  }

  @Test
  void registerShouldBindTheAccountToThePerson() {
    Identity identity = identity(idNumber);
    Profile profile = done(register(account, identity));
    assertThat(profile.account().realNamed()).isTrue();
    assertThat(profile.account().consent()).contains(identity.consent());
    assertThat(profile.person())
        .hasValueSatisfying(
            person -> {
              assertThat(person.idNumber()).isEqualTo(idNumber);
              assertThat(person.name()).contains(identity.name());
              assertThat(person.phone()).contains(new PhoneNumber("+8613800000000"));
            });
    assertThat(view(account)).isEqualTo(profile);
  }

  @Test
  void registerShouldFindThePersonWhomAManagerRegistered() {
    Person known = app.stores().people().findOrAdd(idNumber, Optional.empty());
    Profile profile = done(register(account, identity(idNumber)));
    assertThat(profile.person().map(Person::id)).contains(known.id());
  }

  @Test
  void registerShouldCorrectNamePhoneAndConsentOfTheSamePerson() {
    Profile before = done(register(account, identity(idNumber)));
    var correction =
        new Identity(
            idNumber,
            new PersonName("更名样本"),
            new PhoneNumber("+8613900000000"),
            new Consent("2026-02"));
    Profile after = done(register(account, correction));
    assertThat(after.person().map(Person::id)).isEqualTo(before.person().map(Person::id));
    assertThat(after.person().flatMap(Person::name)).contains(correction.name());
    assertThat(after.person().flatMap(Person::phone)).contains(new PhoneNumber("+8613900000000"));
    assertThat(after.account().consent()).contains(correction.consent());
    assertThat(view(account)).isEqualTo(after);
  }

  @Test
  void registerShouldTakeThePhoneThatWeChatKnows() {
    Profile profile = done(register(account, sharing("demo:13900000000")));
    assertThat(profile.person().flatMap(Person::phone)).contains(new PhoneNumber("+8613900000000"));
    assertThat(view(account)).isEqualTo(profile);
  }

  @Test
  void registerShouldRefuseACodeBehindWhichWeChatKnowsNoPhone() {
    assertThat(denied(register(account, sharing("demo:nobody")))).isEqualTo(UNKNOWN_CODE);
    assertThat(view(account).account().realNamed()).isFalse();
  }

  @Test
  void registerShouldNotAskWeChatMoreOftenThanItMay() {
    var limited =
        new TestApplication(
            InMemoryStore.create(),
            TestApplication.ACTIVATION_DELAY,
            (who, what, count) -> Optional.of(Duration.ofHours(1)));
    Result<Profile> result =
        limited.useCases().person().registerIdentity().register(account, sharing("demo:nobody"));
    assertThat(denied(result)).isEqualTo(new Denial.TooManyRequests(Duration.ofHours(1)));
  }

  @Test
  void registerShouldNotBindAnAccountToAnotherPersonLater() {
    Profile before = done(register(account, identity(idNumber)));
    assertThat(denied(register(account, identity(SampleIdNumbers.next()))))
        .isEqualTo(IDENTITY_ALREADY_BOUND);
    assertThat(view(account)).isEqualTo(before);
  }

  @Test
  void registerShouldNotTakeThePersonOfAnotherAccount() {
    Profile before = done(register(account, identity(idNumber)));
    AccountId other = app.fixtures().anAccount();
    var theft =
        new Identity(
            idNumber,
            new PersonName("冒名样本"),
            new PhoneNumber("+8613900000000"),
            new Consent("2026-02"));
    assertThat(denied(register(other, theft))).isEqualTo(IDENTITY_ALREADY_BOUND);
    assertThat(view(account)).isEqualTo(before);
    assertThat(view(other).account().realNamed()).isFalse();
  }

  @Test
  void aDeniedRegistrationShouldNotKeepAnAccountFromItsOwnPerson() {
    done(register(account, identity(idNumber)));
    AccountId other = app.fixtures().anAccount();
    assertThat(denied(register(other, identity(idNumber)))).isEqualTo(IDENTITY_ALREADY_BOUND);
    assertThat(done(register(other, identity(SampleIdNumbers.next()))).account().realNamed())
        .isTrue();
  }

  @Test
  void anUnknownAccountShouldNotBeFound() {
    var unknown = new AccountId(UUID.randomUUID());
    assertThat(denied(register(unknown, identity(idNumber)))).isEqualTo(NOT_FOUND);
    assertThat(denied(app.useCases().person().viewProfile().view(unknown))).isEqualTo(NOT_FOUND);
  }

  private Identity sharing(String code) {
    return new Identity(
        idNumber, new PersonName("居民样本"), new Phone.SharedByWeChat(code), new Consent("2026-01"));
  }

  private Result<Profile> register(AccountId who, Identity identity) {
    return app.useCases().person().registerIdentity().register(who, identity);
  }

  private Profile view(AccountId who) {
    return done(app.useCases().person().viewProfile().view(who));
  }
}
