package cn.venuepass.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a scan is short: what it asks the database is counted. */
class ScanStatementsTest {
  @TempDir private Path directory;

  @Test
  void aScanShouldTakeNoMoreStatementsThanItNeeds() {
    MovableClock clock = MovableClock.monday();
    var settings = new DatabaseSettings("jdbc:h2:file:" + directory.resolve("x"), "sa", "", 2);
    try (Database database = Database.open(settings, clock)) {
      var fixtures = new StoreFixtures(database.stores(TestFields.FIELDS, UUID::randomUUID), clock);
      Gate gate = fixtures.aVenue().trackingExits().addWithGate();
      PersonId person = fixtures.aPerson().id();
      var statements = new AtomicInteger();
      database
          .ledgerJdbi()
          .setSqlLogger(
              new SqlLogger() {
                @Override
                public void logAfterExecution(StatementContext context) {
                  int unused = statements.incrementAndGet();
                }
              });
      // door, presence, receipt, visit, presence
      assertThat(counted(statements, () -> fixtures.scan(gate.in(), person))).isEqualTo(5);
      clock.advance(Duration.ofMinutes(1));
      // door, presence, receipt, the answer that presence gives up, presence
      assertThat(counted(statements, () -> fixtures.scan(gate.in(), person))).isEqualTo(5);
      clock.advance(Duration.ofMinutes(1));
      assertThat(counted(statements, () -> fixtures.scan(gate.out(), person))).isEqualTo(6);
    }
  }

  private static int counted(AtomicInteger statements, Runnable scan) {
    statements.set(0);
    scan.run();
    return statements.get();
  }
}
