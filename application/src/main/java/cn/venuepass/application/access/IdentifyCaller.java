package cn.venuepass.application.access;

import cn.venuepass.domain.access.Caller;
import java.util.Optional;

/** Finds out who asks. */
public interface IdentifyCaller {

  /**
   * The caller with that access token, or nothing when the token is no good: a session that was
   * ended, or an account that was disabled, is out with the next request.
   */
  Optional<Caller> identify(String accessToken);

  /**
   * The same for somebody at a venue's door, where every store that is asked costs time: the token
   * of a real-named resident is enough, for the quarter of an hour that it lives.
   */
  Optional<Caller> identifyAtDoor(String accessToken);
}
