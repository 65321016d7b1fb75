package cn.venuepass.application.access;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Callers.identity;
import static cn.venuepass.application.Denial.Plain.IDENTITY_ALREADY_BOUND;
import static cn.venuepass.application.Denial.Plain.PHONE_TAKEN;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.application.notification.SmsGateway.TextMessage;
import cn.venuepass.application.person.RegisterIdentity.Identity;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.SamplePhones;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.contract.AtOnce;
import cn.venuepass.testkit.memory.CountedCodes;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryAccessTokens;
import cn.venuepass.testkit.memory.InMemoryStore;
import cn.venuepass.testkit.memory.NamedWeChatLogin;
import cn.venuepass.testkit.memory.ReversedPasswords;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PhoneSignInTest {
  private static final Who HERE = new Who.Address("192.0.2.1");
  private static final Who THERE = new Who.Address("192.0.2.2");

  private final TestApplication app = new TestApplication();
  private final PhoneNumber phone = SamplePhones.next();

  @Test
  void aPhoneShouldSignInToTheSameAccountEachTime() {
    SignedIn first = signIn(phone);
    app.clock().advance(Duration.ofMinutes(1));
    SignedIn again = signIn(phone);
    assertThat(again.subject()).isEqualTo(first.subject());
    assertThat(again.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(first.realNamed()).isFalse();
    assertThat(signIn(SamplePhones.next()).subject()).isNotEqualTo(first.subject());
  }

  @Test
  void aCodeShouldOpenOneSessionWhenTriedAtOnce() {
    SignInCode code = request(phone);
    var tried =
        AtOnce.run(
            5, i -> byPhone().verify(phone, code, HERE).fold(signedIn -> true, denial -> false));
    assertThat(tried).containsOnlyOnce(true);
  }

  @Test
  void whateverIsWrongShouldBeDeniedAlike() {
    SignInCode code = request(phone);
    assertThat(denied(verify(phone, other(code)))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(verify(SamplePhones.next(), code))).isEqualTo(SIGN_IN_FAILED);
    app.clock().advance(SignInCode.LIFE);
    assertThat(denied(verify(phone, code))).isEqualTo(SIGN_IN_FAILED);
  }

  @Test
  void aFailedVerificationShouldAddNoAccount() {
    SignInCode code = request(phone);
    assertThat(denied(verify(phone, other(code)))).isEqualTo(SIGN_IN_FAILED);
    AccountId fresh = app.stores().accounts().findOrAdd(phone, app.clock().instant()).id();
    assertThat(signIn(phone, code).subject()).isEqualTo(fresh.value());
  }

  @Test
  void aPhoneThatWasOnlyTypedShouldNotSignInToItsAccount() {
    Caller.Resident weChat = aStranger(app);
    var idNumber = SampleIdNumbers.next();
    var identity = identity(idNumber);
    register(weChat.account(), identity);
    SignedIn byPhone = signIn(new PhoneNumber("+8613800000000"));
    assertThat(byPhone.subject()).isNotEqualTo(weChat.account().value());
    assertThat(byPhone.realNamed()).isFalse();
    assertThat(
            denied(
                app.useCases()
                    .person()
                    .registerIdentity()
                    .register(new AccountId(byPhone.subject()), identity)))
        .isEqualTo(IDENTITY_ALREADY_BOUND);
  }

  @Test
  void aPhoneThatWasProvedShouldSignInToTheSameRealNamedAccount() {
    Caller.Resident weChat = aStranger(app);
    register(weChat.account(), identity(SampleIdNumbers.next()));
    assertThat(done(prove(weChat.account(), request(phone)))).isEqualTo(weChat.account());
    app.clock().advance(Duration.ofMinutes(1));
    SignedIn byPhone = signIn(phone);
    assertThat(byPhone.subject()).isEqualTo(weChat.account().value());
    assertThat(byPhone.realNamed()).isTrue();
  }

  @Test
  void aPhoneShouldBeProvedWithItsCodeAndForOneAccount() {
    Caller.Resident first = aStranger(app);
    Caller.Resident second = aStranger(app);
    SignInCode code = request(phone);
    assertThat(denied(prove(first.account(), other(code)))).isEqualTo(SIGN_IN_FAILED);
    assertThat(done(prove(first.account(), code))).isEqualTo(first.account());
    assertThat(denied(prove(first.account(), code))).isEqualTo(SIGN_IN_FAILED);
    app.clock().advance(Duration.ofMinutes(1));
    assertThat(denied(prove(second.account(), request(phone)))).isEqualTo(PHONE_TAKEN);
  }

  @Test
  void aCodeShouldGoToThePhoneAndNowhereElse() {
    var access = production(app, message -> app.messages().send(message));
    CodeSent sent = done(access.signInByPhone().request(phone, HERE));
    assertThat(sent).isEqualTo(new CodeSent(Duration.ofMinutes(5), Optional.empty()));
    TextMessage message = app.messages().sms().get(0);
    assertThat(message.to()).isEqualTo(phone);
    assertThat(message.template()).isEqualTo("sign-in-code");
    assertThat(message.values()).containsOnlyKeys("code");
    var code = new SignInCode(requireNonNull(message.values().get("code")));
    assertThat(message.toString()).doesNotContain(code.digits());
    done(access.signInByPhone().verify(phone, code, HERE));
  }

  @Test
  void aMessageThatTheGatewayDoesNotTakeShouldNotCount() {
    app.messages().smsAnswers(Delivery.TRY_LATER);
    assertThat(denied(byPhone().request(phone, HERE))).isEqualTo(SIGN_IN_UNAVAILABLE);
    var lost = new SignInCode(requireNonNull(app.messages().sms().get(0).values().get("code")));
    assertThat(denied(verify(phone, lost))).isEqualTo(SIGN_IN_FAILED);
    app.messages().smsAnswers(Delivery.DELIVERED);
    assertThat(signIn(phone).realNamed()).isFalse();
  }

  @Test
  void aPhoneThatTakesNoMessagesShouldLookLikeAnyOther() {
    app.messages().smsAnswers(Delivery.REFUSED);
    assertThat(done(byPhone().request(phone, HERE)).expiresIn()).isEqualTo(SignInCode.LIFE);
    assertThat(denied(byPhone().request(phone, HERE)))
        .isEqualTo(new Denial.TooManyRequests(Duration.ofMinutes(1)));
  }

  @Test
  void anAddressShouldAskAndTryOnlySoOften() {
    var limited =
        new TestApplication(
            InMemoryStore.create(), TestApplication.ACTIVATION_DELAY, new CountingRateLimits(1));
    var byPhone = limited.useCases().access().signInByPhone();
    var tooMany = new Denial.TooManyRequests(CountingRateLimits.WAIT);
    SignInCode code = done(byPhone.request(phone, HERE)).shown().orElseThrow();
    assertThat(denied(byPhone.request(SamplePhones.next(), HERE))).isEqualTo(tooMany);
    assertThat(denied(byPhone.verify(phone, other(code), HERE))).isEqualTo(SIGN_IN_FAILED);
    assertThat(denied(byPhone.verify(phone, code, HERE))).isEqualTo(tooMany);
    done(byPhone.verify(phone, code, THERE));
    AccountId account = aStranger(limited).account();
    assertThat(denied(limited.useCases().access().provePhone().prove(account, phone, code, HERE)))
        .isEqualTo(tooMany);
  }

  private static AccessUseCases production(TestApplication app, SmsGateway gateway) {
    return AccessUseCases.over(
        app.stores(),
        new NamedWeChatLogin(),
        new ReversedPasswords(),
        new CountedCodes(),
        false,
        new InMemoryAccessTokens(app.clock()),
        new CodesBySms(gateway, CountingRateLimits.none(), false),
        UUID::randomUUID,
        app.clock());
  }

  private SignedIn signIn(PhoneNumber number) {
    return signIn(number, request(number));
  }

  private SignedIn signIn(PhoneNumber number, SignInCode code) {
    return done(verify(number, code));
  }

  private SignInCode request(PhoneNumber number) {
    return done(byPhone().request(number, HERE)).shown().orElseThrow();
  }

  private Result<SignedIn> verify(PhoneNumber number, SignInCode code) {
    return byPhone().verify(number, code, HERE);
  }

  private Result<AccountId> prove(AccountId account, SignInCode code) {
    return app.useCases().access().provePhone().prove(account, phone, code, HERE);
  }

  private void register(AccountId account, Identity identity) {
    done(app.useCases().person().registerIdentity().register(account, identity));
  }

  private SignInByPhone byPhone() {
    return app.useCases().access().signInByPhone();
  }

  private static SignInCode other(SignInCode code) {
    return SignInCode.of((Integer.parseInt(code.digits()) + 1) % SignInCode.COUNT);
  }
}
