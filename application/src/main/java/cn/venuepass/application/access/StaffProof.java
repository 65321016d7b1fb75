package cn.venuepass.application.access;

import static cn.venuepass.application.Denial.Plain.SECOND_FACTOR_REQUIRED;
import static cn.venuepass.application.Denial.Plain.SIGN_IN_FAILED;
import static cn.venuepass.application.Denial.Plain.WRONG_PASSWORD;
import static cn.venuepass.application.Denial.Plain.WRONG_SECOND_FACTOR;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.StaffRepository.Credentials;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Whether somebody is the member of staff who they say they are. Every try is counted first. */
final class StaffProof {
  private final StaffRepository staff;
  private final SignInThrottle throttle;
  private final PasswordHashing passwords;
  private final AuthenticatorCodes codes;
  private final InstantSource clock;

  StaffProof(
      StaffRepository staff,
      SignInThrottle throttle,
      PasswordHashing passwords,
      AuthenticatorCodes codes,
      InstantSource clock) {
    this.staff = staff;
    this.throttle = throttle;
    this.passwords = passwords;
    this.codes = codes;
    this.clock = clock;
  }

  /** By name, password and, if there is one, second factor. */
  Result<StaffAccount> ofSignIn(Username username, String password, Optional<String> otp) {
    return counted(
        username,
        () ->
            matching(staff.findCredentials(username), password)
                .filter(known -> known.account().enabled())
                .map(known -> second(known, otp))
                .orElseGet(() -> Result.denied(SIGN_IN_FAILED)));
  }

  /** By the password of an account that is signed in. */
  Result<StaffAccount> ofPassword(StaffAccount account, String password) {
    return counted(
        account.username(),
        () ->
            Result.of(
                matching(staff.findCredentials(account.id()), password).map(Credentials::account),
                WRONG_PASSWORD));
  }

  /** By a code of the app whose secret the account keeps, confirmed or not. */
  Result<StaffAccount> ofCode(StaffAccount account, String otp) {
    return counted(
        account.username(),
        () ->
            staff.findCredentials(account.id()).flatMap(Credentials::secret).stream()
                    .anyMatch(secret -> used(account.id(), secret, otp))
                ? Result.done(account)
                : Result.denied(WRONG_SECOND_FACTOR));
  }

  private Result<StaffAccount> counted(Username username, Supplier<Result<StaffAccount>> proof) {
    return throttle
        .begin(username, clock.instant())
        .<Result<StaffAccount>>map(wait -> Result.denied(new Denial.TooManyRequests(wait)))
        .orElseGet(
            () ->
                proof
                    .get()
                    .map(
                        account -> {
                          throttle.succeeded(username);
                          return account;
                        }));
  }

  /** An unknown name takes as long as a wrong password. */
  private Optional<Credentials> matching(Optional<Credentials> known, String password) {
    if (known.isEmpty()) {
      String unused = passwords.hash(password);
    }
    return known.filter(credentials -> passwords.matches(password, credentials.passwordHash()));
  }

  private Result<StaffAccount> second(Credentials known, Optional<String> otp) {
    StaffAccount account = known.account();
    if (known.secondFactor().isEmpty()) {
      return Result.done(account);
    }
    if (otp.isEmpty()) {
      return Result.denied(SECOND_FACTOR_REQUIRED);
    }
    return used(account.id(), known.secondFactor().get(), otp.get())
        ? Result.done(account)
        : Result.denied(SIGN_IN_FAILED);
  }

  private boolean used(StaffId id, String secret, String otp) {
    OptionalLong step = codes.step(secret, otp, clock.instant());
    return step.isPresent() && staff.useSecondFactor(id, secret, step.getAsLong());
  }
}
