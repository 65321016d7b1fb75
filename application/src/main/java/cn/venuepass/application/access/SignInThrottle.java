package cn.venuepass.application.access;

import cn.venuepass.domain.access.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts the tries to sign in under one name, whether there is such an account or not, on all nodes
 * together; {@link cn.venuepass.domain.access.SignInAttempts} says how long each must wait.
 */
public interface SignInThrottle {

  /**
   * Counts one try before it is made, so that many at once are no more than so many in a row.
   *
   * @return how long to wait, with nothing counted; nothing if the try may be made
   */
  Optional<Duration> begin(Username username, Instant now);

  /** The latest try succeeded: the count begins anew. */
  void succeeded(Username username);
}
