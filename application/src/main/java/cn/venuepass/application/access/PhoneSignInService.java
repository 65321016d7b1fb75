package cn.venuepass.application.access;

import static cn.venuepass.application.Denial.Plain.PHONE_TAKEN;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_UNAVAILABLE;

import cn.venuepass.application.Denial;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.PromptSms.Sent;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.lookup.RateLimits.Who;
import cn.venuepass.application.notification.SmsGateway.TextMessage;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PhoneNumber;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

final class PhoneSignInService implements SignInByPhone, ProvePhone {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String TEMPLATE = "sign-in-code";

  private final SignInCodeRepository codes;
  private final AccountRepository accounts;
  private final PromptSms sms;
  private final RateLimits limits;
  private final boolean shown;
  private final Function<Account, SignedIn> sessions;
  private final IdGenerator ids;
  private final InstantSource clock;

  PhoneSignInService(
      SignInCodeRepository codes,
      AccountRepository accounts,
      PromptSms sms,
      RateLimits limits,
      boolean shown,
      Function<Account, SignedIn> sessions,
      IdGenerator ids,
      InstantSource clock) {
    this.codes = codes;
    this.accounts = accounts;
    this.sms = sms;
    this.limits = limits;
    this.shown = shown;
    this.sessions = sessions;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Result<CodeSent> request(PhoneNumber phone, Who from) {
    return limited(from, Limited.SIGN_IN_CODE_REQUESTED).flatMap(allowed -> send(phone));
  }

  @Override
  public Result<SignedIn> verify(PhoneNumber phone, SignInCode code, Who from) {
    return proved(phone, code, from)
        .map(proved -> sessions.apply(accounts.findOrAdd(proved, clock.instant())));
  }

  @Override
  public Result<AccountId> prove(AccountId account, PhoneNumber phone, SignInCode code, Who from) {
    return proved(phone, code, from)
        .flatMap(
            proved ->
                accounts.attach(account, proved, clock.instant())
                    ? Result.done(account)
                    : Result.denied(PHONE_TAKEN));
  }

  private Result<PhoneNumber> proved(PhoneNumber phone, SignInCode code, Who from) {
    return limited(from, Limited.SIGN_IN_CODE_TRIED)
        .flatMap(
            allowed ->
                codes.use(phone, code, clock.instant())
                    ? Result.done(phone)
                    : Result.denied(SIGN_IN_FAILED));
  }

  private Result<CodeSent> send(PhoneNumber phone) {
    UUID request = ids.next();
    SignInCode code = SignInCode.of(RANDOM.nextInt(SignInCode.COUNT));
    Optional<Duration> wait = codes.replace(phone, request, code, clock.instant());
    if (wait.isPresent()) {
      return Result.denied(new Denial.TooManyRequests(wait.get()));
    }
    Sent sent = sms.send(new TextMessage(phone, TEMPLATE, Map.of("code", code.digits())));
    if (sent == Sent.TAKEN) {
      return Result.done(new CodeSent(SignInCode.LIFE, Optional.of(code).filter(any -> shown)));
    }
    if (sent == Sent.NOT_TAKEN) {
      codes.withdraw(phone, request);
    }
    return Result.denied(SIGN_IN_UNAVAILABLE);
  }

  private Result<Who> limited(Who from, Limited what) {
    return limits
        .take(from, what, 1)
        .<Result<Who>>map(wait -> Result.denied(new Denial.TooManyRequests(wait)))
        .orElseGet(() -> Result.done(from));
  }
}
