package cn.venuepass.testkit.memory;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.control.LockedIn;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Controls;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.PresenceState;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanDecision;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanRecord.CompanionRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.ScanTime;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryVisitLedger implements VisitLedger {
  private static final PresenceState NEVER = PresenceState.Outside.NEVER_SEEN;

  private final InMemoryStore store;
  private final InMemoryVenueRepository venues;
  private final InMemoryPosterRepository posters;
  private final InMemoryVenueTypeRepository types;
  private final InMemoryControlOrderRepository orders;
  private final IdGenerator ids;
  private final Map<Passer, PresenceState> presence;
  private final Map<Passer, Instant> lastExits;
  private final Map<VisitId, Visit> visits;
  private final Map<VisitId, VisitId> overCapacity;
  private final Map<VisitId, PosterId> entryPosters;
  private final Map<VisitId, PosterId> exitPosters;
  private final Map<Receipt, ScanRecord> receipts;

  InMemoryVisitLedger(
      InMemoryStore store,
      InMemoryVenueRepository venues,
      InMemoryPosterRepository posters,
      InMemoryVenueTypeRepository types,
      InMemoryControlOrderRepository orders,
      IdGenerator ids) {
    this.store = store;
    this.venues = venues;
    this.posters = posters;
    this.types = types;
    this.orders = orders;
    this.ids = ids;
    this.presence = store.table();
    this.lastExits = store.table();
    this.visits = store.table();
    this.overCapacity = store.table();
    this.entryPosters = store.table();
    this.exitPosters = store.table();
    this.receipts = store.table();
  }

  @Override
  public Optional<ScanRecord> apply(Scan scan) {
    return store.run(
        () -> gate(scan).flatMap(gate -> answer(gate, scan).or(() -> pass(gate, scan))));
  }

  @Override
  public Optional<ScanRecord> findAnswer(Scan scan) {
    return store.run(() -> gate(scan).flatMap(gate -> answer(gate, scan)));
  }

  Stream<Visit> visits() {
    return visits.values().stream();
  }

  /** The passages by posters. */
  Stream<PosterPassage> passages() {
    return visits()
        .flatMap(
            visit ->
                Stream.concat(
                    visit.entry().stream()
                        .flatMap(seen -> passage(visit, Direction.IN, seen, entryPosters)),
                    visit.exit().stream()
                        .flatMap(seen -> passage(visit, Direction.OUT, seen, exitPosters))));
  }

  private Stream<PosterPassage> passage(
      Visit visit, Direction direction, Observation seen, Map<VisitId, PosterId> by) {
    return Optional.ofNullable(by.get(visit.id())).stream()
        .map(
            poster ->
                new PosterPassage(
                    poster,
                    visit.person(),
                    seen.method(),
                    new DoubtfulScan(
                        visit.venue(), begin(visit), visit.id(), direction, seen.at())));
  }

  /** A passage by a poster. */
  record PosterPassage(PosterId poster, PersonId person, ScanMethod method, DoubtfulScan passage) {
    Instant at() {
      return passage.at();
    }
  }

  boolean wasOverCapacity(VisitId visit) {
    return overCapacity.containsKey(visit);
  }

  /** The people inside, by visits younger than the maximum stay. */
  Stream<PersonId> inside(VenueId venue, Instant now) {
    return presence.keySet().stream()
        .filter(passer -> passer.venue().equals(venue))
        .map(Passer::person)
        .filter(
            person ->
                presenceOf(venue, person, now) instanceof PresenceState.Inside inside
                    && inside.since().isAfter(now.minus(stayAt(venue).maximumStay())));
  }

  /** The people inside a venue and its sub-venues. */
  Stream<LockedIn> lockedIn(VenueId venue, Instant now) {
    return venues
        .withParts(venue)
        .flatMap(
            part ->
                inside(part, now)
                    .map(person -> lockedIn(part, person, presenceOf(part, person, now))));
  }

  private static LockedIn lockedIn(VenueId venue, PersonId person, PresenceState state) {
    var inside = (PresenceState.Inside) state;
    return new LockedIn(inside.visit(), venue, person, inside.since());
  }

  /** Where a person stands at that time, given also the venue's parent. */
  PresenceState presenceOf(VenueId venue, PersonId person, Instant at) {
    PresenceState own = presence.getOrDefault(new Passer(venue, person), NEVER);
    return venues
        .findAny(venue)
        .flatMap(Venue::parent)
        .map(parent -> Optional.ofNullable(lastExits.get(new Passer(parent, person))))
        .map(parentExit -> own.afterExitFromParent(parentExit, at))
        .orElse(own);
  }

  /** When the visits began that are over and not held; they are deleted if so told. */
  List<Instant> forgetVisits(Instant limit, List<RetentionHold> holds, boolean delete) {
    List<Visit> over = over(limit).filter(visit -> !isHeld(visit, holds)).toList();
    if (delete) {
      for (Visit visit : over) {
        visits.remove(visit.id());
        var passer = new Passer(visit.venue(), visit.person());
        if (visits().noneMatch(left -> isOf(left, passer))) {
          presence.remove(passer);
          lastExits.remove(passer);
        }
      }
    }
    return over.stream().map(this::begin).toList();
  }

  /** How many visits are over, but held. */
  long countHeld(Instant limit, List<RetentionHold> holds) {
    return over(limit).filter(visit -> isHeld(visit, holds)).count();
  }

  private Stream<Visit> over(Instant limit) {
    return visits().filter(visit -> end(visit).isBefore(limit));
  }

  private boolean isHeld(Visit visit, List<RetentionHold> holds) {
    return holds.stream()
        .anyMatch(hold -> hold.holds(visit.person(), visit.venue(), begin(visit), end(visit)));
  }

  /** When the answers were given that are over; they are deleted if so told. */
  List<Instant> forgetAnswers(Instant limit, boolean delete) {
    List<Map.Entry<Receipt, ScanRecord>> over =
        receipts.entrySet().stream().filter(e -> e.getValue().at().isBefore(limit)).toList();
    List<Instant> times = over.stream().map(entry -> entry.getValue().at()).toList();
    if (delete) {
      over.stream().map(Map.Entry::getKey).toList().forEach(receipts::remove);
    }
    return times;
  }

  /** When the latest visit at the venue began. */
  Optional<Instant> lastBegin(VenueId venue) {
    return visits()
        .filter(visit -> visit.venue().equals(venue))
        .map(this::begin)
        .max(Comparator.naturalOrder());
  }

  private Instant begin(Visit visit) {
    return visit
        .entry()
        .map(Observation::at)
        .orElseGet(
            () -> visit.exit().orElseThrow().at().minus(stayAt(visit.venue()).maximumStay()));
  }

  /** The latest moment at which the person can have been there, or was seen there. */
  private Instant end(Visit visit) {
    Instant end =
        visit
            .exit()
            .map(Observation::at)
            .orElseGet(() -> begin(visit).plus(stayAt(visit.venue()).maximumStay()));
    PresenceState state = presence.getOrDefault(new Passer(visit.venue(), visit.person()), NEVER);
    Optional<Instant> seen =
        state instanceof PresenceState.Inside inside && inside.visit().equals(visit.id())
            ? Optional.of(inside.lastSeen())
            : visit.lastSeen();
    return seen.filter(end::isBefore).orElse(end);
  }

  private Optional<Gate> gate(Scan scan) {
    if (scan.target() instanceof ScanTarget.AtPoster at) {
      return posters
          .findAny(at.poster())
          .flatMap(
              poster ->
                  venues
                      .findAny(poster.venue())
                      .map(venue -> new Gate(venue, poster.direction(), Optional.of(poster))));
    }
    if (scan.target() instanceof ScanTarget.AtVenue at) {
      return venues
          .findAny(at.venue())
          .map(venue -> new Gate(venue, at.direction(), Optional.empty()));
    }
    var out = (ScanTarget.OutOfVisit) scan.target();
    return venues
        .findAny(out.venue())
        .map(venue -> new Gate(venue, Direction.OUT, Optional.empty()));
  }

  private Optional<ScanRecord> answer(Gate gate, Scan scan) {
    return Optional.ofNullable(
        receipts.get(new Receipt(gate.venue().id(), scan.person(), scan.id())));
  }

  private Optional<ScanRecord> pass(Gate gate, Scan scan) {
    if (scan.target() instanceof ScanTarget.OutOfVisit out
        && !isOpen(out, scan.person(), scan.at())) {
      return Optional.empty();
    }
    Door door =
        new Door(
            gate.venue().state(),
            gate.poster().flatMap(Poster::revokedAt),
            stayAt(gate.venue().id()),
            gate.venue().details().tracksExits(),
            room(gate.venue(), gate.direction(), scan),
            new Controls(
                orders.termsOn(gate.venue()),
                party(scan).stream().flatMap(person -> orders.termsOn(person).stream()).toList()));
    ScanDecision own = decide(gate, door, scan, scan.person(), scan.method(), Optional.empty());
    List<CompanionRecord> along = new ArrayList<>();
    for (Companion companion : scan.companions()) {
      along.add(new CompanionRecord(companion.family(), outcome(gate, door, scan, companion)));
    }
    ScanRecord record = record(gate, scan, own, along);
    receipts.put(new Receipt(gate.venue().id(), scan.person(), scan.id()), record);
    return Optional.of(record);
  }

  private ScanOutcome outcome(Gate gate, Door door, Scan scan, Companion companion) {
    var receipt = new Receipt(gate.venue().id(), companion.person(), scan.id());
    return Optional.ofNullable(receipts.get(receipt))
        .map(ScanRecord::outcome)
        .orElseGet(
            () ->
                decide(
                        gate,
                        door,
                        scan,
                        companion.person(),
                        ScanMethod.COMPANION,
                        Optional.of(companion.guardian()))
                    .outcome());
  }

  private boolean isOpen(ScanTarget.OutOfVisit out, PersonId person, Instant at) {
    return presenceOf(out.venue(), person, at) instanceof PresenceState.Inside inside
        && inside.visit().equals(out.visit())
        && stayAt(out.venue()).mayLast(inside.since(), at);
  }

  private ScanDecision decide(
      Gate gate,
      Door door,
      Scan scan,
      PersonId person,
      ScanMethod method,
      Optional<AccountId> guardian) {
    VenueId venue = gate.venue().id();
    var passer = new Passer(venue, person);
    PresenceState before = presenceOf(venue, person, scan.at());
    ScanDecision decision =
        door.pass(
            gate.direction(),
            before,
            new ScanTime(scan.at(), scan.timeSource()),
            at -> visits().filter(visit -> isOf(visit, passer)).toList(),
            new VisitId(ids.next()));
    if (!decision.after().equals(before)) {
      presence.put(passer, decision.after());
      if (decision.after() instanceof PresenceState.Outside) {
        lastExits.put(passer, decision.at());
      }
    }
    store(passer, decision, new Observation(decision.at(), method));
    gate.poster().ifPresent(poster -> remember(poster.id(), decision.outcome()));
    if (guardian.isPresent()) {
      receipts.put(new Receipt(venue, person, scan.id()), record(gate, scan, decision, List.of()));
    }
    return decision;
  }

  private void store(Passer passer, ScanDecision decision, Observation seen) {
    if (decision.outcome() instanceof ScanOutcome.Entered entered) {
      visits.merge(
          entered.visit(),
          new Visit(
              entered.visit(),
              passer.venue(),
              passer.person(),
              Optional.of(seen),
              Optional.empty(),
              Optional.empty()),
          (known, fresh) ->
              new Visit(
                  known.id(),
                  known.venue(),
                  known.person(),
                  Optional.of(seen),
                  known.exit(),
                  known.lastSeen()));
      if (decision.overCapacity()) {
        overCapacity.put(entered.visit(), entered.visit());
      }
    } else if (decision.outcome() instanceof ScanOutcome.LeftWithoutEntry left) {
      visits.put(
          left.visit(),
          new Visit(
              left.visit(),
              passer.venue(),
              passer.person(),
              Optional.empty(),
              Optional.of(seen),
              Optional.empty()));
    } else if (decision.outcome() instanceof ScanOutcome.Left left) {
      visits.computeIfPresent(
          left.visit(), (id, visit) -> changed(visit, Optional.of(seen), visit.lastSeen()));
    } else if (decision.outcome() instanceof ScanOutcome.AlreadyInside inside) {
      visits.computeIfPresent(
          inside.visit(), (id, visit) -> changed(visit, visit.exit(), lastSeen(visit, seen.at())));
    }
  }

  private void remember(PosterId poster, ScanOutcome outcome) {
    if (outcome instanceof ScanOutcome.Entered entered) {
      entryPosters.put(entered.visit(), poster);
    } else if (outcome instanceof ScanOutcome.LeftWithoutEntry left) {
      exitPosters.put(left.visit(), poster);
    } else if (outcome instanceof ScanOutcome.Left left) {
      exitPosters.put(left.visit(), poster);
    }
  }

  /** The later sighting; the ends of a visit say more than any sighting at the same time. */
  private static Optional<Instant> lastSeen(Visit visit, Instant at) {
    boolean news =
        visit.exit().isEmpty()
            && visit.entry().filter(entry -> at.isAfter(entry.at())).isPresent()
            && visit.lastSeen().filter(seen -> !at.isAfter(seen)).isEmpty();
    return news ? Optional.of(at) : visit.lastSeen();
  }

  private static Visit changed(
      Visit visit, Optional<Observation> exit, Optional<Instant> lastSeen) {
    return new Visit(visit.id(), visit.venue(), visit.person(), visit.entry(), exit, lastSeen);
  }

  private static ScanRecord record(
      Gate gate, Scan scan, ScanDecision decision, List<CompanionRecord> companions) {
    return new ScanRecord(
        scan.id(),
        new VisitedVenue(gate.venue().id(), gate.venue().details().name()),
        gate.direction(),
        decision.at(),
        decision.outcome(),
        companions);
  }

  private Door.Room room(Venue venue, Direction direction, Scan scan) {
    Optional<Capacity> capacity = venue.details().capacity();
    if (capacity.isEmpty() || direction == Direction.OUT) {
      return Door.Room.ENOUGH;
    }
    Set<PersonId> party = party(scan);
    long others = inside(venue.id(), scan.at()).filter(p -> !party.contains(p)).count();
    return Door.Room.of((int) others + party.size(), capacity.get(), scan.overCapacity());
  }

  private static Set<PersonId> party(Scan scan) {
    Set<PersonId> party = new HashSet<>(Set.of(scan.person()));
    scan.companions().forEach(companion -> party.add(companion.person()));
    return party;
  }

  private StayRules stayAt(VenueId venue) {
    return venues
        .findAny(venue)
        .flatMap(found -> types.find(found.details().type()))
        .map(VenueType::stay)
        .orElse(StayRules.DEFAULT);
  }

  private static boolean isOf(Visit visit, Passer passer) {
    return visit.venue().equals(passer.venue()) && visit.person().equals(passer.person());
  }

  /** The way through a venue's door that a scan is for. */
  private record Gate(Venue venue, Direction direction, Optional<Poster> poster) {}

  private record Passer(VenueId venue, PersonId person) {}

  private record Receipt(VenueId venue, PersonId person, ScanId scan) {}
}
