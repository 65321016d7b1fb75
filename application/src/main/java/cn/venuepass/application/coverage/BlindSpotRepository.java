package cn.venuepass.application.coverage;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.domain.coverage.BlindSpotStep.What;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import cn.venuepass.domain.coverage.Owner;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blind-spot ledger. It lies where the place or the venue lies that a task is about. */
public interface BlindSpotRepository {

  /**
   * Stores steps, all at once. A step is left out where the subject has an open task already, or
   * where the task is not the one before it any more.
   *
   * @return those that are stored
   */
  List<BlindSpotStep> apply(List<BlindSpotStep> steps);

  /** Open tasks, and closed ones whose excuse holds at that time, in no order. */
  List<BlindSpot> listStanding(Instant now);

  /**
   * The tasks in that state, the one that is or was due first coming first; overdue ones by how
   * long the gap is there.
   */
  Page<Listed> list(
      Extent extent, Optional<Gap> gap, State state, Instant now, PageRequest request);

  /** The task, if what it is about lies in the jurisdiction. */
  Optional<Listed> find(BlindSpotId task, Jurisdiction jurisdiction);

  /** What became of the task, in order. */
  List<Past> historyOf(BlindSpotId task);

  /** How many tasks there are in each division, without those below it. */
  Map<DivisionCode, GapCounts> count(Extent extent, Instant now);

  /** Which tasks are asked for. */
  enum State {
    OPEN,
    /** Open, and not closed in time by somebody. */
    OVERDUE,
    CLOSED,
    /** Closed within {@link GapCounts#OF_LATE}. */
    CLOSED_LAST_7_DAYS
  }

  /** A task, and the place or venue that it is about. */
  record Listed(BlindSpot task, VenueName name, VenueTypeCode type, DivisionCode community) {

    /** By what lists are ordered: overdue ones, which have got new deadlines, by their begin. */
    public Instant orderedBy(State state) {
      return state == State.OVERDUE ? task.since() : task.dueAt();
    }
  }

  /**
   * A step that was taken.
   *
   * @param owner who had the task then
   */
  record Past(What what, Instant at, Owner owner) {}
}
