package cn.venuepass.domain.survey;

import cn.venuepass.domain.access.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * A list of places that a supervisor handed in, and how far it was worked off.
 *
 * @param by whose rights decide what is taken, as they are while the lines are worked off
 * @param finishedAt when the last line was done, or it was given up
 */
public record SurveyImport(
    SurveyImportId id,
    StaffId by,
    Instant at,
    OnBadLine onBadLine,
    State state,
    int lines,
    Tally tally,
    Optional<Instant> finishedAt) {

  /** What becomes of the good lines of a list that has a bad one. */
  public enum OnBadLine {
    KEEP_GOOD,
    KEEP_NONE
  }

  /** How far a list is. */
  public enum State {
    /** Stored, and nothing of it done. */
    WAITING,
    RUNNING,
    DONE,
    /** It had a bad line, and so nothing was to be kept. */
    NOTHING_KEPT,
    /** Whoever handed it in may not do that any more, or it cannot be worked off at all. */
    FAILED;

    public boolean isUnfinished() {
      return this == WAITING || this == RUNNING;
    }
  }

  /** How many lines came to what. */
  public record Tally(int added, int changed, int unchanged, int rejected) {
    public static final Tally NOTHING = new Tally(0, 0, 0, 0);

    public int done() {
      return added + changed + unchanged + rejected;
    }

    public int accepted() {
      return added + changed + unchanged;
    }

    public Tally and(Tally more) {
      return new Tally(
          added + more.added,
          changed + more.changed,
          unchanged + more.unchanged,
          rejected + more.rejected);
    }
  }

  public static SurveyImport handedIn(
      SurveyImportId id, StaffId by, Instant at, OnBadLine onBadLine, int lines) {
    return new SurveyImport(
        id, by, at, onBadLine, State.WAITING, lines, Tally.NOTHING, Optional.empty());
  }

  /** After some more lines; done when none is left. */
  public SurveyImport after(Tally more, Instant now) {
    Tally sum = tally.and(more);
    boolean last = sum.done() >= lines;
    return new SurveyImport(
        id,
        by,
        at,
        onBadLine,
        last ? State.DONE : State.RUNNING,
        lines,
        sum,
        last ? Optional.of(now) : Optional.empty());
  }

  /** With that many bad lines, and no other kept. */
  public SurveyImport withNothingKept(int rejected, Instant now) {
    return new SurveyImport(
        id,
        by,
        at,
        onBadLine,
        State.NOTHING_KEPT,
        lines,
        new Tally(0, 0, 0, rejected),
        Optional.of(now));
  }

  /** Given up; what was done of it stays. */
  public SurveyImport failed(Instant now) {
    return new SurveyImport(id, by, at, onBadLine, State.FAILED, lines, tally, Optional.of(now));
  }

  /** How many lines were looked at. */
  public int done() {
    return state == State.NOTHING_KEPT ? lines : tally.done();
  }
}
