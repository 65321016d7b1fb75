package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.casework.VenueVisitors;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Sighting;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryVisitRepository implements VisitRepository, VenueVisitors {
  private final InMemoryStore store;
  private final InMemoryVisitLedger ledger;
  private final InMemoryVenueRepository venues;
  private final InMemoryVenueTypeRepository types;
  private final InMemoryPosterWarningRepository warnings;

  InMemoryVisitRepository(
      InMemoryStore store,
      InMemoryVisitLedger ledger,
      InMemoryVenueRepository venues,
      InMemoryVenueTypeRepository types,
      InMemoryPosterWarningRepository warnings) {
    this.store = store;
    this.ledger = ledger;
    this.venues = venues;
    this.types = types;
    this.warnings = warnings;
  }

  @Override
  public int countInside(VenueId venue, Instant now) {
    return store.run(() -> (int) ledger.inside(venue, now).count());
  }

  @Override
  public Page<PersonInside> listInside(VenueId venue, Instant now, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                ledger.inside(venue, now).flatMap(person -> inside(venue, person, now)),
                request,
                inside -> new Cursor(inside.since(), inside.visit().value())));
  }

  @Override
  public Optional<PersonInside> findInside(VenueId venue, PersonId person, Instant now) {
    return store.run(
        () ->
            ledger
                .inside(venue, now)
                .filter(person::equals)
                .flatMap(found -> inside(venue, found, now))
                .findFirst());
  }

  @Override
  public Page<RecordedVisit> listOf(
      Collection<Watched> people, Instant from, Instant to, PageRequest request) {
    return store.run(
        () ->
            newestFirst(
                people.stream()
                    .flatMap(
                        watched ->
                            recorded(watched.person())
                                .filter(visit -> !visit.from().isBefore(watched.since())))
                    .filter(visit -> beganOrEnded(visit, from, to)),
                request));
  }

  /** The visit, if it is one of these people's, since they are watched. */
  Optional<Visit> find(Collection<Watched> people, VisitId visit) {
    return people.stream()
        .flatMap(
            watched ->
                recorded(watched.person()).filter(known -> !known.from().isBefore(watched.since())))
        .map(RecordedVisit::visit)
        .filter(known -> known.id().equals(visit))
        .findFirst();
  }

  @Override
  public Page<RecordedVisit> listAt(VenueId venue, Instant from, Instant to, PageRequest request) {
    return store.run(
        () ->
            newestFirst(
                at(venue).map(this::recorded).filter(visit -> beganOrEnded(visit, from, to)),
                request));
  }

  @Override
  public Page<RecordedVisit> list(VenueId venue, Instant from, Instant to, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                mayReach(venue, from, to),
                request,
                visit -> new Cursor(visit.from(), visit.visit().id().value())));
  }

  @Override
  public int countPeople(VenueId venue, Instant from, Instant to) {
    return store.run(
        () ->
            (int)
                mayReach(venue, from, to).map(visit -> visit.visit().person()).distinct().count());
  }

  private Stream<RecordedVisit> mayReach(VenueId venue, Instant from, Instant to) {
    return at(venue)
        .map(this::recorded)
        .filter(visit -> visit.from().isBefore(to))
        .filter(visit -> !visit.from().isBefore(from.minus(StayRules.LONGEST)))
        .filter(
            visit ->
                visit.doubt().exit().isPresent()
                    || visit.visit().exit().filter(exit -> !exit.at().isAfter(from)).isEmpty());
  }

  @Override
  public List<Sighting> sightingsOf(Collection<PersonId> people, Instant from, Instant to) {
    return store.run(
        () ->
            people.stream()
                .flatMap(this::recorded)
                .flatMap(InMemoryVisitRepository::sightings)
                .filter(sighting -> lies(sighting.at(), from, to))
                .sorted(Comparator.comparing(Sighting::at))
                .toList());
  }

  @Override
  public Optional<PersonId> personOf(VenueId venue, VisitId visit, Instant earliest) {
    return store.run(
        () ->
            at(venue)
                .filter(known -> known.id().equals(visit))
                .filter(known -> !recorded(known).from().isBefore(earliest))
                .map(Visit::person)
                .findFirst());
  }

  private Stream<Visit> at(VenueId venue) {
    return ledger.visits().filter(visit -> visit.venue().equals(venue));
  }

  private static Stream<Sighting> sightings(RecordedVisit recorded) {
    Visit visit = recorded.visit();
    return Stream.concat(
        visit.entry().stream()
            .filter(seen -> recorded.doubt().entry().isEmpty())
            .map(seen -> sighting(recorded, Direction.IN, seen.at())),
        visit.exit().stream()
            .filter(seen -> recorded.doubt().exit().isEmpty())
            .map(seen -> sighting(recorded, Direction.OUT, seen.at())));
  }

  private static Sighting sighting(RecordedVisit recorded, Direction direction, Instant at) {
    return new Sighting(
        recorded.visit().person(), recorded.visit().venue(), recorded.family(), direction, at);
  }

  private static Page<RecordedVisit> newestFirst(
      Stream<RecordedVisit> recorded, PageRequest request) {
    return Paging.newestFirst(
        recorded, request, visit -> new Cursor(visit.from(), visit.visit().id().value()));
  }

  private static boolean beganOrEnded(RecordedVisit visit, Instant from, Instant to) {
    return lies(visit.from(), from, to)
        || visit.visit().exit().filter(exit -> lies(exit.at(), from, to)).isPresent();
  }

  private static boolean lies(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private Stream<PersonInside> inside(VenueId venue, PersonId person, Instant now) {
    if (!(ledger.presenceOf(venue, person, now) instanceof PresenceState.Inside inside)) {
      return Stream.empty();
    }
    return ledger
        .visits()
        .filter(visit -> visit.id().equals(inside.visit()))
        .flatMap(visit -> visit.entry().stream())
        .map(entry -> new PersonInside(inside.visit(), person, inside.since(), entry.method()));
  }

  /** All visits. */
  Stream<RecordedVisit> recorded() {
    return ledger.visits().map(this::recorded);
  }

  /** When somebody was seen, where that is not doubtful. */
  Stream<Sighting> sightings(PersonId person) {
    return recorded(person).flatMap(InMemoryVisitRepository::sightings);
  }

  private Stream<RecordedVisit> recorded(PersonId person) {
    return ledger.visits().filter(visit -> visit.person().equals(person)).map(this::recorded);
  }

  private RecordedVisit recorded(Visit visit) {
    Venue venue = venues.findAny(visit.venue()).orElseThrow();
    StayRules rules =
        types.find(venue.details().type()).map(VenueType::stay).orElse(StayRules.DEFAULT);
    Instant from =
        visit
            .entry()
            .map(Observation::at)
            .orElseGet(() -> visit.exit().orElseThrow().at().minus(rules.maximumStay()));
    return new RecordedVisit(
        visit,
        from,
        new VisitedVenue(venue.id(), venue.details().name()),
        venue.parent().orElse(venue.id()),
        rules,
        ledger.wasOverCapacity(visit.id()),
        warnings.doubtOf(visit.id()));
  }
}
