package cn.venuepass.application.drill;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.drill.Drill;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Optional;

/** Drills, which outlast the cases that they opened. */
public interface DrillRepository {

  void add(Drill drill);

  Optional<Drill> find(CaseId of);

  /** Those that run, the oldest first. */
  List<Drill> listRunning();

  /**
   * Those in communities of the jurisdiction, of that division if there is one, the latest first.
   */
  Page<Drill> listWithin(
      Jurisdiction jurisdiction, Optional<DivisionCode> division, PageRequest request);

  /**
   * Stores how the clock of a drill stood at its end.
   *
   * @return false, with nothing changed, when it has ended already
   */
  boolean end(Drill ended);
}
