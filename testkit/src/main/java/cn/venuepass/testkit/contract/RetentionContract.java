package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport;
import cn.venuepass.application.retention.RetentionReport.Line;
import cn.venuepass.application.retention.RetentionReports;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.gate.TurnedAwayId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.retention.DataPurge}, {@link
 * cn.venuepass.application.retention.RetentionHolds} and {@link
 * cn.venuepass.application.retention.RetentionReports}.
 */
public interface RetentionContract extends StoreContract {
  RetentionLimits LIMITS = RetentionLimits.DEFAULT;
  Duration MILLISECOND = Duration.ofMillis(1);
  Duration HOUR = Duration.ofHours(1);
  Duration MAXIMUM_STAY = Duration.ofHours(24);

  @Test
  default void purgeShouldForgetAVisitWhenItsExitIsOlderThanTheLimit() {
    Gate gate = aGate();
    stayForAnHour(gate, aPerson());
    clock().advance(LIMITS.visits());
    purge();
    assertThat(visitsAt(gate)).isEqualTo(1);
    clock().advance(MILLISECOND);
    List<Line> lines = purge();
    assertThat(visitsAt(gate)).isZero();
    assertThat(lines)
        .filteredOn(line -> line.table().equals("visit"))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.deleted()).isPositive();
              assertThat(line.oldest()).isPresent();
            });
  }

  @Test
  default void purgeShouldForgetAnOpenVisitWhenItCannotHaveLastedAnyLonger() {
    Gate gate = aGate();
    PersonId person = aPerson();
    fixtures().scan(gate.in(), person);
    clock().advance(LIMITS.visits().plus(MAXIMUM_STAY));
    purge();
    assertThat(visitsAt(gate)).isEqualTo(1);
    clock().advance(MILLISECOND);
    purge();
    assertThat(visitsAt(gate)).isZero();
    assertThat(fixtures().scan(gate.in(), person).outcome())
        .isInstanceOf(ScanOutcome.Entered.class);
  }

  @Test
  default void purgeShouldKeepAnOpenVisitInWhichThePersonWasSeenLately() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = aPerson();
    fixtures().scan(gate.in(), person);
    for (int i = 0; i < 10; i++) {
      clock().advance(HOUR.multipliedBy(3));
      fixtures().scan(gate.in(), person);
    }
    clock().advance(LIMITS.visits());
    purge();
    assertThat(visitsAt(gate)).isEqualTo(1);
    clock().advance(MILLISECOND);
    purge();
    assertThat(visitsAt(gate)).isZero();
  }

  @Test
  default void previewShouldCountAndDeleteNothing() {
    Gate gate = aGate();
    stayForAnHour(gate, aPerson());
    clock().advance(LIMITS.visits().plus(MILLISECOND));
    List<Line> lines = stores().dataPurge().preview(LIMITS, clock().instant());
    assertThat(lines)
        .filteredOn(line -> line.table().equals("visit"))
        .allMatch(line -> line.deleted() > 0);
    assertThat(visitsAt(gate)).isEqualTo(1);
  }

  @Test
  default void anAcknowledgedAnswerShouldLastAsLongAsItWasPromised() {
    var limits =
        new RetentionLimits(
            LIMITS.visits(),
            VisitLedger.REPLAY_MEMORY,
            LIMITS.refusals(),
            LIMITS.sessions(),
            LIMITS.creations(),
            LIMITS.devices());
    Gate gate = aGate();
    PersonId person = aPerson();
    ScanId id = fixtures().aScanId();
    Instant at = clock().instant();
    var answer = fixtures().scan(id, gate.in(), person);
    clock().advance(HOUR);
    fixtures().scan(gate.out(), person);
    clock().advance(Duration.between(clock().instant(), at.plus(VisitLedger.REPLAY_MEMORY)));
    purge(limits);
    assertThat(stores().visitLedger().findAnswer(again(id, gate, person, at))).contains(answer);
    clock().advance(MILLISECOND);
    purge(limits);
    assertThat(stores().visitLedger().findAnswer(again(id, gate, person, at))).isEmpty();
  }

  @Test
  default void purgeShouldForgetNotesAboutRefusals() {
    VenueId venue = fixtures().aVenue().add().id();
    Instant at = clock().instant();
    stores()
        .turnedAway()
        .add(
            new TurnedAway(
                new TurnedAwayId(UUID.randomUUID()),
                venue,
                new TurnedAway.Words("不登记", Optional.empty()),
                fixtures().anAccount(),
                at));
    clock().advance(LIMITS.refusals());
    purge();
    assertThat(stores().turnedAway().count(venue, at, clock().instant())).isEqualTo(1);
    clock().advance(MILLISECOND);
    purge();
    assertThat(stores().turnedAway().count(venue, at, clock().instant())).isZero();
  }

  @Test
  default void aHoldShouldKeepWhatItIsForUntilItIsReleased() {
    Gate gate = aGate();
    PersonId person = aPerson();
    Instant entry = clock().instant();
    stayForAnHour(gate, person);
    Instant exit = clock().instant();
    clock().advance(MILLISECOND);
    RetentionHold early = hold(person, gate, entry.minus(HOUR), entry.minus(MILLISECOND));
    RetentionHold other = hold(aPerson(), gate, entry, exit);
    RetentionHold late = hold(person, gate, exit, exit.plus(HOUR));
    clock().advance(LIMITS.visits());
    List<Line> lines = purge();
    assertThat(visitsAt(gate)).isEqualTo(1);
    assertThat(lines)
        .filteredOn(line -> line.table().equals("visit"))
        .extracting(Line::held)
        .containsExactly(1L);
    assertThat(stores().retentionHolds().listOpen()).contains(early, other, late);
    stores().retentionHolds().release(late.id(), clock().instant());
    assertThat(stores().retentionHolds().listOpen()).contains(early, other).doesNotContain(late);
    purge();
    assertThat(visitsAt(gate)).isZero();
    stores().retentionHolds().release(early.id(), clock().instant());
    stores().retentionHolds().release(other.id(), clock().instant());
  }

  @Test
  default void scansShouldGoOnWhileOldOnesAreForgotten() {
    Gate gate = aGate();
    List<PersonId> people = Stream.generate(this::aPerson).limit(8).toList();
    people.forEach(person -> stayForAnHour(gate, person));
    clock().advance(LIMITS.visits().plus(HOUR.multipliedBy(9)));
    var scanning = new AtomicInteger(people.size());
    var passes =
        AtOnce.run(
            people.size() + 1,
            i -> i < people.size() ? pass(gate, people.get(i), scanning) : purgeDuring(scanning));
    assertThat(passes.subList(0, people.size())).containsOnly(10);
    assertThat(passes.get(people.size())).isPositive();
    assertThat(visitsAt(gate)).isEqualTo(people.size() * 10);
  }

  /** How often the person went in and out as if nobody purged. */
  private int pass(Gate gate, PersonId person, AtomicInteger scanning) {
    int passes = 0;
    try {
      for (int round = 0; round < 10; round++) {
        boolean entered =
            fixtures().scan(gate.in(), person).outcome() instanceof ScanOutcome.Entered;
        boolean left = fixtures().scan(gate.out(), person).outcome() instanceof ScanOutcome.Left;
        passes += entered && left ? 1 : 0;
      }
      return passes;
    } finally {
      int unused = scanning.decrementAndGet();
    }
  }

  private int purgeDuring(AtomicInteger scanning) {
    int purges = 0;
    do {
      purges += purge().isEmpty() ? 0 : 1;
    } while (scanning.get() > 0);
    return purges;
  }

  @Test
  default void ofManyNodesOneShouldHaveTheTurn() {
    Instant now = clock().instant();
    RetentionReports turn = stores().retentionReports();
    assertThat(AtOnce.run(6, i -> turn.takeTurn(now, now.plus(HOUR)))).containsOnlyOnce(true);
    assertThat(turn.takeTurn(now.plus(HOUR).minus(MILLISECOND), now.plus(HOUR))).isFalse();
    assertThat(turn.takeTurn(now.plus(HOUR), now.plus(HOUR.multipliedBy(2)))).isTrue();
    turn.giveTurnBack(now.plus(HOUR));
    assertThat(turn.takeTurn(now.plus(HOUR), now.plus(HOUR.multipliedBy(3)))).isFalse();
    turn.giveTurnBack(now.plus(HOUR.multipliedBy(2)));
    assertThat(turn.takeTurn(now, now.plus(HOUR))).isTrue();
    turn.giveTurnBack(now.plus(HOUR));
  }

  @Test
  default void reportsShouldBeListedTheLatestFirst() {
    RetentionReport first = aReport(true);
    clock().advance(HOUR);
    RetentionReport second = aReport(false);
    stores().retentionReports().add(first);
    stores().retentionReports().add(second);
    var page = stores().retentionReports().list(PageRequest.first(1));
    assertThat(page.items()).containsExactly(second);
    var next = stores().retentionReports().list(new PageRequest(1, page.next()));
    assertThat(next.items()).containsExactly(first);
  }

  private RetentionReport aReport(boolean complete) {
    Instant at = clock().instant();
    return new RetentionReport(
        UUID.randomUUID(),
        at,
        Duration.ofMillis(17),
        complete,
        LIMITS,
        List.of(
            new Line("visit", 3, Optional.of(at.minus(HOUR)), Optional.of(at), 1, 2),
            new Line("session", 0, Optional.empty(), Optional.empty(), 0, 0)));
  }

  private RetentionHold hold(PersonId person, Gate gate, Instant from, Instant to) {
    var hold =
        new RetentionHold(
            new RetentionHoldId(UUID.randomUUID()),
            UUID.randomUUID(),
            Optional.of(person),
            Optional.of(gate.venue().id()),
            from,
            to,
            clock().instant());
    stores().retentionHolds().add(hold);
    return hold;
  }

  private List<Line> purge() {
    return purge(LIMITS);
  }

  private List<Line> purge(RetentionLimits limits) {
    List<Line> lines = new ArrayList<>();
    stores().dataPurge().purge(limits, clock().instant(), lines::add);
    return lines;
  }

  private Gate aGate() {
    return fixtures().aVenue().trackingExits().addWithGate();
  }

  private PersonId aPerson() {
    return fixtures().aPerson().id();
  }

  private void stayForAnHour(Gate gate, PersonId person) {
    fixtures().scan(gate.in(), person);
    clock().advance(HOUR);
    fixtures().scan(gate.out(), person);
  }

  private int visitsAt(Gate gate) {
    return stores()
        .visits()
        .listAt(
            gate.venue().id(), Instant.EPOCH, clock().instant().plus(HOUR), PageRequest.first(200))
        .items()
        .size();
  }

  private static Scan again(ScanId id, Gate gate, PersonId person, Instant at) {
    return again(id, gate.in(), person, at);
  }

  private static Scan again(ScanId id, Poster poster, PersonId person, Instant at) {
    return Scan.ofPoster(id, person, new ScanTarget.AtPoster(poster.id()), at);
  }
}
