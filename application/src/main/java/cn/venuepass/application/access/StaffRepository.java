package cn.venuepass.application.access;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.audit.StaffNames;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts of staff, with what they prove themselves by. */
public interface StaffRepository extends StaffNames {

  /**
   * Adds an account.
   *
   * @return false, with nothing changed, when the username is taken
   */
  boolean add(StaffAccount account, String passwordHash);

  Optional<StaffAccount> find(StaffId staff);

  /** Those of the accounts that there are, in no order. */
  List<StaffAccount> findAll(Collection<StaffId> staff);

  /**
   * The account, if an administrator with that jurisdiction answers for it: its division lies
   * there; an industry department's belongs to the root of the tree.
   */
  Optional<StaffAccount> findWithin(StaffId staff, Jurisdiction jurisdiction);

  /** The accounts for which that jurisdiction answers, in the order in which they were added. */
  Page<StaffAccount> listWithin(Jurisdiction jurisdiction, PageRequest request);

  Optional<Credentials> findCredentials(Username username);

  Optional<Credentials> findCredentials(StaffId staff);

  /**
   * The account as it stays until the running transaction ends: whoever else wants to change it or
   * to look at it like this waits. Only inside a transaction.
   */
  Optional<Credentials> hold(StaffId staff);

  /**
   * Stores the next revision of an account's rights: roles, jurisdiction, whether it works.
   *
   * @return false, with nothing changed, unless the stored revision is the one before
   */
  boolean replace(StaffAccount next);

  /**
   * Replaces the password.
   *
   * @param temporary whether somebody else chose it
   */
  void setPassword(StaffId staff, String passwordHash, boolean temporary);

  /**
   * Keeps the secret of an authenticator app that is to be confirmed, instead of an earlier one.
   *
   * @return false, with nothing changed, when the account has a confirmed one
   */
  boolean proposeSecondFactor(StaffId staff, String secret);

  /**
   * Uses up the codes of that time step and all before, and confirms the secret if it was not. Of
   * concurrent calls with one step one succeeds.
   *
   * @param secret the one that the code was checked against
   * @return false, with nothing changed, when that step or a later one was used, or the account has
   *     another secret by now
   */
  boolean useSecondFactor(StaffId staff, String secret, long step);

  /** Forgets the authenticator app, confirmed or not. */
  void removeSecondFactor(StaffId staff);

  /**
   * What an account proves itself by.
   *
   * @param secret of the authenticator app; confirmed if the account says so
   */
  record Credentials(StaffAccount account, String passwordHash, Optional<String> secret) {
    /** The secret of an app that was confirmed. */
    public Optional<String> secondFactor() {
      return secret.filter(known -> account.secondFactor());
    }

    /** Whether the account still works and is proved by the same as before. */
    public boolean standsLike(Credentials before) {
      return account.enabled()
          && passwordHash.equals(before.passwordHash)
          && secondFactor().equals(before.secondFactor());
    }

    @Override
    public String toString() {
      return "Credentials[" + account.username() + "]";
    }
  }
}
