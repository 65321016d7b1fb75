package cn.venuepass.application.drill;

import static cn.venuepass.application.Denial.Plain.NOTHING_TO_TRACE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Days;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.application.cases.KeepTrace;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.drill.Drill;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class DrillService implements HoldDrills {
  /** How many drills are compared at most, the latest ones. */
  private static final int MOST_COMPARED = 1_000;

  private static final int SLICE = 200;

  private final DrillRepository drills;
  private final CaseRepository cases;
  private final DivisionRepository divisions;
  private final DrillCases made;
  private final DrillClocks clocks;
  private final KeepTrace trace;
  private final Creations creations;
  private final CaseJournal journal;
  private final InstantSource clock;

  DrillService(
      DrillRepository drills,
      CaseRepository cases,
      DivisionRepository divisions,
      DrillCases made,
      DrillClocks clocks,
      KeepTrace trace,
      Creations creations,
      CaseJournal journal,
      InstantSource clock) {
    this.drills = drills;
    this.cases = cases;
    this.divisions = divisions;
    this.made = made;
    this.clocks = clocks;
    this.trace = trace;
    this.creations = creations;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Result<Timed> open(
      Caller.Staff caller,
      DivisionCode community,
      Optional<String> name,
      Optional<CreationKey> key) {
    return Result.of(within(caller, community), NOT_FOUND)
        .flatMap(found -> open(caller, found, name, key))
        .map(this::traced);
  }

  private Optional<Division> within(Caller.Staff caller, DivisionCode community) {
    boolean own =
        caller.account().jurisdiction() instanceof Jurisdiction.OfDivision of
            && divisions.isWithin(community, of.division());
    Optional<Division> found = own ? divisions.find(community) : Optional.empty();
    if (found.filter(one -> one.level() != Division.Level.COMMUNITY).isPresent()) {
      throw new InvalidValue("community", Rule.NOT_A_COMMUNITY);
    }
    return found;
  }

  private Result<Drill> open(
      Caller.Staff caller, Division community, Optional<String> name, Optional<CreationKey> key) {
    List<VenueId> venues = made.venuesOf(community.code());
    if (venues.isEmpty()) {
      return Result.denied(NOTHING_TO_TRACE);
    }
    String title = name.orElseGet(() -> "演练 " + community.name() + " " + Days.of(clock.instant()));
    return creations.once(
        key,
        id ->
            Result.done(added(caller, made.make(new CaseId(id), caller, community, title, venues))),
        id -> Result.of(drills.find(new CaseId(id)), NOT_FOUND));
  }

  private Drill added(Caller.Staff caller, DrillCases.Made one) {
    cases.add(one.traced());
    one.statements().forEach(told -> cases.addStatement(one.traced().id(), told));
    drills.add(one.drill());
    journal.note(caller, one.traced(), AuditAction.DRILL_OPENED, List.of());
    return one.drill();
  }

  /** With its first list, which the case keeps making by itself if this node fails now. */
  private Timed traced(Drill drill) {
    Optional<Case> running =
        cases.findWithin(Jurisdiction.of(drill.community()), drill.of()).filter(Case::isOpen);
    running.ifPresent(trace::keep);
    return timed(drill);
  }

  @Override
  public Page<Timed> list(
      Caller.Staff caller, Optional<DivisionCode> division, PageRequest request) {
    return drills.listWithin(caller.account().jurisdiction(), division, request).map(this::timed);
  }

  @Override
  public List<Pace> compare(Caller.Staff caller, Optional<DivisionCode> division) {
    List<Timed> all = new ArrayList<>();
    var request = PageRequest.first(SLICE);
    Page<Timed> page;
    do {
      page = list(caller, division, request);
      all.addAll(page.items());
      request = new PageRequest(SLICE, page.next());
    } while (page.next().isPresent() && all.size() < MOST_COMPARED);
    return Paces.of(all);
  }

  private Timed timed(Drill drill) {
    return new Timed(drill, clocks.of(drill));
  }
}
