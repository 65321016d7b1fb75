package cn.venuepass.application.drill;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.drill.Drill;
import cn.venuepass.domain.drill.DrillClock;
import cn.venuepass.domain.drill.DrillClock.Leg;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exercises of tracing, by tracers and supervisors of a division. */
public interface HoldDrills {

  /**
   * Opens a drill: a case of somebody who does not exist, with stays at approved venues of the
   * community, on which all tracers who answer for it work. Denied with {@code NOT_FOUND} outside
   * the jurisdiction, with {@code NOTHING_TO_TRACE} where there is no approved venue.
   *
   * @throws cn.venuepass.domain.InvalidValue when it is no community
   */
  Result<Timed> open(
      Caller.Staff caller,
      DivisionCode community,
      Optional<String> name,
      Optional<CreationKey> key);

  /** The drills of the jurisdiction, the latest first. */
  Page<Timed> list(Caller.Staff caller, Optional<DivisionCode> division, PageRequest request);

  /** How long communities take, by their code. */
  List<Pace> compare(Caller.Staff caller, Optional<DivisionCode> division);

  /** A drill, and how its clock stands. */
  record Timed(Drill drill, DrillClock clock) {}

  /**
   * How long a community takes.
   *
   * @param drills how many of its drills are compared
   * @param latest minutes of the latest drill that came so far
   * @param median minutes of them all
   * @param trend how many minutes more the latest took than the one before
   */
  record Pace(
      DivisionCode community,
      int drills,
      Map<Leg, Long> latest,
      Map<Leg, Long> median,
      Map<Leg, Long> trend) {}
}
