package cn.venuepass.persistence.visit;

import static java.util.Objects.requireNonNullElse;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The ledger with one transaction per scan. The presence row of a person at a venue, locked, puts
 * concurrent scans in order; its primary key decides who enters first. Whoever is overtaken reads
 * and decides again.
 */
public final class JdbiVisitLedger implements VisitLedger {
  /** PostgreSQL has no partition for a row. */
  private static final String NO_PARTITION = "23514";

  /** That, serialization failure, deadlock, H2's concurrent update and lock timeout. */
  private static final Set<String> TRY_AGAIN =
      Set.of(NO_PARTITION, "40001", "40P01", "90131", "HYT00");

  private static final int MAXIMUM_ATTEMPTS = 20;

  private final Jdbi jdbi;
  private final IdGenerator ids;
  private final Consumer<Instant> partitions;

  /**
   * A ledger over that database.
   *
   * @param partitions makes the partitions around a time, should they be missing after all
   */
  public JdbiVisitLedger(Jdbi jdbi, IdGenerator ids, Consumer<Instant> partitions) {
    this.jdbi = jdbi;
    this.ids = ids;
    this.partitions = partitions;
  }

  @Override
  public Optional<ScanRecord> apply(Scan scan) {
    for (int attempt = 1; ; attempt++) {
      try {
        return applyOnce(scan);
      } catch (Overtaken | JdbiException e) {
        if (attempt == MAXIMUM_ATTEMPTS || !mayBeTriedAgain(e)) {
          throw e;
        }
        if (NO_PARTITION.equals(stateOf(e))) {
          partitions.accept(scan.at());
        }
      }
    }
  }

  private Optional<ScanRecord> applyOnce(Scan scan) {
    return jdbi.inTransaction(
        handle ->
            DoorRow.find(handle, scan).map(door -> new Passage(handle, scan, door).answer(ids)));
  }

  private static boolean mayBeTriedAgain(RuntimeException e) {
    return e instanceof Overtaken || TRY_AGAIN.contains(stateOf(e));
  }

  private static String stateOf(RuntimeException e) {
    return e.getCause() instanceof SQLException sql
        ? requireNonNullElse(sql.getSQLState(), "")
        : "";
  }
}
