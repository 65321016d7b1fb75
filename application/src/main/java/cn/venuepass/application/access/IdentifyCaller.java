package cn.venuepass.application.access;

import cn.venuepass.domain.access.Caller;
import java.util.Optional;

/** Finds out who asks. */
@FunctionalInterface
public interface IdentifyCaller {

  /**
   * The caller with that access token, or nothing when the token is no good. For a real-named
   * resident this asks no store; for staff it does, so that a disabled account or an ended session
   * is out with the next request.
   */
  Optional<Caller> identify(String accessToken);
}
