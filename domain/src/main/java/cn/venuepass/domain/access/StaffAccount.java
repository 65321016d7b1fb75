package cn.venuepass.domain.access;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An account of somebody who works for the command post.
 *
 * @param temporaryPassword whether somebody else chose the password, so that it must be changed
 * @param secondFactor whether an authenticator app belongs to it
 * @param revision grows by one with every change of rights; of two concurrent changes one wins
 */
public record StaffAccount(
    StaffId id,
    Username username,
    Set<Role> roles,
    Jurisdiction jurisdiction,
    boolean enabled,
    boolean temporaryPassword,
    boolean secondFactor,
    Instant addedAt,
    int revision) {

  /**
   * @throws InvalidValue when there is no role, or one that the jurisdiction cannot carry: an
   *     industry department supervises and does nothing else
   */
  public StaffAccount {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new InvalidValue("roles", Rule.REQUIRED);
    }
    boolean beyond =
        jurisdiction instanceof Jurisdiction.OfVenueTypes && !roles.equals(Set.of(Role.SUPERVISOR));
    if (roles.contains(Role.RESIDENT) || beyond) {
      throw new InvalidValue("roles", Rule.NOT_FOR_JURISDICTION);
    }
  }

  /** A new account, whose first password somebody else knows. */
  public static StaffAccount added(
      StaffId id, Username username, Set<Role> roles, Jurisdiction jurisdiction, Instant at) {
    return new StaffAccount(id, username, roles, jurisdiction, true, true, false, at, 0);
  }

  /** The same account with other rights. */
  public StaffAccount entrusted(Set<Role> others, Jurisdiction other) {
    return changed(others, other, enabled);
  }

  public StaffAccount disabled() {
    return changed(roles, jurisdiction, false);
  }

  public StaffAccount enabledAgain() {
    return changed(roles, jurisdiction, true);
  }

  /** What must be done before the account may be used, if anything. */
  public Optional<StaffObligation> obligation(boolean secondFactorRequired) {
    if (temporaryPassword) {
      return Optional.of(StaffObligation.CHANGE_PASSWORD);
    }
    return secondFactorRequired && !secondFactor
        ? Optional.of(StaffObligation.ENROL_SECOND_FACTOR)
        : Optional.empty();
  }

  private StaffAccount changed(Set<Role> others, Jurisdiction other, boolean works) {
    return new StaffAccount(
        id, username, others, other, works, temporaryPassword, secondFactor, addedAt, revision + 1);
  }
}
