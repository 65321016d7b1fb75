package cn.venuepass.application.gate;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.RosterRepository;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Stays;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.Visit;
import java.time.Instant;

final class VenueVisitService implements ViewVenueVisits {
  private final VenueRights rights;
  private final VisitRepository visits;
  private final Stays stays;
  private final PersonRepository people;
  private final RosterRepository rosters;
  private final AuditTrail audit;

  VenueVisitService(
      VenueRights rights,
      VisitRepository visits,
      Stays stays,
      PersonRepository people,
      RosterRepository rosters,
      AuditTrail audit) {
    this.rights = rights;
    this.visits = visits;
    this.stays = stays;
    this.people = people;
    this.rosters = rosters;
    this.audit = audit;
  }

  @Override
  public Result<Page<MaskedVisit>> list(
      Caller.Resident manager, VenueId id, Instant from, Instant to, PageRequest request) {
    return rights
        .asManager(manager, id)
        .map(
            venue -> {
              Page<RecordedVisit> shown = visits.listAt(id, from, to, request);
              audit.noteLook(
                  Actor.manager(manager.account()),
                  Deed.of(AuditAction.VENUE_VISITS_VIEWED, AuditPurpose.VENUE_OPERATION)
                      .at(venue)
                      .about(shown.items().stream().map(each -> each.visit().person()).toList()));
              return masked(id, shown);
            });
  }

  private Page<MaskedVisit> masked(VenueId id, Page<RecordedVisit> page) {
    var stayOf = stays.asItsVenueKnows(page.items());
    MaskedPeople known =
        MaskedPeople.of(
            page.items().stream().map(recorded -> recorded.visit().person()).distinct().toList(),
            id,
            people,
            rosters);
    return page.map(
        recorded ->
            new MaskedVisit(
                recorded.visit(),
                known.maskedName(recorded.visit().person()),
                stayOf.apply(recorded),
                known.isStaff(recorded.visit().person(), firstSeen(recorded.visit())),
                recorded.overCapacity(),
                recorded.doubt()));
  }

  private static Instant firstSeen(Visit visit) {
    return visit.entry().or(visit::exit).map(Observation::at).orElseThrow();
  }
}
