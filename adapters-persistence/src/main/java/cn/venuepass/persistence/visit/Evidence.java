package cn.venuepass.persistence.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a passage came to be known.
 *
 * @param clock whose clock the time comes from
 * @param registeredBy the account that registered the person
 */
record Evidence(
    @Nullable String method,
    @Nullable String clock,
    @Nullable UUID poster,
    @Nullable UUID registeredBy) {

  /** Of an answer that moves out of presence: the visit holds it. Of a visit: not observed. */
  static final Evidence NONE = new Evidence(null, null, null, null);
}
