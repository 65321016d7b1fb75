package cn.venuepass.application.access;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.SECOND_FACTOR_EXISTS;
import static cn.venuepass.application.Denial.Plain.SECOND_FACTOR_REQUIRED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.WRONG_PASSWORD;
import static cn.venuepass.application.Denial.Plain.WRONG_SECOND_FACTOR;
import static cn.venuepass.testkit.TestApplication.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Denial;
import cn.venuepass.application.OddStores;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.KeepOwnCredentials.Enrolment;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.NewPassword;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffObligation;
import cn.venuepass.domain.access.Username;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountedCodes;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryAccessTokens;
import cn.venuepass.testkit.memory.NamedWeChatLogin;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepOwnCredentialsTest {
  private static final NewPassword NEXT = new NewPassword("correct horse battery");

  private final TestApplication app = TestApplication.withSecondFactor();

  @BeforeEach
  void addTracer() {
    app.addStaff("tracer-1", Role.TRACER, app.fixtures().aCommunity());
  }

  @Test
  void changePasswordShouldEndTheOtherSessionsAlone() {
    SignedIn here = done(signIn(PASSWORD));
    SignedIn there = done(signIn(PASSWORD));
    done(own().changePassword(caller(here).orElseThrow(), PASSWORD, NEXT));
    assertThat(caller(here)).isPresent();
    assertThat(caller(there)).isEmpty();
    assertThat(denied(signIn(PASSWORD))).isEqualTo(SIGN_IN_FAILED);
    assertThat(done(signIn(NEXT.text())).roles()).containsExactly(Role.TRACER);
  }

  @Test
  void changePasswordShouldNotUndoAResetThatCameWhileTheCurrentOneWasChecked() {
    Caller.Staff caller = caller(done(signIn(PASSWORD))).orElseThrow();
    KeepOwnCredentials slow =
        AccessUseCases.over(
                app.stores(),
                new NamedWeChatLogin(),
                new SlowPasswords(
                    () -> app.stores().staff().setPassword(caller.account().id(), "reset", true)),
                new CountedCodes(),
                true,
                new InMemoryAccessTokens(app.clock()),
                new CodesBySms(message -> Delivery.REFUSED, CountingRateLimits.none(), false),
                UUID::randomUUID,
                app.clock())
            .keepOwnCredentials();
    assertThat(denied(slow.changePassword(caller, PASSWORD, NEXT))).isEqualTo(WRONG_PASSWORD);
    assertThat(app.stores().staff().findCredentials(caller.account().id()))
        .hasValueSatisfying(kept -> assertThat(kept.passwordHash()).isEqualTo("reset"));
  }

  @Test
  void changePasswordShouldMeetTheObligation() {
    var staff = app.stores().staff();
    var id = staff.findCredentials(new Username("tracer-1")).orElseThrow().account().id();
    String hash = staff.findCredentials(id).orElseThrow().passwordHash();
    staff.setPassword(id, hash, true);
    SignedIn signedIn = done(signIn(PASSWORD));
    assertThat(obligation(signedIn)).contains(StaffObligation.CHANGE_PASSWORD);
    done(own().changePassword(caller(signedIn).orElseThrow(), PASSWORD, NEXT));
    assertThat(obligation(signedIn)).contains(StaffObligation.ENROL_SECOND_FACTOR);
  }

  @Test
  void changePasswordShouldAskForTheCurrentOneFiveTimes() {
    Caller.Staff caller = caller(done(signIn(PASSWORD))).orElseThrow();
    for (int i = 0; i < 5; i++) {
      assertThat(denied(own().changePassword(caller, "guess-" + i, NEXT)))
          .isEqualTo(WRONG_PASSWORD);
    }
    assertThat(denied(own().changePassword(caller, PASSWORD, NEXT)))
        .isEqualTo(new Denial.TooManyRequests(Duration.ofMinutes(1)));
  }

  @Test
  void aPasswordWithTheUsernameShouldBeTooEasy() {
    Caller.Staff caller = caller(done(signIn(PASSWORD))).orElseThrow();
    assertThatThrownBy(
            () -> own().changePassword(caller, PASSWORD, new NewPassword("my-TRACER-1-password")))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("newPassword: TOO_EASY");
    assertThat(done(signIn(PASSWORD)).roles()).isNotEmpty();
  }

  @Test
  void anAppShouldCountFromItsConfirmationOn() {
    SignedIn signedIn = done(signIn(PASSWORD));
    assertThat(obligation(signedIn)).contains(StaffObligation.ENROL_SECOND_FACTOR);
    Caller.Staff caller = caller(signedIn).orElseThrow();
    Enrolment first = done(own().enrol(caller));
    Enrolment enrolment = done(own().enrol(caller));
    assertThat(enrolment.secret()).isNotEqualTo(first.secret());
    assertThat(enrolment.uri().toString()).contains(enrolment.secret(), "tracer-1");
    assertThat(enrolment.toString()).doesNotContain(enrolment.secret());
    assertThat(done(signIn(PASSWORD)).obligation()).contains(StaffObligation.ENROL_SECOND_FACTOR);
    assertThat(denied(own().confirm(caller, code(first)))).isEqualTo(WRONG_SECOND_FACTOR);
    assertThat(done(own().confirm(caller, code(enrolment))).id()).isEqualTo(caller.account().id());
    assertThat(obligation(signedIn)).isEmpty();
    assertThat(denied(signIn(PASSWORD))).isEqualTo(SECOND_FACTOR_REQUIRED);
    assertThat(denied(own().enrol(caller))).isEqualTo(SECOND_FACTOR_EXISTS);
  }

  @Test
  void aConfirmationThatCannotBeNotedShouldNotBeMade() {
    Caller.Staff caller = caller(done(signIn(PASSWORD))).orElseThrow();
    Enrolment enrolment = done(own().enrol(caller));
    var mute = new TestApplication(OddStores.withoutAuditLog(app.stores()));
    assertThatThrownBy(
            () -> mute.useCases().access().keepOwnCredentials().confirm(caller, code(enrolment)))
        .isInstanceOf(AssertionError.class);
    assertThat(done(signIn(PASSWORD)).obligation()).contains(StaffObligation.ENROL_SECOND_FACTOR);
    assertThat(done(own().confirm(caller, code(enrolment))).id()).isEqualTo(caller.account().id());
  }

  @Test
  void withoutAnEnrolmentNoCodeShouldBeRight() {
    Caller.Staff caller = caller(done(signIn(PASSWORD))).orElseThrow();
    assertThat(denied(own().confirm(caller, "000000"))).isEqualTo(WRONG_SECOND_FACTOR);
  }

  private KeepOwnCredentials own() {
    return app.useCases().access().keepOwnCredentials();
  }

  private String code(Enrolment enrolment) {
    return CountedCodes.codeAt(enrolment.secret(), app.clock().instant());
  }

  private Result<SignedIn> signIn(String password) {
    return app.useCases()
        .access()
        .signIn()
        .asStaff(new Username("tracer-1"), password, Optional.empty());
  }

  private Optional<Caller.Staff> caller(SignedIn signedIn) {
    return app.useCases()
        .access()
        .identifyCaller()
        .identify(signedIn.accessToken())
        .map(Caller.Staff.class::cast);
  }

  private Optional<StaffObligation> obligation(SignedIn signedIn) {
    return caller(signedIn).flatMap(Caller.Staff::obligation);
  }
}
