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
import cn.venuepass.application.venue.Jurisdictions;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

final class StaffService implements ManageStaff {
  private final StaffRepository staff;
  private final SessionRepository sessions;
  private final SignInThrottle throttle;
  private final Jurisdictions jurisdictions;
  private final PasswordHashing passwords;
  private final Transactions transactions;
  private final IdGenerator ids;
  private final InstantSource clock;

  StaffService(
      StaffRepository staff,
      SessionRepository sessions,
      SignInThrottle throttle,
      Jurisdictions jurisdictions,
      PasswordHashing passwords,
      Transactions transactions,
      IdGenerator ids,
      InstantSource clock) {
    this.staff = staff;
    this.sessions = sessions;
    this.throttle = throttle;
    this.jurisdictions = jurisdictions;
    this.passwords = passwords;
    this.transactions = transactions;
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
    return staff.add(account, passwords.hash(password))
        ? Result.done(new TemporaryPassword(account, password))
        : Result.denied(USERNAME_TAKEN);
  }

  @Override
  public Result<StaffAccount> entrust(
      Caller.Staff admin, StaffId id, Set<Role> roles, Jurisdiction jurisdiction) {
    return others(admin, id)
        .flatMap(
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
        account -> {
          sessions.endAllOf(id, Optional.empty(), clock.instant());
          return account.enabled() ? account.disabled() : account;
        });
  }

  @Override
  public Result<StaffAccount> enable(Caller.Staff admin, StaffId id) {
    return changed(admin, id, account -> account.enabled() ? account : account.enabledAgain());
  }

  @Override
  public Result<TemporaryPassword> resetPassword(Caller.Staff admin, StaffId id) {
    String password = GeneratedPassword.fresh();
    return others(admin, id)
        .map(
            account -> {
              String hash = passwords.hash(password);
              return transactions.run(
                  () -> {
                    staff.setPassword(id, hash, true);
                    sessions.endAllOf(id, Optional.empty(), clock.instant());
                    throttle.succeeded(account.username());
                    return new TemporaryPassword(account, password);
                  });
            });
  }

  @Override
  public Result<StaffAccount> resetSecondFactor(Caller.Staff admin, StaffId id) {
    return changed(
        admin,
        id,
        account -> {
          staff.removeSecondFactor(id);
          sessions.endAllOf(id, Optional.empty(), clock.instant());
          return account;
        });
  }

  private Result<StaffAccount> changed(
      Caller.Staff admin, StaffId id, UnaryOperator<StaffAccount> change) {
    return transactions.attempt(
        () ->
            others(admin, id)
                .flatMap(
                    account -> {
                      StaffAccount next = change.apply(account);
                      return next.equals(account) ? view(admin, id) : replaced(next);
                    }));
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
