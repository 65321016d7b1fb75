package cn.venuepass.application.access;

import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffObligation;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The tokens of a session, and whose it is.
 *
 * @param expiresIn how long the access token is good
 * @param subject the id of the account or of the staff account
 * @param obligation what a staff account owes before it may do anything else
 */
public record SignedIn(
    String accessToken,
    Duration expiresIn,
    String refreshToken,
    UUID subject,
    boolean realNamed,
    Set<Role> roles,
    Optional<StaffObligation> obligation) {
  @Override
  public String toString() {
    return "SignedIn[" + subject + "]";
  }
}
