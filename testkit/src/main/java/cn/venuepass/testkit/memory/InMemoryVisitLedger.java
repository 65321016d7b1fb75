package cn.venuepass.testkit.memory;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanDecision;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.ScanTime;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryVisitLedger implements VisitLedger {
  private final InMemoryStore store;
  private final InMemoryVenueRepository venues;
  private final InMemoryPosterRepository posters;
  private final InMemoryVenueTypeRepository types;
  private final IdGenerator ids;
  private final Map<Passer, PresenceState> presence;
  private final Map<VisitId, Visit> visits;
  private final Map<Receipt, ScanRecord> receipts;

  InMemoryVisitLedger(
      InMemoryStore store,
      InMemoryVenueRepository venues,
      InMemoryPosterRepository posters,
      InMemoryVenueTypeRepository types,
      IdGenerator ids) {
    this.store = store;
    this.venues = venues;
    this.posters = posters;
    this.types = types;
    this.ids = ids;
    this.presence = store.table();
    this.visits = store.table();
    this.receipts = store.table();
  }

  @Override
  public Optional<ScanRecord> apply(Scan scan) {
    return store.run(
        () -> {
          if (scan.target() instanceof ScanTarget.AtPoster at) {
            return posters
                .findAny(at.poster())
                .flatMap(
                    poster -> pass(scan, poster.venue(), poster.direction(), Optional.of(poster)));
          }
          var at = (ScanTarget.AtVenue) scan.target();
          return pass(scan, at.venue(), at.direction(), Optional.empty());
        });
  }

  Stream<Visit> visits() {
    return visits.values().stream();
  }

  /** The people inside, by visits younger than the maximum stay. */
  Stream<PersonId> inside(VenueId venue, Instant now) {
    return presence.entrySet().stream()
        .filter(entry -> entry.getKey().venue().equals(venue))
        .filter(
            entry ->
                entry.getValue() instanceof PresenceState.Inside inside
                    && inside.since().isAfter(now.minus(stayAt(venue).maximumStay())))
        .map(entry -> entry.getKey().person());
  }

  PresenceState presenceOf(VenueId venue, PersonId person) {
    return presence.getOrDefault(new Passer(venue, person), PresenceState.Outside.NEVER_SEEN);
  }

  private Optional<ScanRecord> pass(
      Scan scan, VenueId venue, Direction direction, Optional<Poster> poster) {
    return venues
        .findAny(venue)
        .map(
            found ->
                receipts.computeIfAbsent(
                    new Receipt(venue, scan.person(), scan.id()),
                    fresh -> decide(scan, found, direction, poster)));
  }

  private ScanRecord decide(Scan scan, Venue venue, Direction direction, Optional<Poster> poster) {
    var passer = new Passer(venue.id(), scan.person());
    PresenceState before = presenceOf(venue.id(), scan.person());
    var door =
        new Door(
            venue.state().status(),
            poster.filter(Poster::isRevoked).isPresent(),
            stayAt(venue.id()),
            venue.details().tracksExits(),
            isFull(venue, scan));
    var time = new ScanTime(scan.at(), scan.timeSource());
    var fresh = new VisitId(ids.next());
    ScanDecision decision =
        direction == Direction.IN
            ? door.enter(before, time, fresh)
            : door.leave(before, time, fresh);
    presence.put(passer, decision.after());
    store(scan, passer, decision);
    return new ScanRecord(
        scan.id(),
        new VisitedVenue(venue.id(), venue.details().name()),
        direction,
        decision.at(),
        decision.outcome());
  }

  private void store(Scan scan, Passer passer, ScanDecision decision) {
    var seen = Optional.of(new Observation(decision.at(), scan.method()));
    if (decision.outcome() instanceof ScanOutcome.Entered entered) {
      add(passer, entered.visit(), seen, Optional.empty());
    } else if (decision.outcome() instanceof ScanOutcome.LeftWithoutEntry left) {
      add(passer, left.visit(), Optional.empty(), seen);
    } else if (decision.outcome() instanceof ScanOutcome.Left left) {
      visits.computeIfPresent(left.visit(), (id, visit) -> changed(visit, seen, visit.lastSeen()));
    } else if (decision.outcome() instanceof ScanOutcome.AlreadyInside inside) {
      visits.computeIfPresent(
          inside.visit(), (id, visit) -> changed(visit, visit.exit(), Optional.of(decision.at())));
    }
  }

  private void add(
      Passer passer, VisitId id, Optional<Observation> entry, Optional<Observation> exit) {
    visits.put(id, new Visit(id, passer.venue(), passer.person(), entry, exit, Optional.empty()));
  }

  private static Visit changed(
      Visit visit, Optional<Observation> exit, Optional<Instant> lastSeen) {
    return new Visit(visit.id(), visit.venue(), visit.person(), visit.entry(), exit, lastSeen);
  }

  private boolean isFull(Venue venue, Scan scan) {
    return venue
        .details()
        .capacity()
        .filter(
            capacity ->
                inside(venue.id(), scan.at()).filter(p -> !p.equals(scan.person())).count()
                    >= capacity.people())
        .isPresent();
  }

  private StayRules stayAt(VenueId venue) {
    return venues
        .findAny(venue)
        .flatMap(found -> types.find(found.details().type()))
        .map(VenueType::stay)
        .orElse(StayRules.DEFAULT);
  }

  private record Passer(VenueId venue, PersonId person) {}

  private record Receipt(VenueId venue, PersonId person, ScanId scan) {}
}
