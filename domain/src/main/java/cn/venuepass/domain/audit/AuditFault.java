package cn.venuepass.domain.audit;

/**
 * The first place where the chain of the audit log is broken.
 *
 * @param number the number of the event there, or of the first one that a seal covers
 */
public record AuditFault(Kind kind, long number) {
  /** What is wrong. */
  public enum Kind {
    /** The end of the chain was removed or edited. */
    HEAD_BROKEN,
    /** A seal was removed. */
    SEAL_MISSING,
    /** Events, their subjects or their order were changed, or their seal was. */
    SEAL_BROKEN,
    /** An event was removed. */
    EVENT_MISSING,
    /** An event has a number that the chain never gave. */
    EVENT_FOREIGN,
    /** The key that sealed is not among the keys. */
    KEY_UNKNOWN
  }
}
