package cn.venuepass.application;

import java.time.Instant;

/** Why a use case does not do what it was asked to. */
public sealed interface Denial {

  /** A denial that needs no further word. */
  enum Plain implements Denial {
    /** Unknown, or outside the caller's reach: the two look the same. */
    NOT_FOUND,
    SIGN_IN_FAILED,
    SIGN_IN_UNAVAILABLE,
    SESSION_ENDED,
    IDENTITY_REQUIRED,
    /** The ID number belongs to another account, or the account to another ID number. */
    IDENTITY_ALREADY_BOUND,
    VENUE_APPROVED,
    VENUE_REJECTED,
    VENUE_NOT_APPROVED,
    MANAGER_EXISTS,
    /** Forged, or of a poster that does not exist. */
    UNKNOWN_CODE,
    /** Somebody else changed the same thing at the same time. */
    CHANGED_MEANWHILE
  }

  /** The manager's appointment works later. */
  record ManagerNotActive(Instant activeFrom) implements Denial {}
}
