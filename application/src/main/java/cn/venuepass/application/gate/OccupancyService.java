package cn.venuepass.application.gate;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PASS_CODE_EXPIRED;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.pass.Bearer;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.RosterRepository;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class OccupancyService implements ViewOccupancy, MarkAsLeft {
  private static final int MOST_FOUND = 50;
  private static final int MOST_SEARCHED = 5_000;
  private static final PageRequest FIRST_SEARCHED = PageRequest.first(200);

  /** A visit may have begun that long ago whose end, or the replay of it, is noted. */
  private static final Duration LONGEST_MEMORY = StayRules.LONGEST.plus(VisitLedger.REPLAY_MEMORY);

  private final VenueRights rights;
  private final VisitRepository visits;
  private final VisitLedger ledger;
  private final PersonRepository people;
  private final RosterRepository rosters;
  private final Registrar registrar;
  private final Lookups lookups;
  private final AuditTrail audit;
  private final InstantSource clock;

  OccupancyService(
      VenueRights rights,
      VisitRepository visits,
      VisitLedger ledger,
      PersonRepository people,
      RosterRepository rosters,
      Registrar registrar,
      Lookups lookups,
      AuditTrail audit,
      InstantSource clock) {
    this.rights = rights;
    this.visits = visits;
    this.ledger = ledger;
    this.people = people;
    this.rosters = rosters;
    this.registrar = registrar;
    this.lookups = lookups;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<Occupancy> view(Caller.Resident manager, VenueId id, PageRequest request) {
    Instant now = clock.instant();
    return rights
        .asManager(manager, id)
        .map(
            venue -> {
              Page<PersonInside> inside = visits.listInside(id, now, request);
              noteSeen(manager, venue, inside.items());
              MaskedPeople known = masked(id, inside.items());
              return new Occupancy(
                  visits.countInside(id, now),
                  venue.details().capacity(),
                  inside.map(person -> masked(person, known)));
            });
  }

  @Override
  public Result<List<MaskedPerson>> searchByName(Caller.Resident manager, VenueId id, String name) {
    return rights
        .asManager(manager, id)
        .flatMap(
            venue ->
                lookups
                    .limited(manager.account(), Limited.NAME_SEARCHED, 1)
                    .map(allowed -> named(allowed, venue, name)));
  }

  @Override
  public Result<List<MaskedPerson>> search(
      Caller.Resident manager, VenueId id, Credential credential) {
    Optional<Denial> refusal = registrar.refusal(credential, clock.instant());
    if (refusal.isPresent()) {
      return Result.denied(refusal.get());
    }
    return rights
        .asManager(manager, id)
        .flatMap(
            venue ->
                sought(manager, venue, credential)
                    .map(person -> shownInside(manager, venue, credential, person)));
  }

  @Override
  public Result<ScanRecord> mark(Caller.Resident manager, VenueId id, VisitId visit, ScanId scan) {
    Instant now = clock.instant();
    return rights
        .asManager(manager, id)
        .flatMap(
            venue -> Result.of(visits.personOf(id, visit, now.minus(LONGEST_MEMORY)), NOT_FOUND))
        .flatMap(
            person ->
                Result.of(
                    ledger.apply(
                        Scan.byManager(
                            scan,
                            person,
                            new ScanTarget.OutOfVisit(id, visit),
                            ScanMethod.MARKED_LEFT,
                            manager.account(),
                            now)),
                    NOT_FOUND));
  }

  private List<MaskedPerson> shownInside(
      Caller.Resident manager, Venue venue, Credential credential, Optional<PersonId> sought) {
    List<PersonInside> found =
        sought.flatMap(person -> visits.findInside(venue.id(), person, clock.instant())).stream()
            .toList();
    if (credential instanceof Credential.PassCode) {
      noteSeen(manager, venue, found);
    }
    MaskedPeople known = masked(venue.id(), found);
    return found.stream().map(person -> masked(person, known)).toList();
  }

  private Result<Optional<PersonId>> sought(
      Caller.Resident manager, Venue venue, Credential credential) {
    if (credential instanceof Credential.IdNumber typed) {
      return lookups
          .limited(manager.account(), Limited.ID_NUMBER_TYPED, 1)
          .map(
              allowed -> {
                Optional<PersonId> person = people.findByIdNumber(typed.number());
                lookups.note(
                    Actor.manager(allowed),
                    List.of(person),
                    AuditPurpose.SEARCH_INSIDE,
                    Optional.of(venue));
                return person;
              });
    }
    return Result.of(registrar.bearer(credential, clock.instant(), Duration.ZERO), UNKNOWN_CODE)
        .flatMap(
            bearer ->
                bearer.standing() == Bearer.Standing.GOOD
                    ? Result.done(Optional.of(bearer.person()))
                    : Result.denied(PASS_CODE_EXPIRED));
  }

  private List<MaskedPerson> named(AccountId manager, Venue venue, String name) {
    VenueId id = venue.id();
    Instant now = clock.instant();
    List<PersonInside> found = new ArrayList<>();
    PageRequest request = FIRST_SEARCHED;
    for (int searched = 0; searched < MOST_SEARCHED; searched += request.limit()) {
      Page<PersonInside> page = visits.listInside(id, now, request);
      MaskedPeople known = masked(id, page.items());
      page.items().stream()
          .filter(person -> known.nameContains(person.person(), name))
          .forEach(found::add);
      if (page.next().isEmpty() || found.size() >= MOST_FOUND) {
        break;
      }
      request = new PageRequest(request.limit(), page.next());
    }
    List<PersonInside> shown = found.stream().limit(MOST_FOUND).toList();
    if (!shown.isEmpty()) {
      lookups.note(
          Actor.manager(manager),
          shown.stream().map(person -> Optional.of(person.person())).toList(),
          AuditPurpose.SEARCH_INSIDE,
          Optional.of(venue));
    }
    MaskedPeople known = masked(id, shown);
    return shown.stream().map(person -> masked(person, known)).toList();
  }

  private void noteSeen(Caller.Resident manager, Venue venue, List<PersonInside> seen) {
    audit.noteLook(
        Actor.manager(manager.account()),
        Deed.of(AuditAction.PEOPLE_INSIDE_VIEWED, AuditPurpose.VENUE_OPERATION)
            .at(venue)
            .about(seen.stream().map(PersonInside::person).toList()));
  }

  private MaskedPeople masked(VenueId venue, List<PersonInside> inside) {
    return MaskedPeople.of(
        inside.stream().map(PersonInside::person).toList(), venue, people, rosters);
  }

  private static MaskedPerson masked(PersonInside person, MaskedPeople known) {
    return new MaskedPerson(
        person.visit(),
        known.maskedName(person.person()),
        person.since(),
        person.method(),
        known.isStaff(person.person(), person.since()));
  }
}
