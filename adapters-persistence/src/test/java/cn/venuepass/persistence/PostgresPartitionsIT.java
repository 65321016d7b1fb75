package cn.venuepass.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Stores;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport.Line;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole weeks and days go at once, unless somebody needs something of them. */
class PostgresPartitionsIT {
  private final MovableClock clock = MovableClock.monday();
  private EmbeddedPostgres postgres;
  private Database database;
  private Stores stores;
  private StoreFixtures fixtures;

  @BeforeEach
  void open() throws IOException {
    postgres = EmbeddedPostgres.start();
    var settings =
        new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 4);
    database = Database.open(settings, clock);
    stores = database.stores(TestFields.FIELDS, UUID::randomUUID);
    fixtures = new StoreFixtures(stores, clock);
  }

  @AfterEach
  void close() throws IOException {
    database.close();
    postgres.close();
  }

  @Test
  void aWeekShouldGoWhenAllOfItIsOver() {
    Gate gate = fixtures.aVenue().addWithGate();
    fixtures.scan(gate.in(), fixtures.aPerson().id());
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
    Gate gate = fixtures.aVenue().addWithGate();
    PersonId held = fixtures.aPerson().id();
    fixtures.scan(gate.in(), held);
    fixtures.scan(gate.in(), fixtures.aPerson().id());
    stores
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
    Gate gate = fixtures.aVenue().addWithGate();
    fixtures.scan(gate.in(), fixtures.aPerson().id());
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
  void peopleShouldGoADayAfterNothingRefersToThem() {
    Gate gate = fixtures.aVenue().addWithGate();
    PersonId person = fixtures.aPerson().id();
    PersonId wanted = fixtures.aPerson().id();
    fixtures.scan(gate.in(), person);
    clock.advance(Duration.ofDays(36));
    Line unused = purge("visit");
    assertThat(stores.people().find(person)).isPresent();
    clock.advance(Duration.ofDays(1));
    assertThat(
            stores.people().findByIdNumber(stores.people().find(wanted).orElseThrow().idNumber()))
        .contains(wanted);
    assertThat(purge("person").deleted()).isEqualTo(1);
    assertThat(stores.people().find(person)).isEmpty();
    assertThat(stores.people().find(wanted)).isPresent();
  }

  private Line purge(String table) {
    List<Line> lines = new ArrayList<>();
    stores.dataPurge().purge(RetentionLimits.DEFAULT, clock.instant(), lines::add);
    return lines.stream().filter(line -> line.table().equals(table)).findFirst().orElseThrow();
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
