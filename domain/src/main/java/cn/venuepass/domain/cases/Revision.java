package cn.venuepass.domain.cases;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
 * @param basis what it rests on beside the scans, by which the next one knows what is new
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
    int staysOutside,
    Basis basis) {
  public Revision {
    causes = Set.copyOf(causes);
  }

  /** Numbers of both rings. */
  public record RingCounts(int first, int second) {}

  /**
   * What a list of contacts rests on beside the scans, the rules and the window.
   *
   * @param division whose venues were looked at
   * @param isolatedAt since when the index person met nobody
   * @param statements how many had been told, and how often one was withdrawn
   * @param isolations differs when other contacts are isolated, or since other times
   */
  public record Basis(
      DivisionCode division, Optional<Instant> isolatedAt, int statements, long isolations) {
    public static Basis of(Case of, int statements, Map<PersonId, Instant> isolated) {
      long sum =
          isolated.entrySet().stream()
              .mapToLong(
                  entry ->
                      entry.getKey().value().getLeastSignificantBits() * 31
                          + entry.getValue().toEpochMilli())
              .sum();
      return new Basis(of.division(), of.illness().isolatedAt(), statements, sum);
    }
  }

  /** Why a list of contacts changed. */
  public enum Cause {
    /** The case was opened. */
    OPENED,
    /** Scans arrived that were not known before, were doubted, or time passed. */
    EVIDENCE,
    /** Somebody told something, or what was told was withdrawn. */
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
