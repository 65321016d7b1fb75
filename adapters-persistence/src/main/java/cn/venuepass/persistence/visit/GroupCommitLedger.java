package cn.venuepass.persistence.visit;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * The ledger with a group commit: callers hand in their scans and wait; a few writers store what
 * has gathered, each in one transaction, so that one write to the disk serves many people. A lone
 * scan waits for no company.
 *
 * <p>Rows decide, through unique keys and conditional writes, never a lock in memory: any number of
 * nodes may work on one database. A person's scans go to one writer, which spares them from
 * overtaking each other, no more.
 */
public final class GroupCommitLedger implements VisitLedger {
  /** How long somebody waits who waits. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Jdbi jdbi;
  private final LedgerSettings settings;
  private final LedgerMeters meters;
  private final AtomicInteger waiting = new AtomicInteger();
  private final List<Lane> lanes;

  /**
   * A ledger.
   *
   * @param jdbi looks for earlier answers
   * @param transactions store the scans
   * @param writers runs as many writers at once as the settings say
   */
  public GroupCommitLedger(
      Jdbi jdbi,
      BatchTransactions transactions,
      Executor writers,
      LedgerSettings settings,
      LedgerMeters meters) {
    this.jdbi = jdbi;
    this.settings = settings;
    this.meters = meters;
    this.lanes =
        Stream.generate(() -> new Lane(transactions, writers, settings, this::taken))
            .limit(settings.writers())
            .toList();
    meters.watchQueue(waiting, settings.queue());
  }

  @Override
  public Optional<ScanRecord> apply(Scan scan) {
    try {
      return submit(scan).get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporarilyUnavailable("interrupted; a scan may be stored", e);
    } catch (TimeoutException e) {
      throw new TemporarilyUnavailable("the database does not answer; a scan may be stored", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    }
  }

  @Override
  public CompletableFuture<Optional<ScanRecord>> submit(Scan scan) {
    if (waiting.incrementAndGet() > settings.queue()) {
      int unused = waiting.decrementAndGet();
      meters.turnedAway();
      return CompletableFuture.failedFuture(new TemporarilyUnavailable("too many scans at once"));
    }
    var mine = new WaitingScan(scan);
    lanes.get(Math.floorMod(scan.person().hashCode(), lanes.size())).add(mine);
    return mine.answer();
  }

  @Override
  public Optional<ScanRecord> findAnswer(Scan scan) {
    return jdbi.withHandle(
        handle -> {
          Known known = Known.ofAnswers(handle, List.of(scan));
          return known
              .door(scan)
              .flatMap(door -> new Passage(handle, known, scan, door).earlierAnswer());
        });
  }

  /** Whether a writer has had no answer from the database for longer than a scan may wait. */
  public boolean isStuck() {
    return lanes.stream().anyMatch(lane -> lane.isStuck(settings.patience()));
  }

  private void taken(WaitingScan scan) {
    int unused = waiting.decrementAndGet();
    meters.taken(scan.waited());
  }
}
