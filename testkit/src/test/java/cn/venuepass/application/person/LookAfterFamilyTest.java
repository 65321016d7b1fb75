package cn.venuepass.application.person;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Denial.Plain.FAMILY_FULL;
import static cn.venuepass.application.Denial.Plain.FAMILY_MEMBER_EXISTS;
import static cn.venuepass.application.Denial.Plain.FAMILY_MEMBER_HAS_ACCOUNT;
import static cn.venuepass.application.Denial.Plain.IDENTITY_REQUIRED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Families.MOTHER;
import static cn.venuepass.application.Families.NAME;
import static cn.venuepass.application.Families.aFamilyMember;
import static cn.venuepass.application.Families.aPaperPass;
import static cn.venuepass.application.LoggedEvents.lookup;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.LoggedEvents.Logged;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LookAfterFamilyTest {
  private final TestApplication app = new TestApplication();
  private final Caller.Resident guardian = aResident(app);
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();
  private final Optional<CreationKey> key =
      Optional.of(new CreationKey(guardian.account(), "family", "key-1"));

  @Test
  void addShouldLinkThePersonWithTheGuardiansConsent() {
    FamilyMember member = done(add(guardian, idNumber, Optional.empty()));
    assertThat(member.maskedIdNumber()).isEqualTo(idNumber.masked());
    assertThat(member.underFourteen()).isFalse();
    FamilyLink link = member.link();
    assertThat(link.guardian()).isEqualTo(guardian.account());
    assertThat(app.stores().people().findByIdNumber(idNumber)).contains(link.person());
    assertThat(link.name()).isEqualTo(NAME);
    assertThat(link.relation()).isEqualTo(MOTHER);
    assertThat(link.consent()).isEqualTo(new Consent("2026-01"));
    assertThat(link.since()).isEqualTo(app.clock().instant());
    assertThat(family().list(guardian)).containsExactly(member);
  }

  @Test
  void addShouldRequireAnIdentity() {
    Caller.Resident stranger = aStranger(app);
    assertThat(denied(add(stranger, idNumber, Optional.empty()))).isEqualTo(IDENTITY_REQUIRED);
    assertThat(app.stores().people().findByIdNumber(idNumber)).isEmpty();
    assertThat(LoggedEvents.of(app)).isEmpty();
  }

  @Test
  void addShouldBeDeniedForSomebodyWhomTheAccountLooksAfterAlready() {
    done(add(guardian, idNumber, Optional.empty()));
    assertThat(denied(add(guardian, idNumber, key))).isEqualTo(FAMILY_MEMBER_EXISTS);
    assertThat(family().list(guardian)).hasSize(1);
  }

  @Test
  void twoShouldLookAfterOnePersonEach() {
    Caller.Resident other = aResident(app);
    FamilyLink mine = done(add(guardian, idNumber, Optional.empty())).link();
    FamilyLink theirs = done(add(other, idNumber, Optional.empty())).link();
    assertThat(theirs.person()).isEqualTo(mine.person());
    assertThat(family().list(other)).extracting(FamilyMember::link).containsExactly(theirs);
  }

  @Test
  void addShouldBeDeniedForAnEleventh() {
    for (int i = 0; i < 10; i++) {
      FamilyLink unused = aFamilyMember(app, guardian);
    }
    assertThat(denied(add(guardian, idNumber, Optional.empty()))).isEqualTo(FAMILY_FULL);
    done(family().remove(guardian, family().list(guardian).get(0).link().id()));
    done(add(guardian, idNumber, Optional.empty()));
  }

  @Test
  void addShouldBeDeniedForSomebodyWithAnAccount() {
    aResident(app, idNumber);
    assertThat(denied(add(guardian, idNumber, Optional.empty())))
        .isEqualTo(FAMILY_MEMBER_HAS_ACCOUNT);
    assertThat(family().list(guardian)).isEmpty();
  }

  @Test
  void addShouldBeDeniedForOneself() {
    Caller.Resident self = aResident(app, idNumber);
    assertThat(denied(add(self, idNumber, Optional.empty()))).isEqualTo(FAMILY_MEMBER_HAS_ACCOUNT);
  }

  @Test
  void aLinkShouldRestOnceTheMemberHasAnAccount() {
    FamilyLink link = done(add(guardian, idNumber, Optional.empty())).link();
    aResident(app, idNumber);
    assertThat(family().list(guardian)).isEmpty();
    assertThat(denied(family().remove(guardian, link.id()))).isEqualTo(NOT_FOUND);
  }

  @Test
  void listShouldShowTheMembersInTheOrderInWhichTheyWereAdded() {
    FamilyLink first = aFamilyMember(app, guardian);
    FamilyLink second = aFamilyMember(app, guardian);
    FamilyLink unused = aFamilyMember(app, aResident(app));
    assertThat(family().list(guardian))
        .extracting(FamilyMember::link)
        .containsExactly(first, second);
  }

  @Test
  void addShouldMarkAChildUntilTheFourteenthBirthdayInChina() {
    ResidentIdNumber bornAtTheBeginningOf1880 = SampleIdNumbers.of(0);
    turnClockTo("1893-12-31T04:00:00Z");
    assertThat(done(add(guardian, bornAtTheBeginningOf1880, Optional.empty())).underFourteen())
        .isTrue();
    turnClockTo("1893-12-31T16:30:00Z");
    assertThat(family().list(guardian))
        .singleElement()
        .satisfies(member -> assertThat(member.underFourteen()).isFalse());
  }

  @Test
  void addShouldFindWhatTheSameKeyCreated() {
    FamilyMember member = done(add(guardian, idNumber, key));
    app.clock().advance(Duration.ofMinutes(1));
    assertThat(done(add(guardian, idNumber, key))).isEqualTo(member);
    assertThat(family().list(guardian)).containsExactly(member);
  }

  @Test
  void addShouldNotBringBackWhomTheSameKeyAddedAndSomebodyRemoved() {
    FamilyMember member = done(add(guardian, idNumber, key));
    done(family().remove(guardian, member.link().id()));
    assertThat(denied(add(guardian, idNumber, key))).isEqualTo(NOT_FOUND);
  }

  @Test
  void addShouldBeLogged() {
    FamilyLink link = done(add(guardian, idNumber, Optional.empty())).link();
    assertThat(LoggedEvents.of(app))
        .containsExactly(
            new Logged(
                Actor.guardian(guardian.account()),
                lookup(AuditPurpose.FAMILY, Optional.empty(), List.of(link.person())),
                app.clock().instant()));
  }

  @Test
  void addShouldBeLoggedEvenIfItIsDenied() {
    aResident(app, idNumber);
    Denial unused = denied(add(guardian, idNumber, Optional.empty()));
    assertThat(LoggedEvents.of(app)).hasSize(1);
  }

  @Test
  void addShouldBeLimited() {
    var strict =
        new TestApplication(
            InMemoryStore.create(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(1));
    Caller.Resident carer = aResident(strict);
    FamilyLink unused = aFamilyMember(strict, carer);
    LookAfterFamily strictly = strict.useCases().person().lookAfterFamily();
    assertThat(denied(strictly.add(carer, idNumber, NAME, MOTHER, Optional.empty())))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
    assertThat(strict.stores().people().findByIdNumber(idNumber)).isEmpty();
    assertThat(LoggedEvents.of(strict)).hasSize(1);
  }

  @Test
  void removeShouldEndTheLink() {
    FamilyLink link = aFamilyMember(app, guardian);
    assertThat(done(family().remove(guardian, link.id()))).isEqualTo(link.id());
    assertThat(family().list(guardian)).isEmpty();
    assertThat(denied(family().remove(guardian, link.id()))).isEqualTo(NOT_FOUND);
  }

  @Test
  void removeShouldNotFindTheMemberOfSomebodyElse() {
    FamilyLink link = aFamilyMember(app, guardian);
    assertThat(denied(family().remove(aResident(app), link.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(family().remove(guardian, new FamilyLinkId(UUID.randomUUID()))))
        .isEqualTo(NOT_FOUND);
    assertThat(family().list(guardian)).hasSize(1);
  }

  @Test
  void removeShouldRevokeThePaperPassThatTheAccountIssued() {
    FamilyLink link = aFamilyMember(app, guardian);
    String code = aPaperPass(app, guardian, link);
    assertThat(code).isNotBlank();
    done(family().remove(guardian, link.id()));
    assertThat(app.stores().paperPasses().findGood(link.person())).isEmpty();
  }

  @Test
  void removeShouldLeaveThePaperPassOfAnotherGuardian() {
    Caller.Resident other = aResident(app);
    FamilyLink mine = aFamilyMember(app, guardian, idNumber);
    FamilyLink theirs = aFamilyMember(app, other, idNumber);
    String code = aPaperPass(app, other, theirs);
    done(family().remove(guardian, mine.id()));
    assertThat(done(app.useCases().pass().managePaperPasses().view(other, theirs.id())).code())
        .isEqualTo(code);
  }

  private Result<FamilyMember> add(
      Caller.Resident who, ResidentIdNumber number, Optional<CreationKey> creation) {
    return family().add(who, number, NAME, MOTHER, creation);
  }

  private void turnClockTo(String time) {
    app.clock().advance(Duration.between(app.clock().instant(), Instant.parse(time)));
  }

  private LookAfterFamily family() {
    return app.useCases().person().lookAfterFamily();
  }
}
