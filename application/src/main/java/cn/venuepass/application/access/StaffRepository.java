package cn.venuepass.application.access;

import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import java.util.Optional;

/** The accounts of staff. */
public interface StaffRepository {

  /**
   * Adds an account.
   *
   * @return false, with nothing changed, when the username is taken
   */
  boolean add(StaffAccount account, String passwordHash);

  Optional<StaffAccount> find(StaffId staff);

  Optional<Credentials> findCredentials(String username);

  /** An account with the hash of its password. */
  record Credentials(StaffAccount account, String passwordHash) {
    @Override
    public String toString() {
      return "Credentials[" + account.username() + "]";
    }
  }
}
