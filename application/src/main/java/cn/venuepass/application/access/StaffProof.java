package cn.venuepass.application.access;

import static cn.venuepass.application.Denial.Plain.SECOND_FACTOR_REQUIRED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.WRONG_PASSWORD;
import static cn.venuepass.application.Denial.Plain.WRONG_SECOND_FACTOR;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.access.StaffRepository.Credentials;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether somebody is the member of staff who they say they are. Every try is counted first. */
final class StaffProof {
  private final StaffRepository staff;
  private final SignInThrottle throttle;
  private final PasswordHashing passwords;
  private final AuthenticatorCodes codes;
  private final Transactions transactions;
  private final InstantSource clock;

  StaffProof(
      StaffRepository staff,
      SignInThrottle throttle,
      PasswordHashing passwords,
      AuthenticatorCodes codes,
      Transactions transactions,
      InstantSource clock) {
    this.staff = staff;
    this.throttle = throttle;
    this.passwords = passwords;
    this.codes = codes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** By name, password and, if there is one, second factor; then the deed. */
  <T> Result<T> ofSignIn(
      Username username, String password, Optional<String> otp, Function<StaffAccount, T> deed) {
    return counted(
            username,
            () ->
                matching(staff.findCredentials(username), password)
                    .filter(known -> known.account().enabled())
                    .map(known -> second(known, otp))
                    .orElseGet(() -> Result.denied(SIGN_IN_FAILED)))
        .flatMap(proved -> done(proved, deed, SIGN_IN_FAILED));
  }

  /**
   * By the password of an account that is signed in; then the deed, with what was prepared for it
   * once the password was known to be right.
   */
  <P, T> Result<T> ofPassword(
      StaffAccount account, String password, Supplier<P> preparation, Function<P, T> deed) {
    return counted(
            account.username(),
            () ->
                Result.of(matching(staff.findCredentials(account.id()), password), WRONG_PASSWORD))
        .flatMap(
            proved -> {
              P prepared = preparation.get();
              return done(proved, now -> deed.apply(prepared), WRONG_PASSWORD);
            });
  }

  /**
   * By a code of the app whose secret the account keeps, confirmed or not; using it up is one with
   * the deed.
   */
  <T> Result<T> ofCode(StaffAccount account, String otp, Supplier<T> deed) {
    return counted(
        account.username(),
        () ->
            transactions.attempt(
                () ->
                    staff.findCredentials(account.id()).flatMap(Credentials::secret).stream()
                            .anyMatch(secret -> used(account.id(), secret, otp))
                        ? Result.done(deed.get())
                        : Result.denied(WRONG_SECOND_FACTOR)));
  }

  /**
   * A password takes long to check, and what it proved may be over by then: the deed is done in one
   * transaction with a second look.
   */
  private <T> Result<T> done(Credentials proved, Function<StaffAccount, T> deed, Denial otherwise) {
    return transactions.attempt(
        () ->
            Result.of(
                staff
                    .hold(proved.account().id())
                    .filter(now -> now.standsLike(proved))
                    .map(now -> deed.apply(now.account())),
                otherwise));
  }

  private <T> Result<T> counted(Username username, Supplier<Result<T>> proof) {
    return throttle
        .begin(username, clock.instant())
        .<Result<T>>map(wait -> Result.denied(new Denial.TooManyRequests(wait)))
        .orElseGet(
            () ->
                proof
                    .get()
                    .map(
                        proved -> {
                          throttle.succeeded(username);
                          return proved;
                        }));
  }

  /** An unknown name takes as long as a wrong password. */
  private Optional<Credentials> matching(Optional<Credentials> known, String password) {
    if (known.isEmpty()) {
      String unused = passwords.hash(password);
    }
    return known.filter(credentials -> passwords.matches(password, credentials.passwordHash()));
  }

  private Result<Credentials> second(Credentials known, Optional<String> otp) {
    if (known.secondFactor().isEmpty()) {
      return Result.done(known);
    }
    if (otp.isEmpty()) {
      return Result.denied(SECOND_FACTOR_REQUIRED);
    }
    return used(known.account().id(), known.secondFactor().get(), otp.get())
        ? Result.done(known)
        : Result.denied(SIGN_IN_FAILED);
  }

  private boolean used(StaffId id, String secret, String otp) {
    OptionalLong step = codes.step(secret, otp, clock.instant());
    return step.isPresent() && staff.useSecondFactor(id, secret, step.getAsLong());
  }
}
