package cn.venuepass.application.access;

import static cn.venuepass.application.Denial.Plain.SECOND_FACTOR_EXISTS;

import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.NewPassword;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import java.time.InstantSource;
import java.util.Optional;

final class CredentialService implements KeepOwnCredentials {
  private final StaffRepository staff;
  private final SessionRepository sessions;
  private final StaffProof proof;
  private final PasswordHashing passwords;
  private final AuthenticatorCodes codes;
  private final AuditTrail audit;
  private final InstantSource clock;

  CredentialService(
      StaffRepository staff,
      SessionRepository sessions,
      StaffProof proof,
      PasswordHashing passwords,
      AuthenticatorCodes codes,
      AuditTrail audit,
      InstantSource clock) {
    this.staff = staff;
    this.sessions = sessions;
    this.proof = proof;
    this.passwords = passwords;
    this.codes = codes;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<StaffAccount> changePassword(
      Caller.Staff caller, String current, NewPassword next) {
    NewPassword fit = next.of(caller.account().username());
    StaffId id = caller.account().id();
    return proof.ofPassword(
        caller.account(),
        current,
        () -> passwords.hash(fit.text()),
        hash -> {
          staff.setPassword(id, hash, false);
          sessions.endAllOf(id, Optional.of(caller.session()), clock.instant());
          return noted(caller, AuditAction.OWN_PASSWORD_CHANGED);
        });
  }

  @Override
  public Result<Enrolment> enrol(Caller.Staff caller) {
    StaffAccount account = caller.account();
    String secret = codes.newSecret();
    return staff.proposeSecondFactor(account.id(), secret)
        ? Result.done(new Enrolment(secret, codes.enrolment(account.username(), secret)))
        : Result.denied(SECOND_FACTOR_EXISTS);
  }

  @Override
  public Result<StaffAccount> confirm(Caller.Staff caller, String code) {
    return proof.ofCode(
        caller.account(), code, () -> noted(caller, AuditAction.OWN_SECOND_FACTOR_CONFIRMED));
  }

  private StaffAccount noted(Caller.Staff caller, AuditAction action) {
    StaffAccount account = caller.account();
    audit.note(
        Actor.staff(caller),
        Deed.of(action, AuditPurpose.ADMINISTRATION).under(account.id().value().toString()));
    return account;
  }
}
