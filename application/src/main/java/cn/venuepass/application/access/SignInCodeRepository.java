package cn.venuepass.application.access;

import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One-time codes of phone numbers, on all nodes together. Neither number nor code is kept readable;
 * of one number the newest code counts.
 */
public interface SignInCodeRepository {

  /**
   * Makes that the code that counts, with all its attempts, unless too many were sent ({@link
   * cn.venuepass.domain.access.SignInCodeLimits}). Counting and storing are one step among the
   * calls for one number.
   *
   * @param request names this request, to take it back
   * @return how long to wait, with nothing changed; nothing if the code was stored
   */
  Optional<Duration> replace(PhoneNumber phone, UUID request, SignInCode code, Instant now);

  /** Takes a request back that was not sent: it does not count, and its code is not good. */
  void withdraw(PhoneNumber phone, UUID request);

  /**
   * Uses the code up. Each call costs one of the attempts of the code that counts, right or wrong;
   * of concurrent calls with the right one one succeeds.
   */
  boolean use(PhoneNumber phone, SignInCode code, Instant now);
}
