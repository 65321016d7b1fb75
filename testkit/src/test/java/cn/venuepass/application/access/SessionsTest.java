package cn.venuepass.application.access;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.SESSION_ENDED;
import static cn.venuepass.testkit.TestApplication.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
  private static final Duration RESIDENT_SESSION = Duration.ofDays(30);
  private static final Duration STAFF_SESSION = Duration.ofHours(12);

  private final TestApplication app = new TestApplication();

  @Test
  void refreshShouldGoOnWithTheSameSession() {
    SignedIn first = resident();
    SignedIn next = done(refresh(first));
    assertThat(next.subject()).isEqualTo(first.subject());
    assertThat(next.accessToken()).isNotEqualTo(first.accessToken());
    assertThat(next.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(caller(next).session()).isEqualTo(caller(first).session());
  }

  @Test
  void refreshShouldGoOnAgainAndAgain() {
    SignedIn latest = resident();
    for (int i = 0; i < 5; i++) {
      latest = done(refresh(latest));
    }
    assertThat(caller(latest)).isInstanceOf(Caller.Resident.class);
  }

  @Test
  void aRefreshTokenThatWasUsedUpShouldEndTheSession() {
    SignedIn first = resident();
    SignedIn next = done(refresh(first));
    assertThat(denied(refresh(first))).isEqualTo(SESSION_ENDED);
    assertThat(denied(refresh(next))).isEqualTo(SESSION_ENDED);
  }

  @Test
  void aRefreshTokenThatWasUsedUpShouldEndNoOtherSession() {
    SignedIn first = resident();
    SignedIn other = resident();
    done(refresh(first));
    assertThat(denied(refresh(first))).isEqualTo(SESSION_ENDED);
    assertThat(done(refresh(other)).subject()).isEqualTo(other.subject());
  }

  @Test
  void refreshShouldWorkUntilTheSessionOfAResidentExpires() {
    SignedIn first = resident();
    app.clock().advance(RESIDENT_SESSION.minusMillis(1));
    SignedIn next = done(refresh(first));
    app.clock().advance(Duration.ofMillis(1));
    assertThat(denied(refresh(next))).isEqualTo(SESSION_ENDED);
  }

  @Test
  void refreshShouldWorkUntilTheSessionOfStaffExpires() {
    SignedIn first = reviewer();
    app.clock().advance(STAFF_SESSION.minusMillis(1));
    SignedIn next = done(refresh(first));
    assertThat(next.roles()).containsExactly(Role.REVIEWER);
    app.clock().advance(Duration.ofMillis(1));
    assertThat(denied(refresh(next))).isEqualTo(SESSION_ENDED);
  }

  @Test
  void refreshShouldBeDeniedToStaffWhoWereDisabled() {
    SignedIn first = reviewer();
    var account = app.stores().staff().find(new StaffId(first.subject())).orElseThrow();
    assertThat(app.stores().staff().replace(account.disabled())).isTrue();
    assertThat(denied(refresh(first))).isEqualTo(SESSION_ENDED);
  }

  @Test
  void refreshShouldBeDeniedAfterSigningOut() {
    SignedIn first = resident();
    signOut(first);
    assertThat(denied(refresh(first))).isEqualTo(SESSION_ENDED);
  }

  @Test
  void signingOutTwiceShouldBeTheSameAsOnce() {
    SignedIn first = resident();
    SignedIn other = resident();
    var session = caller(first).session();
    app.useCases().access().signOut().end(session);
    app.useCases().access().signOut().end(session);
    assertThat(denied(refresh(first))).isEqualTo(SESSION_ENDED);
    assertThat(done(refresh(other)).subject()).isEqualTo(other.subject());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "no-token",
        "no-session.secret",
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-000000000000.",
        "00000000-0000-0000-0000-000000000000.secret",
        "00000000-0000-0000-0000-000000000000.密码"
      })
  void refreshShouldBeDeniedToGarbage(String token) {
    assertThat(denied(app.useCases().access().refreshSession().refresh(token)))
        .isEqualTo(SESSION_ENDED);
  }

  @Test
  void refreshShouldBeDeniedToAnOverLongToken() {
    String token = resident().refreshToken() + "x".repeat(128);
    assertThat(denied(app.useCases().access().refreshSession().refresh(token)))
        .isEqualTo(SESSION_ENDED);
  }

  private SignedIn resident() {
    return done(app.useCases().access().signIn().withWeChat("demo:" + UUID.randomUUID()));
  }

  private SignedIn reviewer() {
    String username = "staff-" + UUID.randomUUID();
    app.addStaff(username, Role.REVIEWER, app.fixtures().aCommunity());
    return done(
        app.useCases()
            .access()
            .signIn()
            .asStaff(new Username(username), PASSWORD, Optional.empty()));
  }

  private Result<SignedIn> refresh(SignedIn signedIn) {
    return app.useCases().access().refreshSession().refresh(signedIn.refreshToken());
  }

  private void signOut(SignedIn signedIn) {
    app.useCases().access().signOut().end(caller(signedIn).session());
  }

  private Caller caller(SignedIn signedIn) {
    return app.useCases().access().identifyCaller().identify(signedIn.accessToken()).orElseThrow();
  }
}
