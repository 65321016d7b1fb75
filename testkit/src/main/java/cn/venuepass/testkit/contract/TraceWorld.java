package cn.venuepass.testkit.contract;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Stores;
import cn.venuepass.application.tracing.TraceQuestion;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.tracing.TraceParameters;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * A random town of which everything is known: malls and their shops, some of them in a foreign
 * division, and nine days of scans, most times of which lie on a grid of five minutes, so that
 * stays touch. Gates without network send some late, by clocks that are wrong.
 */
final class TraceWorld {
  private static final int PEOPLE = 150;
  private static final int REGULARS = 4;
  private static final Duration LENGTH = Duration.ofDays(9);
  private static final int GRID_MINUTES = 5;

  private final Random random;
  private final Stores stores;
  private final StoreFixtures fixtures;
  private final MovableClock clock;
  private final Instant start;
  private final DivisionCode home;
  private final AccountId manager;
  private final List<PersonId> people = new ArrayList<>();
  private final List<Gate> gates = new ArrayList<>();
  private final Map<VenueId, TraceModel.Fact> venues = new HashMap<>();
  private final Set<VisitId> doubtedEntries = new HashSet<>();
  private final Set<VisitId> doubtedExits = new HashSet<>();
  private final List<TraceModel.Work> works = new ArrayList<>();
  private final List<RecordedVisit> visits = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  TraceWorld(StoreContract contract, long seed) {
    this.random = new Random(seed);
    this.stores = contract.stores();
    this.fixtures = contract.fixtures();
    this.clock = contract.clock();
    this.start = clock.instant();
    this.manager = fixtures.anAccount();
    this.home = fixtures.aDivision(Division.Level.TERRITORY, Optional.empty()).code();
    build();
    live();
    readVisits();
    doubt();
    employ();
  }

  TraceModel model() {
    return new TraceModel(
        venues,
        visits.stream()
            .map(
                known ->
                    new TraceModel.Seen(
                        known.visit(),
                        doubtedEntries.contains(known.visit().id()),
                        doubtedExits.contains(known.visit().id())))
            .toList(),
        works);
  }

  int size() {
    return visits.size();
  }

  /** Somebody falls ill: any question that a tracer may ask. */
  TraceQuestion question() {
    boolean ofLate = random.nextInt(3) == 0;
    PersonId index = ofLate ? anyBesideARegular() : anyPerson();
    Instant from = ofLate ? clock.instant().minus(Duration.ofHours(9)) : anyTime();
    Instant now = !ofLate && random.nextInt(3) == 0 ? anyTime() : clock.instant();
    Optional<Instant> to =
        ofLate || random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(from.plus(Duration.ofHours(random.nextInt(72))));
    Map<PersonId, Instant> isolated = new HashMap<>();
    for (int i = 0; i < 30; i++) {
      isolated.put(anyPerson(), anyTime());
    }
    return new TraceQuestion(
        index, from, to, home, parameters(), statements(index), isolated, true, now);
  }

  /** Somebody who was lately where others are seen again and again. */
  private PersonId anyBesideARegular() {
    Set<VenueId> places = Set.of(gates.get(0).venue().id(), gates.get(8).venue().id());
    Instant late = clock.instant().minus(Duration.ofHours(6));
    List<PersonId> there =
        visits.stream()
            .map(RecordedVisit::visit)
            .filter(visit -> places.contains(visit.venue()))
            .filter(visit -> visit.entry().filter(seen -> seen.at().isAfter(late)).isPresent())
            .map(Visit::person)
            .filter(person -> people.indexOf(person) >= REGULARS)
            .toList();
    return there.isEmpty() ? anyPerson() : there.get(random.nextInt(there.size()));
  }

  private TraceParameters parameters() {
    List<Set<ContactGrade>> grades =
        List.of(
            Set.of(ContactGrade.CERTAIN),
            Set.of(ContactGrade.CERTAIN, ContactGrade.PROBABLE),
            Set.of(ContactGrade.values()));
    List<VenueTypeCode> types = venues.values().stream().map(TraceModel.Fact::type).toList();
    return new TraceParameters(
        1,
        Duration.ofMinutes(List.of(5, 10, 10, 15, 60).get(random.nextInt(5))),
        Duration.ofDays(4),
        Map.of(types.get(random.nextInt(types.size())), 1 + random.nextInt(500)),
        grades.get(random.nextInt(grades.size())),
        random.nextBoolean() ? 2 : 500,
        random.nextInt(4) == 0 ? 7 : 20_000);
  }

