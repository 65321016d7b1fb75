package cn.venuepass.application.casework;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CasePeople;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Stays;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class VisitorsService implements ViewVenueVisitors {
  private final CaseAccess access;
  private final VenueRepository venues;
  private final VenueVisitors visitors;
  private final Stays stays;
  private final CasePeople people;
  private final CaseJournal journal;

  VisitorsService(
      CaseAccess access,
      VenueRepository venues,
      VenueVisitors visitors,
      Stays stays,
      CasePeople people,
      CaseJournal journal) {
    this.access = access;
    this.venues = venues;
    this.visitors = visitors;
    this.stays = stays;
    this.people = people;
    this.journal = journal;
  }

  @Override
  public Result<Visitors> view(
      Caller.Staff member,
      CaseId of,
      VenueId venue,
      Instant from,
      Instant to,
      PageRequest request) {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new InvalidValue("from", Rule.OUT_OF_RANGE);
    }
    return access
        .toLook(member, of)
        .flatMap(
            found ->
                Result.of(venues.findWithin(venue, Jurisdiction.of(found.division())), NOT_FOUND)
                    .map(
                        place ->
                            found.drill()
                                ? nobody(place)
                                : shown(
                                    member,
                                    found,
                                    place,
                                    from,
                                    visitors.countPeople(venue, from, to),
                                    visitors.list(venue, from, to, request))));
  }

  /** Whoever was there is no part of an exercise. */
  private static Visitors nobody(Venue place) {
    var venue = new VisitedVenue(place.id(), place.details().name());
    return new Visitors(true, venue, 0, List.of(), Optional.empty());
  }

  private Visitors shown(
      Caller.Staff member,
      Case found,
      Venue place,
      Instant from,
      int count,
      Page<RecordedVisit> page) {
    var stayOf = stays.of(page.items());
    List<RecordedVisit> there =
        page.items().stream()
            .filter(visit -> stayOf.apply(visit).exit().latest().at().isAfter(from))
            .toList();
    List<PersonId> who = there.stream().map(visit -> visit.visit().person()).distinct().toList();
    journal.noteLook(member, found, AuditAction.VENUE_VISITORS_VIEWED, who);
    var known = people.of(found, who);
    return new Visitors(
        found.drill(),
        new VisitedVenue(place.id(), place.details().name()),
        count,
        there.stream()
            .map(
                visit -> {
                  PersonId person = visit.visit().person();
                  Stay stay = stayOf.apply(visit);
                  return new Visitor(visit.visit().id(), person, known.apply(person), stay);
                })
            .toList(),
        page.next());
  }
}
