package cn.venuepass.application.access;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import java.util.Set;

/**
 * An administrator's work with the accounts for which their jurisdiction answers. Others are denied
 * with NOT_FOUND, the administrator's own with OWN_ACCOUNT; rights beyond their own jurisdiction
 * with BEYOND_JURISDICTION. Every change works with the very next request, on every node.
 */
public interface ManageStaff {

  Page<StaffAccount> list(Caller.Staff admin, PageRequest request);

  Result<StaffAccount> view(Caller.Staff admin, StaffId staff);

  /** Adds an account with a password for its first sign-in. Denied with USERNAME_TAKEN as well. */
  Result<TemporaryPassword> add(
      Caller.Staff admin, Username username, Set<Role> roles, Jurisdiction jurisdiction);

  /** Gives it other rights. Denied with CHANGED_MEANWHILE as well. */
  Result<StaffAccount> entrust(
      Caller.Staff admin, StaffId staff, Set<Role> roles, Jurisdiction jurisdiction);

  /** Nobody signs in with it any more, and its sessions are over. */
  Result<StaffAccount> disable(Caller.Staff admin, StaffId staff);

  Result<StaffAccount> enable(Caller.Staff admin, StaffId staff);

  /** Replaces a password that was forgotten; its sessions and the waiting for tries are over. */
  Result<TemporaryPassword> resetPassword(Caller.Staff admin, StaffId staff);

  /** Forgets an authenticator app that was lost; its sessions are over. */
  Result<StaffAccount> resetSecondFactor(Caller.Staff admin, StaffId staff);

  /** A password that is shown once and must be changed at the first sign-in. */
  record TemporaryPassword(StaffAccount account, String password) {
    @Override
    public String toString() {
      return "TemporaryPassword[" + account.username() + ", ***]";
    }
  }
}
