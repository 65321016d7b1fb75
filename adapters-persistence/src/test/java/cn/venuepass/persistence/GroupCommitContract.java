package cn.venuepass.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.persistence.visit.BatchTransactions;
import cn.venuepass.persistence.visit.GroupCommitLedger;
import cn.venuepass.persistence.visit.LedgerMeters;
import cn.venuepass.persistence.visit.LedgerSettings;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.contract.AtOnce;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** How scans are gathered, stored together, and what becomes of them when that fails. */
interface GroupCommitContract {
  /** A database that other tests use too. */
  Database database();

  MovableClock clock();

  @Test
  default void whatHasGatheredShouldBeStoredInOneTransaction() throws Exception {
    var held = new Held(this, settings(100, Duration.ofMinutes(1)));
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    List<Future<Optional<ScanRecord>>> answers = held.scan(gate, people(10));
    held.release();

    assertThat(outcomes(answers)).hasSize(10).allMatch(ScanOutcome.Entered.class::isInstance);
    assertThat(held.batches()).isEqualTo(1);
    assertThat(held.registry.get("venuepass.scans").tag("outcome", "ENTERED").counter().count())
        .isEqualTo(10);
    assertThat(inside(gate)).isEqualTo(10);
  }

  @Test
  default void scansOfOnePersonShouldBeStoredOneAfterTheOther() throws Exception {
    var held = new Held(this, settings(100, Duration.ofMinutes(1)));
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    List<Future<Optional<ScanRecord>>> answers = held.scan(gate, List.of(person, person, person));
    held.release();

    assertThat(outcomes(answers).stream().map(ScanOutcome::kind))
        .containsExactlyInAnyOrder(
            ScanOutcome.Kind.ENTERED,
            ScanOutcome.Kind.ALREADY_INSIDE,
            ScanOutcome.Kind.ALREADY_INSIDE);
    assertThat(held.batches()).isEqualTo(3);
  }

  @Test
  default void aScanThatCannotBeStoredShouldFailAlone() throws Exception {
    var held = new Held(this, settings(100, Duration.ofMinutes(1)));
    Gate sound = fixtures().aVenue().trackingExits().addWithGate();
    Gate broken = fixtures().aVenue().trackingExits().addWithGate();
    int changed =
        database()
            .jdbi()
            .withHandle(
                handle ->
                    handle.execute(
                        "UPDATE venue SET name = '' WHERE id = ?", broken.venue().id().value()));
    assertThat(changed).isEqualTo(1);
    List<Future<Optional<ScanRecord>>> before = held.scan(sound, people(4));
    List<Future<Optional<ScanRecord>>> bad = held.scan(broken, people(1));
    List<Future<Optional<ScanRecord>>> after = held.scan(sound, people(4));
    held.release();

    assertThat(outcomes(before)).allMatch(ScanOutcome.Entered.class::isInstance);
    assertThat(outcomes(after)).allMatch(ScanOutcome.Entered.class::isInstance);
    assertThatThrownBy(() -> bad.get(0).get(1, TimeUnit.MINUTES))
        .rootCause()
        .isInstanceOf(InvalidValue.class);
    assertThat(held.splits()).isPositive();
    assertThat(inside(sound)).isEqualTo(8);
    assertThat(inside(broken)).isZero();
  }

  @Test
  default void whoComesWhenTheQueueIsFullShouldBeTurnedAwayAtOnce() throws Exception {
    var held = new Held(this, settings(3, Duration.ofMinutes(1)));
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    List<Future<Optional<ScanRecord>>> answers = held.scan(gate, people(3));
    assertThatThrownBy(() -> held.ledger.apply(entering(gate, fixtures().aPerson().id())))
        .isInstanceOf(TemporarilyUnavailable.class);
    held.release();

    assertThat(outcomes(answers)).hasSize(3);
    assertThat(inside(gate)).isEqualTo(3);
    assertThat(held.count("venuepass.ledger.turned.away")).isEqualTo(1);
    assertThat(held.ledger.apply(entering(gate, fixtures().aPerson().id()))).isPresent();
  }

