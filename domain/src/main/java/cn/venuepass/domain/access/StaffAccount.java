package cn.venuepass.domain.access;

import java.util.Set;

/** An account of somebody who works for the command post. */
public record StaffAccount(
    StaffId id, String username, Set<Role> roles, Jurisdiction jurisdiction, boolean enabled) {
  public StaffAccount {
    roles = Set.copyOf(roles);
  }
}
