package cn.venuepass.application.access;

import static cn.venuepass.application.Denial.Plain.BEYOND_JURISDICTION;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.OWN_ACCOUNT;
import static cn.venuepass.application.Denial.Plain.USERNAME_TAKEN;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.Jurisdictions;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

final class StaffService implements ManageStaff {
  private final StaffRepository staff;
  private final SessionRepository sessions;
  private final SignInThrottle throttle;
  private final Jurisdictions jurisdictions;
  private final PasswordHashing passwords;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final IdGenerator ids;
  private final InstantSource clock;

  StaffService(
      StaffRepository staff,
      SessionRepository sessions,
      SignInThrottle throttle,
      Jurisdictions jurisdictions,
      PasswordHashing passwords,
      Transactions transactions,
      AuditTrail audit,
      IdGenerator ids,
      InstantSource clock) {
    this.staff = staff;
    this.sessions = sessions;
    this.throttle = throttle;
    this.jurisdictions = jurisdictions;
    this.passwords = passwords;
    this.transactions = transactions;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Page<StaffAccount> list(Caller.Staff admin, PageRequest request) {
    return staff.listWithin(admin.account().jurisdiction(), request);
  }

  @Override
  public Result<StaffAccount> view(Caller.Staff admin, StaffId id) {
    return Result.of(staff.findWithin(id, admin.account().jurisdiction()), NOT_FOUND);
  }

  @Override
  public Result<TemporaryPassword> add(
      Caller.Staff admin, Username username, Set<Role> roles, Jurisdiction jurisdiction) {
    var account =
        StaffAccount.added(new StaffId(ids.next()), username, roles, jurisdiction, clock.instant());
    if (!jurisdictions.covers(admin.account().jurisdiction(), jurisdiction)) {
      return Result.denied(BEYOND_JURISDICTION);
    }
    String password = GeneratedPassword.fresh();
    String hash = passwords.hash(password);
    return transactions.attempt(
        () ->
            staff.add(account, hash)
                ? Result.done(
                    new TemporaryPassword(noted(admin, AuditAction.STAFF_ADDED, account), password))
                : Result.denied(USERNAME_TAKEN));
  }

  @Override
  public Result<StaffAccount> entrust(
      Caller.Staff admin, StaffId id, Set<Role> roles, Jurisdiction jurisdiction) {
    return changed(
        admin,
        id,
        AuditAction.STAFF_CHANGED,
        account ->
            jurisdictions.covers(admin.account().jurisdiction(), jurisdiction)
                ? replaced(account.entrusted(roles, jurisdiction))
                : Result.denied(BEYOND_JURISDICTION));
  }

  @Override
  public Result<StaffAccount> disable(Caller.Staff admin, StaffId id) {
    return changed(
        admin,
        id,
        AuditAction.STAFF_DISABLED,
        account -> {
          Result<StaffAccount> disabled =
              account.enabled() ? replaced(account.disabled()) : Result.done(account);
          endSessions(id);
          return disabled;
        });
  }

  @Override
  public Result<StaffAccount> enable(Caller.Staff admin, StaffId id) {
    return changed(
        admin,
        id,
        AuditAction.STAFF_ENABLED,
        account -> account.enabled() ? Result.done(account) : replaced(account.enabledAgain()));
  }

  @Override
  public Result<TemporaryPassword> resetPassword(Caller.Staff admin, StaffId id) {
    String password = GeneratedPassword.fresh();
    String hash = passwords.hash(password);
    return changed(
            admin,
            id,
            AuditAction.STAFF_PASSWORD_RESET,
            account -> {
              staff.setPassword(id, hash, true);
              endSessions(id);
              throttle.succeeded(account.username());
              return view(admin, id);
            })
        .map(account -> new TemporaryPassword(account, password));
  }

  @Override
  public Result<StaffAccount> resetSecondFactor(Caller.Staff admin, StaffId id) {
    return changed(
        admin,
        id,
        AuditAction.STAFF_SECOND_FACTOR_RESET,
        account -> {
          staff.removeSecondFactor(id);
          endSessions(id);
          return view(admin, id);
        });
  }

  private Result<StaffAccount> changed(
      Caller.Staff admin,
      StaffId id,
      AuditAction action,
      Function<StaffAccount, Result<StaffAccount>> change) {
    return transactions.attempt(
        () -> others(admin, id).flatMap(change).map(account -> noted(admin, action, account)));
  }

  private StaffAccount noted(Caller.Staff admin, AuditAction action, StaffAccount account) {
    audit.note(
        Actor.staff(admin, Role.ADMIN),
        Deed.of(action, AuditPurpose.ADMINISTRATION).under(account.id().value().toString()));
    return account;
  }

  private void endSessions(StaffId id) {
    sessions.endAllOf(id, Optional.empty(), clock.instant());
  }

  private Result<StaffAccount> others(Caller.Staff admin, StaffId id) {
    return view(admin, id)
        .flatMap(
            account ->
                id.equals(admin.account().id())
                    ? Result.denied(OWN_ACCOUNT)
                    : Result.done(account));
  }

  private Result<StaffAccount> replaced(StaffAccount next) {
    return staff.replace(next) ? Result.done(next) : Result.denied(CHANGED_MEANWHILE);
  }
}