  private List<Statement> statements(PersonId index) {
    List<Statement> told = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      RecordedVisit about = visits.get(random.nextInt(visits.size()));
      told.add(aStatement(about.visit().person(), about.visit().venue(), Optional.of(about)));
    }
    for (RecordedVisit own : visits) {
      if (own.visit().person().equals(index) && random.nextInt(4) == 0) {
        told.add(aStatement(index, own.visit().venue(), Optional.of(own)));
      }
    }
    for (int i = 0; i < 12; i++) {
      PersonId person = i < 3 ? index : anyPerson();
      told.add(aStatement(person, anyGate().venue().id(), Optional.empty()));
    }
    return told;
  }

  private Statement aStatement(PersonId person, VenueId venue, Optional<RecordedVisit> about) {
    Instant entered =
        about.map(known -> known.from().plus(onGrid(600)).minus(onGrid(300))).orElse(anyTime());
    Instant left = entered.plus(onGrid(600)).plusSeconds(60);
    int bounds = about.isPresent() ? random.nextInt(3) : 0;
    return new Statement(
        new StatementId(UUID.randomUUID()),
        person,
        venue,
        about.map(known -> known.visit().id()),
        bounds == 1 ? Optional.empty() : Optional.of(entered),
        bounds == 2 ? Optional.empty() : Optional.of(left),
        Optional.empty(),
        new StaffId(UUID.randomUUID()),
        start.plus(Duration.ofDays(random.nextInt(3))));
  }

  private void build() {
    DivisionCode near = fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(home)).code();
    DivisionCode far = fixtures.aCommunity();
    List<VenueType> types =
        List.of(
            aType(30, 180, 240),
            aType(120, 1440, 240),
            aType(720, 2880, 60),
            aType(120, 1440, 240));
    for (int i = 0; i < 9; i++) {
      addVenue(types.get(i % 4), i % 5 == 4 ? far : near, Optional.empty());
    }
    for (int mall = 0; mall < 3; mall++) {
      VenueId parent = addVenue(types.get(mall), mall == 2 ? far : near, Optional.empty());
      for (int shop = 0; shop < 3; shop++) {
        VenueId unused =
            addVenue(types.get(random.nextInt(4)), shop == 2 ? far : near, Optional.of(parent));
      }
    }
    for (int i = 0; i < PEOPLE; i++) {
      people.add(fixtures.aPerson().id());
    }
    shrink(types.get(3));
  }

  /** The rule of a type changes when everything has happened. */
  private void shrink(VenueType type) {
    var stay = new StayRules(Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(1));
    afterwards.add(
        () -> {
          stores
              .venueTypes()
              .save(new VenueType(type.code(), type.name(), type.department(), stay));
          venues.replaceAll(
              (id, fact) -> fact.type().equals(type.code()) ? fact.staying(stay) : fact);
        });
  }

  private VenueType aType(int typical, int maximum, int gap) {
    return fixtures.aVenueType(
        new StayRules(
            Duration.ofMinutes(typical), Duration.ofMinutes(maximum), Duration.ofMinutes(gap)));
  }

  private VenueId addVenue(VenueType type, DivisionCode community, Optional<VenueId> parent) {
    var venue = fixtures.aVenue().ofType(type).in(community);
    if (parent.isPresent()) {
      venue = venue.by(owner(parent.get())).within(parent.get());
    }
    if (random.nextBoolean()) {
      venue = venue.trackingExits();
    }
    Gate gate = venue.addWithGate();
    gates.add(gate);
    VenueId id = gate.venue().id();
    venues.put(
        id,
        new TraceModel.Fact(
            id,
            gate.venue().details().name(),
            parent.orElse(id),
            type.code(),
            type.stay(),
            stores.divisions().isWithin(community, home)));
    return id;
  }

  private AccountId owner(VenueId parent) {
    return stores.venues().find(parent).orElseThrow().applicant();
  }

  private void live() {
    Map<PersonId, Gate> last = new HashMap<>();
    Map<PersonId, Gate> regulars = new LinkedHashMap<>();
    for (int i = 0; i < REGULARS; i++) {
      regulars.put(people.get(i), gates.get(8 * (i % 2)));
    }
    while (clock.instant().isBefore(start.plus(LENGTH))) {
      clock.advance(onGrid(60));
      List<CompletionStage<Optional<ScanRecord>>> answers = new ArrayList<>();
      Set<PersonId> passing = new HashSet<>();
      for (int i = 0; i < 8; i++) {
        PersonId person = anyPerson();
        if (passing.add(person) && !regulars.containsKey(person)) {
          Gate gate = random.nextInt(2) == 0 ? last.getOrDefault(person, anyGate()) : anyGate();
          last.put(person, gate);
          answers.add(stores.visitLedger().submit(aScan(person, gate)));
        }
      }
      regulars.forEach((person, gate) -> answers.add(lookIn(person, gate)));
      answers.forEach(
          answer -> {
            Optional<ScanRecord> unused = answer.toCompletableFuture().join();
          });
    }
    clock.advance(Duration.ofMinutes(GRID_MINUTES));
    afterwards.forEach(Runnable::run);
  }

  /** Somebody scans inside again and again, longer than the type of venue allows to stay. */
  private CompletionStage<Optional<ScanRecord>> lookIn(PersonId person, Gate gate) {
    boolean pauses = clock.instant().atOffset(ZoneOffset.UTC).getHour() < 6;
    Gate place = pauses || random.nextInt(40) == 0 ? anyGate() : gate;
    return stores
        .visitLedger()
        .submit(
            Scan.ofPoster(
                fixtures.aScanId(),
                person,
                new ScanTarget.AtPoster(place.in().id()),
                clock.instant()));
  }

  private Scan aScan(PersonId person, Gate gate) {
    Direction direction = random.nextInt(5) < 3 ? Direction.IN : Direction.OUT;
    Instant now = clock.instant();
    if (random.nextInt(7) > 0) {
      var target = new ScanTarget.AtPoster(gate.poster(direction).id());
      return Scan.ofPoster(fixtures.aScanId(), person, target, now);
    }
    Instant device =
        random.nextInt(4) == 0
            ? now.plusSeconds(random.nextInt(240))
            : now.minus(onGrid(1200)).minusMillis(random.nextInt(2));
    return Scan.byManager(
            fixtures.aScanId(),
            person,
            new ScanTarget.AtVenue(gate.venue().id(), direction),
            ScanMethod.PASS_CODE,
            manager,
            now)
        .keptByDevice(device);
  }

  private void readVisits() {
    Instant from = start.minus(Duration.ofDays(9));
    Instant to = clock.instant().plus(Duration.ofDays(1));
    for (Gate gate : gates) {
      PageRequest request = PageRequest.first(200);
      while (true) {
        Page<RecordedVisit> page = stores.visits().listAt(gate.venue().id(), from, to, request);
        visits.addAll(page.items());
        if (page.next().isEmpty()) {
          break;
        }
        request = new PageRequest(200, page.next());
      }
    }
  }

  /** Some posters were photographed: of some visits an end is not to be believed. */
  private void doubt() {
    List<DoubtfulScan> scans = new ArrayList<>();
    for (RecordedVisit known : visits) {
      known
          .visit()
          .entry()
          .filter(seen -> random.nextInt(16) == 0)
          .ifPresent(
              seen -> {
                boolean unused = doubtedEntries.add(known.visit().id());
                scans.add(doubtful(known, Direction.IN, seen.at()));
              });
      known
          .visit()
          .exit()
          .filter(seen -> random.nextInt(16) == 0)
          .ifPresent(
              seen -> {
                boolean unused = doubtedExits.add(known.visit().id());
                scans.add(doubtful(known, Direction.OUT, seen.at()));
              });
    }
    Gate gate = anyGate();
    stores
        .posterWarnings()
        .store(
            new PosterWarning(
                new PosterWarningId(UUID.randomUUID()),
                gate.in().id(),
                gate.venue().id(),
                Doubt.Kind.BURST,
                start,
                start.plus(LENGTH),
                1,
                start,
                start,
                Optional.empty()),
            scans);
  }

  private static DoubtfulScan doubtful(RecordedVisit known, Direction direction, Instant at) {
    return new DoubtfulScan(known.visit().venue(), known.from(), known.visit().id(), direction, at);
  }

  /** Some people work at a venue, not all of them for all of the time. */
  private void employ() {
    for (int i = 0; i < 60; i++) {
      RecordedVisit known = visits.get(random.nextInt(visits.size()));
      PersonId person = known.visit().person();
      VenueId venue = random.nextBoolean() ? known.visit().venue() : known.family();
      Instant since = random.nextBoolean() ? start : anyTime();
      Optional<Instant> until = Optional.of(anyTime()).filter(end -> random.nextInt(3) == 0);
      var entry =
          new RosterEntry(
              new RosterEntryId(UUID.randomUUID()),
              venue,
              person,
              new PersonName("古丽样本"),
              "6590**********1234",
              since,
              Optional.empty());
      if (stores.rosters().add(entry)) {
        until.ifPresent(
            end -> {
              boolean unused = stores.rosters().end(venue, entry.id(), end);
            });
        works.add(new TraceModel.Work(person, venue, since, until));
      }
    }
  }

  private PersonId anyPerson() {
    return people.get(random.nextInt(people.size()));
  }

  private Instant anyTime() {
    return start.plus(Duration.ofMinutes(GRID_MINUTES * random.nextLong(LENGTH.toMinutes() / 5)));
  }

  private Gate anyGate() {
    return gates.get(random.nextInt(gates.size()));
  }

  private Duration onGrid(int minutes) {
    return Duration.ofMinutes((long) GRID_MINUTES * random.nextInt(minutes / GRID_MINUTES));
  }
}
