package cn.venuepass.application.access;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.identity;
import static cn.venuepass.application.Denial.Plain.SECOND_FACTOR_REQUIRED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;
import static cn.venuepass.testkit.TestApplication.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.OddStores;
import cn.venuepass.application.Result;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountedCodes;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryAccessTokens;
import cn.venuepass.testkit.memory.NamedWeChatLogin;
import cn.venuepass.testkit.memory.ReversedPasswords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  private final TestApplication app = new TestApplication();

  @Test
  void withWeChatShouldFindTheSameAccountEachTime() {
    SignedIn first = done(signIn().withWeChat("demo:ann"));
    SignedIn again = done(signIn().withWeChat("demo:ann"));
    assertThat(again.subject()).isEqualTo(first.subject());
    assertThat(again.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(done(signIn().withWeChat("demo:bob")).subject()).isNotEqualTo(first.subject());
  }

  @Test
  void withWeChatShouldTellWhoIsRealNamed() {
    SignedIn before = done(signIn().withWeChat("demo:ann"));
    assertThat(before.realNamed()).isFalse();
    assertThat(before.roles()).containsExactly(Role.RESIDENT);
    assertThat(before.expiresIn()).isEqualTo(Duration.ofMinutes(15));
    var account = new AccountId(before.subject());
    done(
        app.useCases()
            .person()
            .registerIdentity()
            .register(account, identity(SampleIdNumbers.next())));
    assertThat(done(signIn().withWeChat("demo:ann")).realNamed()).isTrue();
  }

  @Test
  void withWeChatShouldDenyACodeThatIsNone() {
    assertThat(denied(signIn().withWeChat("forged"))).isEqualTo(SIGN_IN_FAILED);
  }

  @Test
  void withWeChatShouldSayWhenWeChatCannotBeAsked() {
    SignIn signIn = signIn(code -> Result.denied(SIGN_IN_UNAVAILABLE), new ReversedPasswords());
    assertThat(denied(signIn.withWeChat("demo:ann"))).isEqualTo(SIGN_IN_UNAVAILABLE);
  }

  @Test
  void asStaffShouldGiveTheRolesOfTheAccount() {
    StaffAccount account = addStaff("reviewer-1");
    SignedIn signedIn = done(asStaff("reviewer-1", PASSWORD));
    assertThat(signedIn.subject()).isEqualTo(account.id().value());
    assertThat(signedIn.roles()).containsExactly(Role.REVIEWER);
    assertThat(signedIn.realNamed()).isFalse();
    assertThat(signedIn.obligation()).isEmpty();
    assertThat(done(asStaff("REVIEWER-1", PASSWORD)).subject()).isEqualTo(signedIn.subject());
  }

  @Test
  void asStaffShouldNotSayWhatWasWrong() {
    addStaff("reviewer-1");
    StaffAccount dismissed = addStaff("dismissed-1");
    assertThat(app.stores().staff().replace(dismissed.disabled())).isTrue();
    assertThat(denied(asStaff("reviewer-1", "another-password"))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(asStaff("reviewer-1", ""))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(asStaff("nobody-1", PASSWORD))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(asStaff("dismissed-1", PASSWORD))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(asStaff("dismissed-1", "another-password"))).isEqualTo(SIGN_IN_FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewer-1", "nobody-1"})
  void afterFiveTriesEachNameShouldHaveToWaitWhetherItExistsOrNot(String username) {
    addStaff("reviewer-1");
    for (int i = 0; i < 5; i++) {
      assertThat(denied(asStaff(username, "guess-" + i))).isEqualTo(SIGN_IN_FAILED);
    }
    var wait = new Denial.TooManyRequests(Duration.ofMinutes(1));
    assertThat(denied(asStaff(username, PASSWORD))).isEqualTo(wait);
    app.clock().advance(Duration.ofMinutes(1).minusMillis(1));
    assertThat(denied(asStaff(username, PASSWORD)))
        .isEqualTo(new Denial.TooManyRequests(Duration.ofMillis(1)));
    app.clock().advance(Duration.ofMillis(1));
    assertThat(denied(asStaff(username, "guess-6"))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(asStaff(username, "guess-7")))
        .isEqualTo(new Denial.TooManyRequests(Duration.ofMinutes(2)));
  }

  @Test
  void aSignInThatSucceedsShouldForgetTheTriesBefore() {
    addStaff("reviewer-1");
    for (int i = 0; i < 12; i++) {
      assertThat(denied(asStaff("reviewer-1", "guess"))).isEqualTo(SIGN_IN_FAILED);
      assertThat(done(asStaff("reviewer-1", PASSWORD)).roles()).isNotEmpty();
    }
  }

  @Test
  void anAppShouldBeAskedForOnceItIsConfirmed() {
    String secret = confirmedSecret(addStaff("reviewer-1"));
    assertThat(denied(asStaff("reviewer-1", PASSWORD))).isEqualTo(SECOND_FACTOR_REQUIRED);
    assertThat(denied(asStaff("reviewer-1", "guess"))).isEqualTo(SIGN_IN_FAILED);
    app.clock().advance(Duration.ofMinutes(1));
    String code = CountedCodes.codeAt(secret, app.clock().instant());
    assertThat(denied(signIn().asStaff(name("reviewer-1"), "guess", Optional.of(code))))
        .isEqualTo(SIGN_IN_FAILED);
    assertThat(done(signIn().asStaff(name("reviewer-1"), PASSWORD, Optional.of(code))).roles())
        .containsExactly(Role.REVIEWER);
    assertThat(denied(signIn().asStaff(name("reviewer-1"), PASSWORD, Optional.of(code))))
        .as("a code is good once")
        .isEqualTo(SIGN_IN_FAILED);
  }

  @Test
  void aCodeOfAnotherTimeShouldNotBeTaken() {
    String secret = confirmedSecret(addStaff("reviewer-1"));
    app.clock().advance(Duration.ofMinutes(5));
    String old = CountedCodes.codeAt(secret, app.clock().instant().minusSeconds(61));
    assertThat(denied(signIn().asStaff(name("reviewer-1"), PASSWORD, Optional.of(old))))
        .isEqualTo(SIGN_IN_FAILED);
  }

  @Test
  void aPasswordThatIsResetWhileItIsCheckedShouldOpenNoSession() {
    StaffAccount account = addStaff("reviewer-1");
    assertNoSessionWhen(() -> staff().setPassword(account.id(), "another hash", true));
  }

  @Test
  void anAccountThatIsDisabledWhileThePasswordIsCheckedShouldOpenNoSession() {
    StaffAccount account = addStaff("reviewer-1");
    assertNoSessionWhen(() -> assertThat(staff().replace(account.disabled())).isTrue());
  }

  @Test
  void anAppThatIsConfirmedWhileThePasswordIsCheckedShouldBeAskedForFirst() {
    StaffAccount account = addStaff("reviewer-1");
    assertNoSessionWhen(() -> assertThat(confirmedSecret(account)).isNotEmpty());
  }

  @Test
  void asStaffShouldGiveTheRolesThatWereChangedWhileThePasswordWasChecked() {
    StaffAccount account = addStaff("reviewer-1");
    StaffAccount next = account.entrusted(Set.of(Role.AUDITOR), account.jurisdiction());
    SignIn slow = whileChecked(() -> assertThat(staff().replace(next)).isTrue());
    assertThat(done(slow.asStaff(name("reviewer-1"), PASSWORD, Optional.empty())).roles())
        .containsExactly(Role.AUDITOR);
  }

  @Test
  void aSignInWithoutASessionShouldNotBeNoted() {
    addStaff("reviewer-1");
    var broken = new TestApplication(OddStores.withoutSessions(app.stores()));
    assertThatThrownBy(
            () ->
                broken
                    .useCases()
                    .access()
                    .signIn()
                    .asStaff(name("reviewer-1"), PASSWORD, Optional.empty()))
        .isInstanceOf(AssertionError.class);
    assertThat(LoggedEvents.of(app, AuditAction.STAFF_SIGNED_IN)).isEmpty();
  }

  @Test
  void asStaffShouldHashOnceWhetherTheNameIsKnownOrNot() {
    addStaff("reviewer-1");
    var passwords = new RecordedPasswords();
    SignIn signIn = signIn(new NamedWeChatLogin(), passwords);
    assertThat(denied(signIn.asStaff(name("reviewer-1"), "another-password", Optional.empty())))
        .isEqualTo(SIGN_IN_FAILED);
    assertThat(passwords.work).containsExactly("matches");
    passwords.work.clear();
    assertThat(denied(signIn.asStaff(name("nobody-1"), "another-password", Optional.empty())))
        .isEqualTo(SIGN_IN_FAILED);
    assertThat(passwords.work).containsExactly("hash");
  }

  @Test
  void aSignInShouldNotPrintItsTokens() {
    SignedIn signedIn = done(signIn().withWeChat("demo:ann"));
    assertThat(signedIn.toString()).doesNotContain(signedIn.accessToken(), signedIn.refreshToken());
  }

  private void assertNoSessionWhen(Runnable meanwhile) {
    assertThat(
            denied(whileChecked(meanwhile).asStaff(name("reviewer-1"), PASSWORD, Optional.empty())))
        .isEqualTo(SIGN_IN_FAILED);
    assertThat(LoggedEvents.of(app, AuditAction.STAFF_SIGNED_IN)).isEmpty();
  }

  private SignIn whileChecked(Runnable meanwhile) {
    return signIn(new NamedWeChatLogin(), new SlowPasswords(meanwhile));
  }

  private StaffRepository staff() {
    return app.stores().staff();
  }

  private SignIn signIn() {
    return app.useCases().access().signIn();
  }

  private SignIn signIn(WeChatLogin weChat, PasswordHashing passwords) {
    return AccessUseCases.over(
            app.stores(),
            weChat,
            passwords,
            new CountedCodes(),
            false,
            new InMemoryAccessTokens(app.clock()),
            new CodesBySms(message -> Delivery.REFUSED, CountingRateLimits.none(), false),
            UUID::randomUUID,
            app.clock())
        .signIn();
  }

  private StaffAccount addStaff(String username) {
    return app.addStaff(username, Role.REVIEWER, app.fixtures().aCommunity());
  }

  private Result<SignedIn> asStaff(String username, String password) {
    return signIn().asStaff(name(username), password, Optional.empty());
  }

  private String confirmedSecret(StaffAccount account) {
    String secret = "a-secret-of-" + account.username().text();
    long step = app.clock().instant().getEpochSecond() / 30;
    assertThat(app.stores().staff().proposeSecondFactor(account.id(), secret)).isTrue();
    assertThat(app.stores().staff().useSecondFactor(account.id(), secret, step)).isTrue();
    return secret;
  }

  private static Username name(String username) {
    return new Username(username);
  }

  /** Notes each time that a password was worked on, which is what takes long. */
  private static final class RecordedPasswords implements PasswordHashing {
    private final PasswordHashing passwords = new ReversedPasswords();
    private final List<String> work = new ArrayList<>();

    @Override
    public String hash(String password) {
      work.add("hash");
      return passwords.hash(password);
    }

    @Override
    public boolean matches(String password, String hash) {
      work.add("matches");
      return passwords.matches(password, hash);
    }
  }
}