  @Test
  default void whoWaitedTooLongShouldNotBeStored() throws Exception {
    var held = new Held(this, settings(10, Duration.ZERO));
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    List<Future<Optional<ScanRecord>>> answers = held.scan(gate, people(1));
    held.release();

    assertThatThrownBy(() -> answers.get(0).get(1, TimeUnit.MINUTES))
        .hasCauseInstanceOf(TemporarilyUnavailable.class);
    assertThat(inside(gate)).isZero();
    assertThat(visits(gate)).isZero();
  }

  @Test
  default void whoComesWhenTheWritersHaveStoppedShouldBeTurnedAway() {
    var stopped = new Held(this, settings(10, Duration.ofMinutes(1)));
    stopped.refuse();
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    Scan scan = entering(gate, fixtures().aPerson().id());
    assertThatThrownBy(() -> stopped.ledger.apply(scan)).isInstanceOf(TemporarilyUnavailable.class);
  }

  @RepeatedTest(5)
  default void twoNodesShouldLetOnePersonInOnce() {
    List<VisitLedger> nodes = twoNodes();
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    List<ScanRecord> answers =
        AtOnce.run(16, i -> nodes.get(i % 2).apply(entering(gate, person)).orElseThrow());
    assertThat(answers.stream().filter(a -> a.outcome() instanceof ScanOutcome.Entered)).hasSize(1);
    assertThat(visits(gate)).isEqualTo(1);
  }

  @RepeatedTest(5)
  default void twoNodesShouldNotTogetherExceedACapacity() {
    List<VisitLedger> nodes = twoNodes();
    Gate gate = fixtures().aVenue().trackingExits().capacity(5).addWithGate();
    List<PersonId> people = people(16);
    List<ScanRecord> answers =
        AtOnce.run(16, i -> nodes.get(i % 2).apply(entering(gate, people.get(i))).orElseThrow());
    assertThat(answers.stream().filter(a -> a.outcome() instanceof ScanOutcome.Entered)).hasSize(5);
    assertThat(inside(gate)).isEqualTo(5);
  }

  @RepeatedTest(5)
  default void twoNodesShouldTakeAFamilyWholeOrNotAtAll() {
    List<VisitLedger> nodes = twoNodes();
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    List<PersonId> family = people(3);
    List<ScanRecord> answers =
        AtOnce.run(
            6,
            i -> {
              PersonId leading = family.get(i % 3);
              Scan scan =
                  entering(gate, leading)
                      .with(
                          family.stream()
                              .filter(other -> !other.equals(leading))
                              .map(this::companion)
                              .toList());
              return nodes.get(i % 2).apply(scan).orElseThrow();
            });
    List<ScanOutcome.Kind> first =
        answers.stream()
            .filter(answer -> answer.outcome() instanceof ScanOutcome.Entered)
            .flatMap(answer -> answer.companions().stream())
            .map(companion -> companion.outcome().kind())
            .toList();
    assertThat(first).containsExactly(ScanOutcome.Kind.ENTERED, ScanOutcome.Kind.ENTERED);
    assertThat(visits(gate)).isEqualTo(3);
  }

  @RepeatedTest(40)
  default void batchesOfTwoNodesInOppositeOrderShouldBothBeStored() {
    List<VisitLedger> nodes = twoNodes();
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    List<PersonId> people = people(12);
    List<ScanRecord> answers =
        AtOnce.run(
            24,
            i ->
                nodes
                    .get(i % 2)
                    .apply(entering(gate, people.get(i % 2 == 0 ? i / 2 : 11 - i / 2)))
                    .orElseThrow());
    assertThat(answers.stream().filter(a -> a.outcome() instanceof ScanOutcome.Entered))
        .hasSize(12);
    assertThat(visits(gate)).isEqualTo(12);
    assertThat(inside(gate)).isEqualTo(12);
  }

  /** A lock or a release holds from the very next scan on, on every node, and without a cache. */
  @Test
  default void anOrderShouldHoldFromTheNextScanOnEveryNode() {
    List<VisitLedger> nodes = twoNodes();
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    for (ControlTarget target :
        List.of(new ControlTarget.OfVenue(gate.venue().id()), new ControlTarget.OfPerson(person))) {
      for (int round = 0; round < 10; round++) {
        ControlOrder order = fixtures().anOrder(target);
        for (VisitLedger node : nodes) {
          assertThat(node.apply(entering(gate, person)).orElseThrow().outcome())
              .isInstanceOf(ScanOutcome.Refused.class);
        }
        fixtures().lift(order);
        for (VisitLedger node : nodes) {
          assertThat(node.apply(entering(gate, person)).orElseThrow().outcome())
              .isNotInstanceOf(ScanOutcome.Refused.class);
        }
      }
    }
  }

