package cn.venuepass.application;

import java.time.Instant;
import java.util.UUID;

/** Remembers what a client created under which Idempotency-Key, for 24 hours. */
public interface CreationLog {

  /**
   * The id that was created under the key, or {@code fresh}, remembered from now on. Of concurrent
   * calls with one key all get the same id; the second waits for the first one's transaction.
   */
  UUID idFor(CreationKey key, UUID fresh, Instant now);
}
