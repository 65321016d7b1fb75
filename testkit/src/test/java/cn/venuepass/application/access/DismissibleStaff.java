package cn.venuepass.application.access;

import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import java.util.Optional;

/** Staff whom a test can dismiss, all at once. */
final class DismissibleStaff implements StaffRepository {
  private final StaffRepository staff;
  private boolean dismissed;

  DismissibleStaff(StaffRepository staff) {
    this.staff = staff;
  }

  void dismiss() {
    dismissed = true;
  }

  @Override
  public boolean add(StaffAccount account, String passwordHash) {
    return staff.add(account, passwordHash);
  }

  @Override
  public Optional<StaffAccount> find(StaffId id) {
    return staff.find(id).map(this::current);
  }

  @Override
  public Optional<Credentials> findCredentials(String username) {
    return staff
        .findCredentials(username)
        .map(known -> new Credentials(current(known.account()), known.passwordHash()));
  }

  private StaffAccount current(StaffAccount account) {
    return new StaffAccount(
        account.id(),
        account.username(),
        account.roles(),
        account.jurisdiction(),
        account.enabled() && !dismissed);
  }
}
