package cn.venuepass.domain.inspection;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A visit by a supervisor (督导检查) with what was found and what follows from it. Each step returns
 * the next version, or nothing where the state forbids it.
 *
 * @param division the division for which the supervisor came, if not an industry department
 * @param doneAt when the venue last said, or a supervisor saw, that all is right
 * @param steps what happened, the first one first
 * @param revision grows by one with every step; of two concurrent steps one wins
 */
public record Inspection(
    InspectionId id,
    Premises premises,
    StaffId inspector,
    Optional<DivisionCode> division,
    Instant at,
    Findings findings,
    MeasureOrder order,
    State state,
    Optional<Instant> doneAt,
    List<InspectionStep> steps,
    int revision) {

  /** Where an inspection stands; that it is overdue is computed from its deadline. */
  public enum State {
    /** Something is to be put right. */
    OPEN,
    /** The venue says that it is right now. */
    DONE,
    /** A supervisor saw that it is. */
    VERIFIED,
    /** A supervisor saw that it is not. */
    REOPENED,
    /** Nothing was to be put right. */
    CLOSED
  }

  public Inspection {
    steps = List.copyOf(steps);
  }

  /** An inspection that was just made. */
  public static Inspection made(
      InspectionId id,
      Premises premises,
      StaffId inspector,
      Optional<DivisionCode> division,
      Instant at,
      Findings findings,
      MeasureOrder order) {
    return new Inspection(
        id,
        premises,
        inspector,
        division,
        at,
        findings,
        order,
        order.measure() == Measure.RECTIFICATION ? State.OPEN : State.CLOSED,
        Optional.empty(),
        List.of(
            new InspectionStep(InspectionStep.Kind.INSPECTED, at, Optional.empty(), order.dueAt())),
        0);
  }

  /** The venue says that all is right. */
  public Optional<Inspection> completed(Instant now, Optional<InspectionNote> note) {
    var step = new InspectionStep(InspectionStep.Kind.DONE, now, note, Optional.empty());
    return awaitsVenue()
        ? Optional.of(next(State.DONE, Optional.of(now), order, step))
        : Optional.empty();
  }

  /**
   * A supervisor saw that all is right.
   *
   * @param unanswered whether no venue is there that could say so first
   */
  public Optional<Inspection> verified(
      Instant now, Optional<InspectionNote> note, boolean unanswered) {
    var step = new InspectionStep(InspectionStep.Kind.VERIFIED, now, note, Optional.empty());
    return mayBeJudged(unanswered)
        ? Optional.of(next(State.VERIFIED, doneAt.or(() -> Optional.of(now)), order, step))
        : Optional.empty();
  }

  /**
   * A supervisor saw that not all is right.
   *
   * @param newDueAt the new deadline; without one the old one stays, which must be still to come
   * @throws cn.venuepass.domain.InvalidValue when there is no such deadline
   */
  public Optional<Inspection> reopened(
      Instant now, Optional<InspectionNote> note, Optional<Instant> newDueAt, boolean unanswered) {
    if (!mayBeJudged(unanswered)) {
      return Optional.empty();
    }
    MeasureOrder again = order.again(newDueAt, now);
    var step = new InspectionStep(InspectionStep.Kind.REOPENED, now, note, again.dueAt());
    return Optional.of(next(State.REOPENED, Optional.empty(), again, step));
  }

  /** Whether the deadline passed while it is the venue's turn. */
  public boolean isOverdue(Instant now) {
    return awaitsVenue() && order.dueAt().filter(now::isAfter).isPresent();
  }

  /** The step that made this version. */
  public InspectionStep latest() {
    return steps.get(steps.size() - 1);
  }

  private boolean awaitsVenue() {
    return state == State.OPEN || state == State.REOPENED;
  }

  private boolean mayBeJudged(boolean unanswered) {
    return state == State.DONE || (unanswered && awaitsVenue());
  }

  private Inspection next(
      State next, Optional<Instant> done, MeasureOrder ordered, InspectionStep step) {
    return new Inspection(
        id,
        premises,
        inspector,
        division,
        at,
        findings,
        ordered,
        next,
        done,
        Stream.concat(steps.stream(), Stream.of(step)).toList(),
        revision + 1);
  }
}
