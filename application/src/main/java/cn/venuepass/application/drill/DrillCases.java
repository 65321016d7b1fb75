package cn.venuepass.application.drill;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.drill.Drill;
import cn.venuepass.domain.drill.DrillDraw;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Invents the cases of drills. */
final class DrillCases {
  private static final PersonName SAMPLE = new PersonName("演练样本");
  private static final String PURPOSE = "演练";
  private static final int MOST_VENUES = 200;
  private static final int STAFF_AT_ONCE = 200;

  private final PersonRepository people;
  private final StaffRepository staff;
  private final DivisionRepository divisions;
  private final VenueRepository venues;
  private final IdGenerator ids;
  private final InstantSource clock;

  DrillCases(
      PersonRepository people,
      StaffRepository staff,
      DivisionRepository divisions,
      VenueRepository venues,
      IdGenerator ids,
      InstantSource clock) {
    this.people = people;
    this.staff = staff;
    this.divisions = divisions;
    this.venues = venues;
    this.ids = ids;
    this.clock = clock;
  }

  /** A drill with its case and what its index person is said to have told. */
  record Made(Drill drill, Case traced, List<Statement> statements) {}

  /** Where the index person may have been: approved venues of the community, at most 200. */
  List<VenueId> venuesOf(DivisionCode community) {
    return venues
        .listWithin(
            Jurisdiction.of(community),
            Narrowing.NONE,
            VenueStatus.APPROVED,
            PageRequest.first(MOST_VENUES))
        .items()
        .stream()
        .map(Venue::id)
        .toList();
  }

  Made make(CaseId id, Caller.Staff caller, Division community, String name, List<VenueId> where) {
    Instant now = clock.instant();
    String seed = ids.next().toString();
    var draw = new DrillDraw(seed);
    Person index = somebody(draw, community.code());
    StaffId by = caller.account().id();
    var traced =
        new Case(
            id,
            index.id(),
            name,
            PURPOSE,
            new Illness(Optional.of(now), Optional.empty(), Optional.empty()),
            true,
            by,
            team(caller, community.code()),
            community.code(),
            now,
            Optional.empty(),
            0);
    List<Statement> statements =
        draw.stays(where, now).stream()
            .map(
                stay ->
                    new Statement(
                        new StatementId(ids.next()),
                        index.id(),
                        stay.venue(),
                        Optional.empty(),
                        Optional.of(stay.span().from()),
                        Optional.of(stay.span().to()),
                        Optional.empty(),
                        by,
                        now))
            .toList();
    var drill = new Drill(id, name, community.code(), seed, by, now, Optional.empty());
    return new Made(drill, traced, statements);
  }

  /** Somebody whom nobody knows yet. */
  private Person somebody(DrillDraw draw, DivisionCode community) {
    ResidentIdNumber number = draw.idNumber(community);
    while (people.findByIdNumber(number).isPresent()) {
      number = draw.idNumber(community);
    }
    return people.findOrAdd(number, Optional.of(SAMPLE));
  }

  /** All tracers below whoever opens it who answer for the community. */
  private Set<StaffId> team(Caller.Staff caller, DivisionCode community) {
    Set<StaffId> team = new HashSet<>(Set.of(caller.account().id()));
    var request = PageRequest.first(STAFF_AT_ONCE);
    boolean more;
    do {
      var page = staff.listWithin(caller.account().jurisdiction(), request);
      page.items().stream()
          .filter(account -> isTracerOf(account, community))
          .map(StaffAccount::id)
          .forEach(team::add);
      more = page.next().isPresent();
      request = new PageRequest(STAFF_AT_ONCE, page.next());
    } while (more);
    return team;
  }

  private boolean isTracerOf(StaffAccount account, DivisionCode community) {
    return account.enabled()
        && account.roles().contains(Role.TRACER)
        && account.jurisdiction() instanceof Jurisdiction.OfDivision own
        && divisions.isWithin(community, own.division());
  }
}
