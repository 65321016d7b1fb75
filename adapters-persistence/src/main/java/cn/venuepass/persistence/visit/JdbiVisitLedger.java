package cn.venuepass.persistence.visit;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.persistence.StoreFaults;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger with one transaction per scan. The presence row of a person at a venue, locked, puts
 * concurrent scans in order; its primary key decides who enters first. Whoever is overtaken reads
 * and decides again.
 */
public final class JdbiVisitLedger implements VisitLedger {
  private static final Logger LOG = LoggerFactory.getLogger(JdbiVisitLedger.class);

  /** PostgreSQL has no partition for a row. */
  private static final String NO_PARTITION = "23514";

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
    for (int attempt = 1; attempt <= MAXIMUM_ATTEMPTS; attempt++) {
      try {
        return applyOnce(scan);
      } catch (Overtaken overtaken) {
        LOG.debug("overtaken, attempt {}", attempt);
      } catch (JdbiException e) {
        if (StoreFaults.sqlState(e).equals(NO_PARTITION)) {
          partitions.accept(scan.at());
        } else if (!StoreFaults.mayBeTriedAgain(e)) {
          throw e;
        }
      }
    }
    throw new TemporarilyUnavailable("too many scans of one person at one door at once");
  }

  @Override
  public Optional<ScanRecord> findAnswer(Scan scan) {
    return jdbi.withHandle(
        handle ->
            DoorRow.find(handle, scan)
                .flatMap(door -> new Passage(handle, scan, door).earlierAnswer()));
  }

  /** A handle of its own: what is retried must not be part of a larger transaction. */
  private Optional<ScanRecord> applyOnce(Scan scan) {
    try (Handle own = jdbi.open()) {
      return own.inTransaction(
          handle ->
              DoorRow.find(handle, scan)
                  .flatMap(door -> new Passage(handle, scan, door).answer(ids)));
    }
  }
}