  private Companion companion(PersonId person) {
    return new Companion(
        new FamilyLinkId(UUID.randomUUID()), person, new AccountId(UUID.randomUUID()));
  }

  private StoreFixtures fixtures() {
    return new StoreFixtures(database().stores(TestFields.FIELDS, UUID::randomUUID), clock());
  }

  private List<PersonId> people(int count) {
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      people.add(fixtures().aPerson().id());
    }
    return people;
  }

  private List<VisitLedger> twoNodes() {
    return List.of(
        database().stores(TestFields.FIELDS, UUID::randomUUID).visitLedger(),
        database().stores(TestFields.FIELDS, UUID::randomUUID).visitLedger());
  }

  private Scan entering(Gate gate, PersonId person) {
    return Scan.ofPoster(
        fixtures().aScanId(), person, new ScanTarget.AtPoster(gate.in().id()), clock().instant());
  }

  private int inside(Gate gate) {
    return database()
        .stores(TestFields.FIELDS, UUID::randomUUID)
        .visits()
        .countInside(gate.venue().id(), clock().instant());
  }

  private int visits(Gate gate) {
    return database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT count(*) FROM visit WHERE venue_id = :venue")
                    .bind("venue", gate.venue().id().value())
                    .mapTo(Integer.class)
                    .one());
  }

  private static List<ScanOutcome> outcomes(List<Future<Optional<ScanRecord>>> answers)
      throws Exception {
    List<ScanOutcome> outcomes = new ArrayList<>();
    for (Future<Optional<ScanRecord>> answer : answers) {
      outcomes.add(answer.get(1, TimeUnit.MINUTES).orElseThrow().outcome());
    }
    return outcomes;
  }

  private static LedgerSettings settings(int queue, Duration patience) {
    return new LedgerSettings(1, 100, queue, patience);
  }

  /** A ledger whose writer does nothing before it is released. */
  final class Held implements Executor {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final GroupCommitContract test;
    private final GroupCommitLedger ledger;
    private volatile boolean released;
    private volatile boolean refusing;

    Held(GroupCommitContract test, LedgerSettings settings) {
      this.test = test;
      Database database = test.database();
      var meters = new LedgerMeters(registry);
      this.ledger =
          new GroupCommitLedger(
              database.jdbi(),
              new BatchTransactions(
                  database.ledgerJdbi(),
                  UUID::randomUUID,
                  new Partitions(database.jdbi())::makeAround,
                  meters),
              this,
              settings,
              meters);
    }

    @Override
    public void execute(Runnable writer) {
      if (refusing) {
        throw new RejectedExecutionException();
      }
      if (released) {
        callers.execute(writer);
      } else {
        work.add(writer);
      }
    }

    /** Lets everybody scan; all wait in the queue when this returns. */
    List<Future<Optional<ScanRecord>>> scan(Gate gate, List<PersonId> people) {
      List<Future<Optional<ScanRecord>>> answers = new ArrayList<>();
      for (PersonId person : people) {
        double before = registry.get("venuepass.ledger.queue.depth").gauge().value();
        Scan scan = test.entering(gate, person);
        answers.add(callers.submit(() -> ledger.apply(scan)));
        Instant deadline = Instant.now().plusSeconds(30);
        while (registry.get("venuepass.ledger.queue.depth").gauge().value() == before) {
          assertThat(Instant.now()).isBefore(deadline);
          Thread.onSpinWait();
        }
      }
      return answers;
    }

    void release() {
      released = true;
      work.forEach(Runnable::run);
    }

    void refuse() {
      refusing = true;
    }

    long batches() {
      return registry.get("venuepass.ledger.batch.size").summary().count();
    }

    double splits() {
      return count("venuepass.ledger.splits");
    }

    double count(String counter) {
      return registry.get(counter).counter().count();
    }
  }
}
