package cn.venuepass.testkit.contract;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.control.LockedIn;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.control.ControlTerm;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.visit.VisitLedger} under control orders, which hold from the very
 * next scan on.
 */
public interface ControlledScansContract extends StoreContract {

  default long controlSeed() {
    return new Random().nextLong();
  }

  @Test
  default void aLockedVenueShouldRefuseEveryDirectionUntilTheLockIsLifted() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId inside = fixtures().aPerson().id();
    assertThat(kind(gate.in(), inside)).isEqualTo(ScanOutcome.Kind.ENTERED);

    ControlOrder order = fixtures().anOrder(venue(gate));
    assertThat(outcome(gate.in(), fixtures().aPerson().id())).isEqualTo(closed());
    assertThat(outcome(gate.out(), inside)).isEqualTo(closed());
    assertThat(isOpen(gate.in())).isFalse();

    fixtures().lift(order);
    assertThat(isOpen(gate.in())).isTrue();
    assertThat(kind(gate.out(), inside)).isEqualTo(ScanOutcome.Kind.LEFT);
  }

  @Test
  default void aProposalShouldHoldNobody() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().aProposal(venue(gate), gate.venue().details().community());
    fixtures().aProposal(new ControlTarget.OfPerson(person), gate.venue().details().community());
    assertThat(kind(gate.in(), person)).isEqualTo(ScanOutcome.Kind.ENTERED);
    assertThat(isOpen(gate.in())).isTrue();
  }

  @Test
  default void anOrderShouldEndByItself() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ControlOrder order = fixtures().anOrder(new ControlTarget.OfPerson(person));
    clock().advance(Duration.between(clock().instant(), order.expiresAt()).minusMillis(1));
    assertThat(outcome(gate.in(), person)).isEqualTo(controlled());
    clock().advance(Duration.ofMillis(1));
    assertThat(kind(gate.in(), person)).isEqualTo(ScanOutcome.Kind.ENTERED);
  }

  @Test
  default void aLockOfAParentShouldCloseItsSubVenuesAndNoOther() {
    Gate mall = fixtures().aVenue().addWithGate();
    Gate shop = fixtures().aVenue().within(mall.venue().id()).addWithGate();
    Gate elsewhere = fixtures().aVenue().addWithGate();
    fixtures().anOrder(venue(mall));
    assertThat(outcome(shop.in(), fixtures().aPerson().id())).isEqualTo(closed());
    assertThat(isOpen(shop.in())).isFalse();
    assertThat(kind(elsewhere.in(), fixtures().aPerson().id())).isEqualTo(ScanOutcome.Kind.ENTERED);
  }

  @Test
  default void whatBecomesAPartOfALockedVenueShouldBeLockedToo() {
    Gate mall = fixtures().aVenue().addWithGate();
    Gate beside = fixtures().aVenue().addWithGate();
    fixtures().anOrder(venue(mall));
    Gate fresh = fixtures().aVenue().within(mall.venue().id()).addWithGate();
    assertThat(outcome(fresh.in(), fixtures().aPerson().id())).isEqualTo(closed());
    assertThat(kind(beside.in(), fixtures().aPerson().id())).isEqualTo(ScanOutcome.Kind.ENTERED);
  }

  @Test
  default void aLockOfASubVenueShouldLeaveItsParentOpen() {
    Gate mall = fixtures().aVenue().addWithGate();
    Gate shop = fixtures().aVenue().within(mall.venue().id()).addWithGate();
    fixtures().anOrder(venue(shop));
    assertThat(kind(mall.in(), fixtures().aPerson().id())).isEqualTo(ScanOutcome.Kind.ENTERED);
  }

  @Test
  default void aControlledPersonShouldPassNoDoorAtAll() {
    Gate gate = fixtures().aVenue().addWithGate();
    Gate other = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    ControlOrder order = fixtures().anOrder(new ControlTarget.OfPerson(person));
    for (Poster poster : List.of(gate.in(), gate.out(), other.in(), other.out())) {
      assertThat(outcome(poster, person)).isEqualTo(controlled());
    }
    assertThat(kind(gate.in(), fixtures().aPerson().id())).isEqualTo(ScanOutcome.Kind.ENTERED);
    fixtures().lift(order);
    assertThat(kind(other.in(), person)).isEqualTo(ScanOutcome.Kind.ENTERED);
  }

  @Test
  default void oneOfSeveralOrdersShouldBeEnough() {
    Gate open = fixtures().aVenue().addWithGate();
    for (int lifted : List.of(0, 1)) {
      Gate gate = fixtures().aVenue().addWithGate();
      PersonId person = fixtures().aPerson().id();
      for (ControlTarget target : List.of(venue(gate), new ControlTarget.OfPerson(person))) {
        List<ControlOrder> orders = List.of(fixtures().anOrder(target), fixtures().anOrder(target));
        fixtures().lift(orders.get(lifted));
      }
      assertThat(outcome(gate.in(), fixtures().aPerson().id())).isEqualTo(closed());
      assertThat(outcome(open.in(), person)).isEqualTo(controlled());
    }
  }

  @Test
  default void anOrderOnOneOfAFamilyShouldKeepAllOfThemOut() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId parent = fixtures().aPerson().id();
    PersonId child = fixtures().aPerson().id();
    var along = new Companion(new FamilyLinkId(UUID.randomUUID()), child, fixtures().anAccount());
    fixtures().anOrder(new ControlTarget.OfPerson(child));
    ScanRecord together =
        stores().visitLedger().apply(live(gate.in(), parent).with(List.of(along))).orElseThrow();
    assertThat(together.outcome()).isEqualTo(controlled());
    assertThat(together.companions())
        .singleElement()
        .satisfies(record -> assertThat(record.outcome()).isEqualTo(controlled()));
    assertThat(kind(gate.in(), parent)).isEqualTo(ScanOutcome.Kind.ENTERED);
  }

  @Test
  default void aReplayShouldGetTheAnswerFromBeforeTheLock() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Scan scan = live(gate.in(), person);
    ScanRecord entered = stores().visitLedger().apply(scan).orElseThrow();
    fixtures().anOrder(venue(gate));
    assertThat(stores().visitLedger().apply(scan)).contains(entered);
  }

  @Test
  default void lateScansShouldBeJudgedByTheirOwnTime() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Instant before = clock().instant();
    clock().advance(ofHours(1));
    ControlOrder lock = fixtures().anOrder(venue(gate));
    ControlOrder order = fixtures().anOrder(new ControlTarget.OfPerson(person));
    Instant begin = clock().instant();
    clock().advance(ofHours(1));
    fixtures().lift(lock);
    clock().advance(ofHours(1));
    fixtures().lift(order);
    Instant lifted = clock().instant();
    clock().advance(ofHours(1));

    assertThat(late(gate, person, before)).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(late(gate, person, begin)).isEqualTo(closed());
    assertThat(late(gate, person, begin.plus(ofHours(1)))).isEqualTo(controlled());
    assertThat(late(gate, person, lifted)).isNotInstanceOf(ScanOutcome.Refused.class);
  }

  @Test
  default void randomScansUnderRandomOrdersShouldBeRefusedAsByTheModel() {
    long seed = controlSeed();
    var random = new Random(seed);
    Gate mall = fixtures().aVenue().trackingExits().addWithGate();
    Gate shop = fixtures().aVenue().within(mall.venue().id()).addWithGate();
    List<PersonId> people = List.of(fixtures().aPerson().id(), fixtures().aPerson().id());
    List<ControlTarget> targets =
        List.of(
            venue(mall),
            venue(shop),
            new ControlTarget.OfPerson(people.get(0)),
            new ControlTarget.OfPerson(people.get(1)));
    List<ControlOrder> orders = new ArrayList<>();
    for (int step = 0; step < 250; step++) {
      clock().advance(ofMinutes(1 + random.nextInt(300)));
      int deed = random.nextInt(8);
      if (deed == 0) {
        orders.add(fixtures().anOrder(targets.get(random.nextInt(targets.size()))));
      } else if (deed == 1 && !orders.isEmpty()) {
        int which = random.nextInt(orders.size());
        if (orders.get(which).state(clock().instant()) == ControlOrder.State.ACTIVE) {
          orders.set(which, fixtures().lift(orders.get(which)));
        }
      } else {
        Gate gate = random.nextBoolean() ? mall : shop;
        PersonId person = people.get(random.nextInt(people.size()));
        boolean offline = random.nextInt(3) == 0;
        Instant at =
            offline ? clock().instant().minus(ofMinutes(random.nextInt(2_000))) : clock().instant();
        Direction direction = random.nextBoolean() ? Direction.IN : Direction.OUT;
        Scan scan = byManager(gate.venue().id(), person, direction);
        ScanOutcome answer =
            stores()
                .visitLedger()
                .apply(offline ? scan.keptByDevice(at) : scan)
                .orElseThrow()
                .outcome();
        Optional<RefusalReason> expected = refusal(orders, gate, mall, person, at, offline);
        assertThat(
                answer instanceof ScanOutcome.Refused refused
                    ? Optional.of(refused.reason())
                    : Optional.empty())
            .as("seed %s, step %s", seed, step)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  default void whoIsInsideShouldBeKeptWithTheLock() {
    Gate mall = fixtures().aVenue().trackingExits().addWithGate();
    Gate shop = fixtures().aVenue().within(mall.venue().id()).trackingExits().addWithGate();
    PersonId gone = fixtures().aPerson().id();
    PersonId buyer = fixtures().aPerson().id();
    PersonId walker = fixtures().aPerson().id();
    fixtures().scan(mall.in(), gone);
    fixtures().scan(shop.in(), gone);
    Instant since = clock().instant();
    fixtures().scan(shop.in(), buyer);
    clock().advance(ofMinutes(1));
    fixtures().scan(mall.in(), walker);
    fixtures().scan(mall.out(), gone);
    clock().advance(ofMinutes(1));
    ControlOrder order = fixtures().anOrder(venue(mall));

    int kept =
        stores().controlOrders().keepLockedIn(order.id(), mall.venue().id(), clock().instant());
    assertThat(kept).isEqualTo(2);
    assertThat(stores().controlOrders().countLockedIn(order.id())).isEqualTo(2);
    List<LockedIn> all =
        stores().controlOrders().listLockedIn(order.id(), PageRequest.first(10)).items();
    assertThat(all).extracting(LockedIn::person).containsExactly(walker, buyer);
    assertThat(all.get(1).venue()).isEqualTo(shop.venue().id());
    assertThat(all.get(1).since()).isEqualTo(since);
    var first = stores().controlOrders().listLockedIn(order.id(), PageRequest.first(1));
    assertThat(
            stores()
                .controlOrders()
                .listLockedIn(order.id(), new PageRequest(1, first.next()))
                .items())
        .isEqualTo(all.subList(1, 2));
  }

  @Test
  default void whoStaysLongerThanAnybodyMayShouldNotBeKeptWithALock() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    clock().advance(ofHours(25));
    ControlOrder order = fixtures().anOrder(venue(gate));
    assertThat(
            stores().controlOrders().keepLockedIn(order.id(), gate.venue().id(), clock().instant()))
        .isZero();
  }

  /** The rule, as plainly as can be. */
  private static Optional<RefusalReason> refusal(
      List<ControlOrder> orders,
      Gate gate,
      Gate mall,
      PersonId person,
      Instant at,
      boolean offline) {
    List<ControlTarget> onVenue = List.of(venue(gate), venue(mall));
    boolean locked = false;
    boolean kept = false;
    for (ControlOrder order : orders) {
      ControlTerm term = order.term().orElseThrow();
      boolean begun = !offline || !at.isBefore(term.from());
      boolean over =
          !at.isBefore(term.until())
              || term.liftedAt().filter(lifted -> !offline || !at.isBefore(lifted)).isPresent();
      if (begun && !over) {
        locked |= onVenue.contains(order.target());
        kept |= order.target().equals(new ControlTarget.OfPerson(person));
      }
    }
    if (locked) {
      return Optional.of(RefusalReason.VENUE_CLOSED);
    }
    return kept ? Optional.of(RefusalReason.ADMISSION_CONTROLLED) : Optional.empty();
  }

  private ScanOutcome late(Gate gate, PersonId person, Instant at) {
    return stores()
        .visitLedger()
        .apply(byManager(gate.venue().id(), person, Direction.IN).keptByDevice(at))
        .orElseThrow()
        .outcome();
  }

  private Scan byManager(VenueId venue, PersonId person, Direction direction) {
    return Scan.byManager(
        fixtures().aScanId(),
        person,
        new ScanTarget.AtVenue(venue, direction),
        ScanMethod.PASS_CODE,
        fixtures().anAccount(),
        clock().instant());
  }

  private Scan live(Poster poster, PersonId person) {
    return Scan.ofPoster(
        fixtures().aScanId(), person, new ScanTarget.AtPoster(poster.id()), clock().instant());
  }

  private ScanOutcome outcome(Poster poster, PersonId person) {
    return fixtures().scan(poster, person).outcome();
  }

  private ScanOutcome.Kind kind(Poster poster, PersonId person) {
    return outcome(poster, person).kind();
  }

  private boolean isOpen(Poster poster) {
    return stores().posters().landing(poster.id(), clock().instant()).orElseThrow().open();
  }

  private static ControlTarget venue(Gate gate) {
    return new ControlTarget.OfVenue(gate.venue().id());
  }

  private static ScanOutcome closed() {
    return new ScanOutcome.Refused(RefusalReason.VENUE_CLOSED);
  }

  private static ScanOutcome controlled() {
    return new ScanOutcome.Refused(RefusalReason.ADMISSION_CONTROLLED);
  }
}
