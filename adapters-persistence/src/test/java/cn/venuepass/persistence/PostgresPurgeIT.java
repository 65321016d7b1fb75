package cn.venuepass.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.retention.RetentionReport.Line;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.contract.AtOnce;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole weeks and days go at once, unless somebody needs something of them. */
class PostgresPurgeIT implements PurgeContract {
  private static final int SCANNERS = 8;
  private static final AtomicInteger NEXT = new AtomicInteger();

  /** Each test's database begins as a copy of this one. */
  private static final String MIGRATED = "purge_migrated";

  private static EmbeddedPostgres postgres;

  private final MovableClock clock = MovableClock.monday();
  private Database database;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    create(MIGRATED);
    Database.open(settings(MIGRATED), MovableClock.monday()).close();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void open() throws SQLException {
    String name = "purge_" + NEXT.incrementAndGet();
    create(name + " TEMPLATE " + MIGRATED);
    database = Database.open(settings(name), clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  public Database database() {
    return database;
  }

  @Override
  public MovableClock clock() {
    return clock;
  }

  @Test
  void aWeekShouldGoWhenAllOfItIsOver() {
    Gate gate = fixtures().aVenue().addWithGate();
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    assertThat(partitions()).contains("visit_p20260302", "scan_receipt_p20260302");
    clock.advance(Duration.ofDays(36));
    Line visits = purge("visit");
    assertThat(partitions()).doesNotContain("visit_p20260302", "scan_receipt_p20260302");
    assertThat(partitions()).contains("visit_p20260309");
    assertThat(tables()).doesNotContain("visit_p20260302");
    assertThat(visits.deleted()).isEqualTo(1);
    assertThat(visits.partitions()).isEqualTo(3);
  }

  @Test
  void aHoldShouldKeepTheWeekAndNothingElseInIt() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId held = fixtures().aPerson().id();
    fixtures().scan(gate.in(), held);
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    stores()
        .retentionHolds()
        .add(
            new RetentionHold(
                new RetentionHoldId(UUID.randomUUID()),
                UUID.randomUUID(),
                Optional.of(held),
                Optional.empty(),
                clock.instant(),
                clock.instant(),
                clock.instant()));
    clock.advance(Duration.ofDays(36));
    Line visits = purge("visit");
    assertThat(partitions()).contains("visit_p20260302");
    assertThat(visits.deleted()).isEqualTo(1);
    assertThat(visits.held()).isEqualTo(1);
  }

  @Test
  void aRunThatWasCutOffShouldBeFinishedByTheNext() {
    Gate gate = fixtures().aVenue().addWithGate();
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    clock.advance(Duration.ofDays(36));
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("ALTER TABLE visit DETACH PARTITION visit_p20260302 CONCURRENTLY"));
    assertThat(tables()).contains("visit_p20260302");
    assertThat(purge("visit").deleted()).isEqualTo(1);
    assertThat(tables()).doesNotContain("visit_p20260302");
  }

  @Test
  void scansShouldGoOnWhileWeeksAndDaysGo() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    List<PersonId> people =
        Stream.generate(() -> fixtures().aPerson().id()).limit(SCANNERS).toList();
    people.forEach(person -> fixtures().scan(gate.in(), person));
    clock.advance(Duration.ofDays(70));
    var purged = new AtomicBoolean();
    List<Integer> counts =
        AtOnce.run(
            SCANNERS + 1,
            i -> i == SCANNERS ? purgeAndTell(purged) : passUntil(purged, gate, people.get(i)));
    assertThat(counts.get(SCANNERS)).isGreaterThanOrEqualTo(5);
    assertThat(counts).allMatch(count -> count > 0);
    assertThat(partitions()).doesNotContain("visit_p20260302").contains("visit_p20260511");
  }

  /** How many partitions went. */
  private int purgeAndTell(AtomicBoolean purged) {
    try {
      return purge().stream().mapToInt(Line::partitions).sum();
    } finally {
      purged.set(true);
    }
  }

  /** How often the person went in and out before the purge was over, once at least. */
  private int passUntil(AtomicBoolean over, Gate gate, PersonId person) {
    int passes = 0;
    do {
      assertThat(fixtures().scan(gate.in(), person).outcome())
          .isInstanceOf(ScanOutcome.Entered.class);
      assertThat(fixtures().scan(gate.out(), person).outcome())
          .isInstanceOf(ScanOutcome.Left.class);
      passes++;
    } while (!over.get());
    return passes;
  }

  private static void create(String database) throws SQLException {
    try (Connection server = postgres.getPostgresDatabase().getConnection();
        Statement statement = server.createStatement()) {
      boolean unused = statement.execute("CREATE DATABASE " + database);
    }
  }

  private static DatabaseSettings settings(String database) {
    return new DatabaseSettings(postgres.getJdbcUrl("postgres", database), "postgres", "", 12);
  }

  private Line purge(String table) {
    return purge().stream().filter(line -> line.table().equals(table)).findFirst().orElseThrow();
  }

  private List<String> partitions() {
    return names("SELECT CAST(CAST(inhrelid AS regclass) AS text) FROM pg_inherits");
  }

  private List<String> tables() {
    return names("SELECT CAST(relname AS text) FROM pg_class WHERE relkind = 'r'");
  }

  private List<String> names(String query) {
    return database
        .jdbi()
        .withHandle(handle -> handle.createQuery(query).mapTo(String.class).list());
  }
}
