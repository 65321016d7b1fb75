package cn.venuepass.domain.visit;

/** Why nobody passes now. */
public enum RefusalReason {
  /** The venue is locked or removed. */
  VENUE_CLOSED,
  /** The venue's application is under review or was rejected. */
  VENUE_NOT_APPROVED,
  POSTER_REVOKED,
  /** An active control order concerns the person. */
  ADMISSION_CONTROLLED,
  VENUE_FULL
}
