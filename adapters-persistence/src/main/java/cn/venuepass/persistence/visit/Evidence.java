package cn.venuepass.persistence.visit;

import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
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

  /** Of an answer that moves out of presence: the visit holds it. */
  static final Evidence IN_THE_VISIT = new Evidence(null, null, null, null);

  <S extends SqlStatement<S>> S bind(S statement) {
    return statement
        .bindByType("method", method, String.class)
        .bindByType("clock", clock, String.class)
        .bindByType("poster", poster, UUID.class)
        .bindByType("by", registeredBy, UUID.class);
  }
}
