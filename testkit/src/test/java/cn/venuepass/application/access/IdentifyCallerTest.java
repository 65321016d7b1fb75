package cn.venuepass.application.access;

import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.identity;
import static cn.venuepass.testkit.TestApplication.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.OddStores;
import cn.venuepass.application.access.AccessTokens.Claims;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.person.Profile;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountedCodes;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryAccessTokens;
import cn.venuepass.testkit.memory.NamedWeChatLogin;
import cn.venuepass.testkit.memory.ReversedPasswords;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentifyCallerTest {
  private static final Duration ACCESS = Duration.ofMinutes(15);
  private static final Duration STAFF_SESSION = Duration.ofHours(12);

  private final TestApplication app = new TestApplication();

  @Test
  void identifyShouldFindAResidentUntilTheTokenExpires() {
    SignedIn signedIn = done(app.useCases().access().signIn().withWeChat("demo:ann"));
    app.clock().advance(ACCESS.minusMillis(1));
    assertThat(identify(signedIn))
        .hasValueSatisfying(
            caller -> {
              assertThat(caller.roles()).containsExactly(Role.RESIDENT);
              assertThat(((Caller.Resident) caller).account().value())
                  .isEqualTo(signedIn.subject());
              assertThat(((Caller.Resident) caller).person()).isEmpty();
            });
    app.clock().advance(Duration.ofMillis(1));
    assertThat(identify(signedIn)).isEmpty();
  }

  @Test
  void identifyShouldSeeAtOnceThatAResidentIsRealNamed() {
    SignedIn signedIn = done(app.useCases().access().signIn().withWeChat("demo:ann"));
    Profile profile = register(signedIn);
    assertThat(personOf(signedIn)).isPresent().isEqualTo(profile.person().map(Person::id));
  }

  @Test
  void aRefreshedTokenShouldNameThePersonWhoRegisteredMeanwhile() {
    SignedIn signedIn = done(app.useCases().access().signIn().withWeChat("demo:ann"));
    Profile profile = register(signedIn);
    SignedIn next = done(app.useCases().access().refreshSession().refresh(signedIn.refreshToken()));
    assertThat(next.realNamed()).isTrue();
    assertThat(personOf(next)).isPresent().isEqualTo(profile.person().map(Person::id));
  }

  @Test
  void identifyAtDoorShouldAskNoStoreForARealNamedResident() {
    MovableClock clock = MovableClock.monday();
    var tokens = new InMemoryAccessTokens(clock);
    var access =
        AccessUseCases.over(
            OddStores.thatNobodyMayAsk(),
            new NamedWeChatLogin(),
            new ReversedPasswords(),
            new CountedCodes(),
            false,
            tokens,
            new CodesBySms(message -> Delivery.REFUSED, CountingRateLimits.none(), false),
            UUID::randomUUID,
            clock);
    var session = new SessionId(new UUID(1, 1));
    var account = new AccountId(new UUID(2, 2));
    var person = Optional.of(new PersonId(new UUID(3, 3)));
    String token =
        tokens.issue(
            new Claims(session, new Subject.OfAccount(account), person),
            clock.instant().plus(ACCESS));
    assertThat(access.identifyCaller().identifyAtDoor(token))
        .contains(new Caller.Resident(session, account, person));
  }

  @Test
  void identifyShouldFindStaffWithTheirJurisdiction() {
    StaffAccount account = app.addStaff("reviewer-1", Role.REVIEWER, app.fixtures().aCommunity());
    SignedIn signedIn = asStaff();
    assertThat(identify(signedIn))
        .hasValueSatisfying(
            caller -> assertThat(((Caller.Staff) caller).account()).isEqualTo(account));
    app.clock().advance(ACCESS);
    assertThat(identify(signedIn)).isEmpty();
  }

  @Test
  void identifyShouldNotFindStaffAfterSigningOut() {
    app.addStaff("reviewer-1", Role.REVIEWER, app.fixtures().aCommunity());
    SignedIn signedIn = asStaff();
    app.useCases().access().signOut().end(identify(signedIn).orElseThrow().session());
    assertThat(identify(signedIn)).isEmpty();
  }

  @Test
  void identifyShouldNotFindAResidentAfterSigningOut() {
    SignedIn signedIn = done(app.useCases().access().signIn().withWeChat("demo:ann"));
    Profile unused = register(signedIn);
    SignedIn named = done(app.useCases().access().signIn().withWeChat("demo:ann"));
    app.useCases().access().signOut().end(identify(named).orElseThrow().session());
    assertThat(identify(named)).isEmpty();
    assertThat(identify(signedIn)).isPresent();
  }

  @Test
  void identifyAtDoorShouldAskForStaffAndForWhomNobodyKnowsYet() {
    app.addStaff("reviewer-1", Role.REVIEWER, app.fixtures().aCommunity());
    SignedIn staff = asStaff();
    SignedIn nameless = done(app.useCases().access().signIn().withWeChat("demo:ann"));
    assertThat(identifyAtDoor(staff)).isPresent();
    assertThat(identifyAtDoor(nameless)).isPresent();
    app.useCases().access().signOut().end(identify(staff).orElseThrow().session());
    app.useCases().access().signOut().end(identify(nameless).orElseThrow().session());
    assertThat(identifyAtDoor(staff)).isEmpty();
    assertThat(identifyAtDoor(nameless)).isEmpty();
  }

  @Test
  void identifyShouldNotFindStaffWhoWereDisabled() {
    StaffAccount account = app.addStaff("reviewer-1", Role.REVIEWER, app.fixtures().aCommunity());
    SignedIn signedIn = asStaff();
    assertThat(app.stores().staff().replace(account.disabled())).isTrue();
    assertThat(identify(signedIn)).isEmpty();
  }

  @Test
  void identifyShouldNotFindStaffOfASessionThatExpiredBeforeItsToken() {
    app.addStaff("reviewer-1", Role.REVIEWER, app.fixtures().aCommunity());
    SignedIn first = asStaff();
    app.clock().advance(STAFF_SESSION.minusMillis(1));
    SignedIn last = done(app.useCases().access().refreshSession().refresh(first.refreshToken()));
    assertThat(identify(last)).isPresent();
    app.clock().advance(Duration.ofMillis(1));
    assertThat(identify(last)).isEmpty();
  }

  @Test
  void identifyShouldNotFindStaffOfASessionThatAUsedUpTokenEnded() {
    app.addStaff("reviewer-1", Role.REVIEWER, app.fixtures().aCommunity());
    SignedIn first = asStaff();
    var refreshSession = app.useCases().access().refreshSession();
    SignedIn next = done(refreshSession.refresh(first.refreshToken()));
    assertThat(identify(next)).isPresent();
    refreshSession.refresh(first.refreshToken());
    assertThat(identify(next)).isEmpty();
  }

  @Test
  void identifyShouldNotFindWhoHoldsAForgedToken() {
    assertThat(app.useCases().access().identifyCaller().identify("forged")).isEmpty();
  }

  private Optional<Caller> identify(SignedIn signedIn) {
    return app.useCases().access().identifyCaller().identify(signedIn.accessToken());
  }

  private Optional<Caller> identifyAtDoor(SignedIn signedIn) {
    return app.useCases().access().identifyCaller().identifyAtDoor(signedIn.accessToken());
  }

  private Optional<PersonId> personOf(SignedIn signedIn) {
    return identify(signedIn).flatMap(caller -> ((Caller.Resident) caller).person());
  }

  private SignedIn asStaff() {
    return done(
        app.useCases()
            .access()
            .signIn()
            .asStaff(new Username("reviewer-1"), PASSWORD, Optional.empty()));
  }

  private Profile register(SignedIn signedIn) {
    return done(
        app.useCases()
            .person()
            .registerIdentity()
            .register(new AccountId(signedIn.subject()), identity(SampleIdNumbers.next())));
  }
}
