package cn.venuepass.rest.access;

import cn.venuepass.application.access.SignedIn;
import cn.venuepass.domain.access.Role;
import java.util.List;
import java.util.UUID;

/** The tokens of a session; {@code expiresIn} in seconds. */
record SessionResponse(
    String accessToken, long expiresIn, String refreshToken, AccountResponse account) {

  static SessionResponse of(SignedIn signedIn) {
    return new SessionResponse(
        signedIn.accessToken(),
        signedIn.expiresIn().toSeconds(),
        signedIn.refreshToken(),
        new AccountResponse(
            signedIn.subject(), signedIn.realNamed(), signedIn.roles().stream().sorted().toList()));
  }

  @Override
  public String toString() {
    return "SessionResponse[***]";
  }

  record AccountResponse(UUID id, boolean realNamed, List<Role> roles) {}
}
