package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

final class InMemoryVisitRepository implements VisitRepository {
  private final InMemoryStore store;
  private final InMemoryVisitLedger ledger;
  private final InMemoryVenueRepository venues;
  private final InMemoryVenueTypeRepository types;

  InMemoryVisitRepository(
      InMemoryStore store,
      InMemoryVisitLedger ledger,
      InMemoryVenueRepository venues,
      InMemoryVenueTypeRepository types) {
    this.store = store;
    this.ledger = ledger;
    this.venues = venues;
    this.types = types;
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
                ledger.inside(venue, now).flatMap(person -> inside(venue, person)),
                request,
                inside -> new Cursor(inside.since(), inside.visit().value())));
  }

  @Override
  public Page<RecordedVisit> listOf(
      PersonId person, Instant from, Instant to, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                recorded(person).filter(visit -> beganOrEnded(visit, from, to)),
                request,
                visit -> new Cursor(visit.from(), visit.visit().id().value())));
  }

  @Override
  public List<Entry> entriesOf(PersonId person, Instant from, Instant to) {
    return store.run(
        () ->
            recorded(person)
                .filter(visit -> visit.visit().entry().isPresent())
                .filter(visit -> lies(visit.from(), from, to))
                .map(visit -> new Entry(visit.family(), visit.from()))
                .sorted(Comparator.comparing(Entry::at))
                .toList());
  }

  private static boolean beganOrEnded(RecordedVisit visit, Instant from, Instant to) {
    return lies(visit.from(), from, to)
        || visit.visit().exit().filter(exit -> lies(exit.at(), from, to)).isPresent();
  }

  private static boolean lies(Instant at, Instant from, Instant to) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  private Stream<PersonInside> inside(VenueId venue, PersonId person) {
    if (!(ledger.presenceOf(venue, person) instanceof PresenceState.Inside inside)) {
      return Stream.empty();
    }
    return ledger
        .visits()
        .filter(visit -> visit.id().equals(inside.visit()))
        .flatMap(visit -> visit.entry().stream())
        .map(entry -> new PersonInside(inside.visit(), person, inside.since(), entry.method()));
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
        venue.details().parent().orElse(venue.id()),
        rules);
  }
}
