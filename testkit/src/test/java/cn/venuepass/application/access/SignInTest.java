package cn.venuepass.application.access;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.identity;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;
import static cn.venuepass.testkit.TestApplication.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Result;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryAccessTokens;
import cn.venuepass.testkit.memory.NamedWeChatLogin;
import cn.venuepass.testkit.memory.ReversedPasswords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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
    StaffAccount account = addStaff("reviewer-1", true);
    SignedIn signedIn = done(signIn().asStaff("reviewer-1", PASSWORD));
    assertThat(signedIn.subject()).isEqualTo(account.id().value());
    assertThat(signedIn.roles()).containsExactly(Role.REVIEWER);
    assertThat(signedIn.realNamed()).isFalse();
  }

  @Test
  void asStaffShouldNotSayWhatWasWrong() {
    addStaff("reviewer-1", true);
    addStaff("dismissed-1", false);
    assertThat(denied(signIn().asStaff("reviewer-1", "another-password")))
        .isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(signIn().asStaff("reviewer-1", ""))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(signIn().asStaff("nobody-1", PASSWORD))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(signIn().asStaff("dismissed-1", PASSWORD))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(signIn().asStaff("dismissed-1", "another-password")))
        .isEqualTo(SIGN_IN_FAILED);
  }

  @Test
  void asStaffShouldHashOnceWhetherTheNameIsKnownOrNot() {
    addStaff("reviewer-1", true);
    var passwords = new RecordedPasswords();
    SignIn signIn = signIn(new NamedWeChatLogin(), passwords);
    assertThat(denied(signIn.asStaff("reviewer-1", "another-password"))).isEqualTo(SIGN_IN_FAILED);
    assertThat(passwords.work).containsExactly("matches");
    passwords.work.clear();
    assertThat(denied(signIn.asStaff("nobody-1", "another-password"))).isEqualTo(SIGN_IN_FAILED);
    assertThat(passwords.work).containsExactly("hash");
  }

  @Test
  void aSignInShouldNotPrintItsTokens() {
    SignedIn signedIn = done(signIn().withWeChat("demo:ann"));
    assertThat(signedIn.toString()).doesNotContain(signedIn.accessToken(), signedIn.refreshToken());
  }

  private SignIn signIn() {
    return app.useCases().access().signIn();
  }

  private SignIn signIn(WeChatLogin weChat, PasswordHashing passwords) {
    return AccessUseCases.over(
            app.stores(),
            weChat,
            passwords,
            new InMemoryAccessTokens(app.clock()),
            new CodesBySms(message -> Delivery.REFUSED, CountingRateLimits.none(), false),
            UUID::randomUUID,
            app.clock())
        .signIn();
  }

  private StaffAccount addStaff(String username, boolean enabled) {
    var account =
        new StaffAccount(
            new StaffId(UUID.randomUUID()),
            username,
            Set.of(Role.REVIEWER),
            new Jurisdiction(app.fixtures().aCommunity()),
            enabled);
    app.stores().staff().add(account, new ReversedPasswords().hash(PASSWORD));
    return account;
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
