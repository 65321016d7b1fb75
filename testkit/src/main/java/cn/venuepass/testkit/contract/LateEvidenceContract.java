package cn.venuepass.testkit.contract;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Scans of gates that had no network, against a naive model of the rules; the seed is in the
 * message when the two differ.
 */
public interface LateEvidenceContract extends StoreContract {

  default long offlineSeed() {
    return new Random().nextLong();
  }

  @Test
  default void lateHalvesOfAVisitShouldMeetInEitherOrder() {
    for (boolean entryFirst : List.of(true, false)) {
      Gate gate = fixtures().aVenue().trackingExits().addWithGate();
      PersonId person = fixtures().aPerson().id();
      fixtures().scan(gate.in(), person);
      Instant entered = clock().instant().minus(ofHours(2));
      Instant left = clock().instant().minus(ofHours(1));
      if (entryFirst) {
        upload(gate.venue().id(), person, Direction.IN, entered);
        upload(gate.venue().id(), person, Direction.OUT, left);
      } else {
        upload(gate.venue().id(), person, Direction.OUT, left);
        upload(gate.venue().id(), person, Direction.IN, entered);
      }
      assertThat(visits(person))
          .hasSize(2)
          .anySatisfy(
              visit -> {
                assertThat(visit.entry()).contains(new Observation(entered, ScanMethod.PASS_CODE));
                assertThat(visit.exit()).contains(new Observation(left, ScanMethod.PASS_CODE));
              });
      assertThat(stores().visits().countInside(gate.venue().id(), clock().instant())).isEqualTo(1);
    }
  }

