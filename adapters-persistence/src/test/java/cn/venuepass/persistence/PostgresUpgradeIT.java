package cn.venuepass.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresUpgradeIT implements UpgradeContract {
  private static final UUID PERSON = new UUID(7, 7);

  private EmbeddedPostgres postgres;

  @BeforeEach
  void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterEach
  void stop() throws IOException {
    postgres.close();
  }

  @Test
  void answersByDayShouldStillBeGivenWhenTheyLieByWeek() {
    MovableClock clock = MovableClock.monday();
    LocalDate monday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    UUID venue = new UUID(8, 8);
    migrateTo("9");
    jdbi()
        .useHandle(
            handle -> {
              for (LocalDate day : List.of(monday.minusDays(1), monday)) {
                String name = day.toString().replace("-", "");
                handle.execute(
                    "CREATE TABLE scan_receipt_p%s PARTITION OF scan_receipt FOR VALUES FROM ('%s') TO ('%s')"
                        .formatted(name, day, day.plusDays(1)));
                handle.execute(
                    "INSERT INTO scan_receipt (venue_id, person_id, scan_id, received_on, direction,"
                        + " at, outcome, reason) VALUES (?, ?, ?, ?, 'IN', ?, 'REFUSED', 'VENUE_FULL')",
                    venue,
                    PERSON,
                    "scan-" + name,
                    day,
                    day.atTime(3, 0).toInstant(ZoneOffset.UTC));
              }
            });
    try (Database database = Database.open(settings(), clock)) {
      List<String> places =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "SELECT scan_id || ' in ' || CAST(CAST(tableoid AS regclass) AS text)"
                                  + " FROM scan_receipt ORDER BY received_on")
                          .mapTo(String.class)
                          .list());
      assertThat(places)
          .containsExactly(
              "scan-20260301 in scan_receipt_p20260223", "scan-20260302 in scan_receipt_p20260302");
      var fixtures = new StoreFixtures(database.stores(TestFields.FIELDS, UUID::randomUUID), clock);
      Gate gate = fixtures.aVenue().addWithGate();
      moveReceipts(database, venue, gate.venue().id().value());
      assertThat(replay(fixtures, "scan-20260301", gate.in())).isEqualTo(refused());
      assertThat(replay(fixtures, "scan-20260302", gate.in())).isEqualTo(refused());
      assertThat(replay(fixtures, "scan-of-today", gate.in()))
          .isInstanceOf(ScanOutcome.Entered.class);
    }
  }

  private static ScanOutcome replay(StoreFixtures fixtures, String scan, Poster poster) {
    ScanRecord answer = fixtures.scan(new ScanId(scan), poster, new PersonId(PERSON));
    return answer.outcome();
  }

  private static ScanOutcome refused() {
    return new ScanOutcome.Refused(RefusalReason.VENUE_FULL);
  }

  private static void moveReceipts(Database database, UUID from, UUID to) {
    int moved =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle.execute(
                        "UPDATE scan_receipt SET venue_id = ? WHERE venue_id = ?", to, from));
    assertThat(moved).isEqualTo(2);
  }

  @Override
  public DatabaseSettings settings() {
    return new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 4);
  }
}
