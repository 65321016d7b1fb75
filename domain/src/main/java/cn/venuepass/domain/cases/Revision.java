package cn.venuepass.domain.cases;

import cn.venuepass.domain.tracing.Interval;
import java.time.Instant;
import java.util.Set;

/**
 * A state of a case's list of contacts.
 *
 * @param number from 1
 * @param causes why it differs from the one before
 * @param parameters the version of the rules that it follows
 * @param window the infectious window, as far as it had come
 * @param contacts how many contacts it has
 * @param left how many were left out, as a ring holds no more
 * @param sourcesLeft how many contacts of the first ring were not followed to the second
 * @param staysOutside how many stays of the index person lie outside the case's division
 */
public record Revision(
    CaseId of,
    int number,
    Instant at,
    Set<Cause> causes,
    int parameters,
    Interval window,
    RingCounts contacts,
    RingCounts left,
    int sourcesLeft,
    int staysOutside) {
  public Revision {
    causes = Set.copyOf(causes);
  }

  /** Numbers of both rings. */
  public record RingCounts(int first, int second) {}

  /** Why a list of contacts changed. */
  public enum Cause {
    /** The case was opened. */
    OPENED,
    /** Scans arrived that were not known before, were doubted, or time passed. */
    EVIDENCE,
    /** Somebody told something. */
    STATEMENT,
    /** Onset, sample or isolation became known or were corrected. */
    ILLNESS,
    /** The rules of traces changed. */
    PARAMETERS,
    /** A contact was isolated or released. */
    ISOLATION,
    /** Another division looks now. */
    DIVISION
  }
}