  @Test
  default void aLateScanShouldNotBelongToAVisitOfAnotherVenue() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    Gate elsewhere = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Instant start = clock().instant();
    fixtures().scan(elsewhere.in(), person);
    clock().advance(ofHours(2));
    fixtures().scan(gate.in(), person);
    assertThat(upload(gate.venue().id(), person, Direction.OUT, start.plus(ofHours(1))).outcome())
        .isInstanceOf(ScanOutcome.LeftWithoutEntry.class);
    assertThat(stores().visits().countInside(elsewhere.venue().id(), clock().instant()))
        .isEqualTo(1);
  }

  @Test
  default void aLateSightingShouldNotHideALaterOne() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Instant start = clock().instant();
    fixtures().scan(gate.in(), person);
    clock().advance(ofHours(2));
    fixtures().scan(gate.in(), person);
    Instant seen = clock().instant();
    assertThat(upload(gate.venue().id(), person, Direction.IN, start.plus(ofHours(1))).outcome())
        .isInstanceOf(ScanOutcome.AlreadyInside.class);
    assertThat(visits(person)).extracting(Visit::lastSeen).containsExactly(Optional.of(seen));
    clock().advance(ofHours(1));
    fixtures().scan(gate.out(), person);
    assertThat(visits(person)).extracting(Visit::lastSeen).containsExactly(Optional.of(seen));
  }

  @Test
  default void aLateEntryShouldCompleteAVisitThatWasStoredUnderOtherRules() {
    VenueType type = fixtures().aVenueType(staying(ofHours(2)));
    Gate gate = fixtures().aVenue().ofType(type).trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ScanRecord left = fixtures().scan(gate.out(), person);
    stores()
        .venueTypes()
        .save(new VenueType(type.code(), type.name(), type.department(), staying(ofHours(24))));
    clock().advance(ofMinutes(1));
    ScanRecord entered =
        upload(gate.venue().id(), person, Direction.IN, left.at().minus(ofHours(5)));
    assertThat(entered.outcome()).isEqualTo(new ScanOutcome.Entered(left.visit().orElseThrow()));
    assertThat(visits(person)).hasSize(1);
  }

  private static StayRules staying(Duration maximum) {
    return new StayRules(ofHours(1), maximum, ofHours(1));
  }

  @Test
  default void aDeviceShouldBringWhatHappenedBeforeItsVenueWasRemoved() {
    Gate gate = fixtures().aVenue().addWithGate();
    clock().advance(ofHours(1));
    Instant removed = clock().instant();
    assertThat(stores().venues().replace(gate.venue().removed(removed).orElseThrow())).isTrue();
    PersonId person = fixtures().aPerson().id();
    assertThat(upload(gate.venue().id(), person, Direction.IN, removed.minusMillis(1)).outcome())
        .isInstanceOf(ScanOutcome.Entered.class);
    assertThat(upload(gate.venue().id(), person, Direction.OUT, removed).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_CLOSED));
    assertThat(fixtures().scan(gate.in(), person).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_CLOSED));
  }

  @Test
  default void aDeviceShouldBringWhoWasLetInWhileTheVenueWasFull() {
    Gate gate = fixtures().aVenue().capacity(1).addWithGate();
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    PersonId person = fixtures().aPerson().id();
    assertThat(upload(gate.venue().id(), person, Direction.IN, clock().instant()).outcome())
        .isInstanceOf(ScanOutcome.Entered.class);
    assertThat(stores().visits().countInside(gate.venue().id(), clock().instant())).isEqualTo(2);
  }

  @Test
  default void randomScansOfDevicesShouldBeDecidedAsByTheModel() {
    long seed = offlineSeed();
    var random = new Random(seed);
    for (boolean tracksExits : List.of(true, false)) {
      Gate gate =
          tracksExits
              ? fixtures().aVenue().trackingExits().addWithGate()
              : fixtures().aVenue().addWithGate();
      var model = new OfflineModel(tracksExits);
      PersonId person = fixtures().aPerson().id();
      Map<Scan, ScanRecord> told = new HashMap<>();
      for (int step = 0; step < 120; step++) {
        clock().advance(ofMinutes(random.nextInt(90)));
        Instant now = clock().instant();
        Direction direction = random.nextBoolean() ? Direction.IN : Direction.OUT;
        boolean live = random.nextInt(3) == 0;
        Instant at = live ? now : now.minus(ofMinutes(random.nextInt(72 * 60)));
        Scan scan = byManager(fixtures().aScanId(), gate.venue().id(), person, direction);
        ScanRecord answer = apply(live ? scan : scan.keptByDevice(at));
        assertThat(answer.outcome().kind())
            .as("seed %s, step %s", seed, step)
            .isEqualTo(model.scan(direction, at));
        told.put(live ? scan : scan.keptByDevice(at), answer);
        if (random.nextInt(4) == 0) {
          Scan earlier = new ArrayList<>(told.keySet()).get(random.nextInt(told.size()));
          if (earlier.at().isAfter(now.minus(Duration.ofDays(5)))) {
            assertThat(apply(earlier)).as("seed %s", seed).isEqualTo(told.get(earlier));
          }
        }
        int inside = stores().visits().countInside(gate.venue().id(), now);
        assertThat(inside == 1).as("seed %s, step %s", seed, step).isEqualTo(model.isInside(now));
      }
      assertThat(visits(person).stream().map(LateEvidenceContract::ends))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(model.ends());
    }
  }

  @Test
  default void manyUploadsOfTheSameScansAtOnceShouldStoreEachOnce() {
    long seed = offlineSeed();
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    List<PersonId> people = List.of(fixtures().aPerson().id(), fixtures().aPerson().id());
    var random = new Random(seed);
    List<Scan> kept = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      Direction direction = random.nextBoolean() ? Direction.IN : Direction.OUT;
      PersonId person = people.get(random.nextInt(people.size()));
      Instant at = clock().instant().minus(ofMinutes(random.nextInt(72 * 60)));
      kept.add(
          byManager(fixtures().aScanId(), gate.venue().id(), person, direction).keptByDevice(at));
    }
    List<Map<ScanId, ScanRecord>> told =
        AtOnce.run(
            8,
            thread -> {
              List<Scan> order = new ArrayList<>(kept);
              Collections.shuffle(order, new Random(seed + thread));
              Map<ScanId, ScanRecord> answers = new HashMap<>();
              order.forEach(scan -> answers.put(scan.id(), apply(scan)));
              return answers;
            });
    assertThat(new HashSet<>(told)).as("seed %s", seed).hasSize(1);
    for (PersonId person : people) {
      List<ScanRecord> answers =
          kept.stream()
              .filter(scan -> scan.person().equals(person))
              .flatMap(scan -> Optional.ofNullable(told.get(0).get(scan.id())).stream())
              .toList();
      assertThat(visits(person).stream().filter(visit -> visit.entry().isPresent()).count())
          .as("seed %s", seed)
          .isEqualTo(count(answers, ScanOutcome.Kind.ENTERED));
      assertThat(visits(person).stream().filter(visit -> visit.exit().isPresent()).count())
          .as("seed %s", seed)
          .isEqualTo(
              count(answers, ScanOutcome.Kind.LEFT)
                  + count(answers, ScanOutcome.Kind.LEFT_WITHOUT_ENTRY));
    }
  }

  private static long count(List<ScanRecord> answers, ScanOutcome.Kind kind) {
    return answers.stream().filter(answer -> answer.outcome().kind() == kind).count();
  }

  private ScanRecord upload(VenueId venue, PersonId person, Direction direction, Instant at) {
    return apply(byManager(fixtures().aScanId(), venue, person, direction).keptByDevice(at));
  }

  private ScanRecord apply(Scan scan) {
    return stores().visitLedger().apply(scan).orElseThrow();
  }

  private Scan byManager(ScanId id, VenueId venue, PersonId person, Direction direction) {
    return Scan.byManager(
        id,
        person,
        new ScanTarget.AtVenue(venue, direction),
        ScanMethod.PASS_CODE,
        fixtures().anAccount(),
        clock().instant());
  }

  private static List<Optional<Instant>> ends(Visit visit) {
    return List.of(
        visit.entry().map(Observation::at), visit.exit().map(Observation::at), visit.lastSeen());
  }

  private List<Visit> visits(PersonId person) {
    List<Visit> all = new ArrayList<>();
    var request = PageRequest.first(200);
    do {
      var page =
          stores()
              .visits()
              .listOf(
                  List.of(new Watched(person, Instant.EPOCH)),
                  Instant.EPOCH,
                  clock().instant().plus(ofHours(1)),
                  request);
      page.items().stream().map(RecordedVisit::visit).forEach(all::add);
      if (page.next().isEmpty()) {
        return all;
      }
      request = new PageRequest(200, page.next());
    } while (true);
  }
}
