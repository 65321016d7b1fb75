package cn.venuepass.rest.access;

import cn.venuepass.application.access.SignedIn;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffObligation;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of a session; {@code expiresIn} in seconds. */
record SessionResponse(
    String accessToken, long expiresIn, String refreshToken, AccountResponse account) {

  static SessionResponse of(SignedIn signedIn) {
    return new SessionResponse(
        signedIn.accessToken(),
        signedIn.expiresIn().toSeconds(),
        signedIn.refreshToken(),
        new AccountResponse(
            signedIn.subject(),
            signedIn.realNamed(),
            signedIn.roles().stream().sorted().toList(),
            signedIn.obligation().orElse(null)));
  }

  @Override
  public String toString() {
    return "SessionResponse[***]";
  }

  /**
   * Whose they are.
   *
   * @param obligation what staff must do before anything else; absent when nothing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AccountResponse(
      UUID id, boolean realNamed, List<Role> roles, @Nullable StaffObligation obligation) {}
}
