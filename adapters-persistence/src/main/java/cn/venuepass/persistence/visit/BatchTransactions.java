package cn.venuepass.persistence.visit;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.persistence.StoreFaults;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores batches, each in a transaction of its own, and wakes those who wait. A batch that fails is
 * split, so that a scan that cannot be stored fails alone.
 */
public final class BatchTransactions {
  private static final Logger LOG = LoggerFactory.getLogger(BatchTransactions.class);

  /** PostgreSQL has no partition for a row. */
  private static final String NO_PARTITION = "23514";

  private static final int MAXIMUM_ATTEMPTS = 20;

  private final Jdbi jdbi;
  private final IdGenerator ids;
  private final Consumer<Instant> partitions;
  private final LedgerMeters meters;

  /**
   * Transactions on that database.
   *
   * @param partitions makes the partitions around a time, should they be missing after all
   */
  public BatchTransactions(
      Jdbi jdbi, IdGenerator ids, Consumer<Instant> partitions, LedgerMeters meters) {
    this.jdbi = jdbi;
    this.ids = ids;
    this.partitions = partitions;
    this.meters = meters;
  }

  /**
   * Stores a batch in which no person is twice. All are answered or failed when this returns, but
   * those that it gives back.
   *
   * @return the scans that must be decided again, because others were first
   */
  Deque<WaitingScan> store(List<WaitingScan> batch) {
    Deque<WaitingScan> again = new ArrayDeque<>();
    try {
      List<ScanBatch.Result> results = transaction(batch);
      for (int i = 0; i < batch.size(); i++) {
        if (results.get(i) instanceof ScanBatch.Answered answered) {
          answered.record().ifPresent(meters::answered);
          batch.get(i).answer().complete(answered.record());
        } else {
          tryAgain(batch.get(i), again);
        }
      }
    } catch (RuntimeException failure) {
      recover(batch, failure, again);
    } catch (Error failure) {
      fail(batch, failure);
      throw failure;
    }
    return again;
  }

  /** A handle of its own: what is retried must not be part of a larger transaction. */
  private List<ScanBatch.Result> transaction(List<WaitingScan> batch) {
    long begin = System.nanoTime();
    try (Handle own = jdbi.open()) {
      List<ScanBatch.Result> results =
          own.inTransaction(
              handle ->
                  ScanBatch.store(handle, batch.stream().map(WaitingScan::scan).toList(), ids));
      meters.committed(batch.size(), System.nanoTime() - begin);
      return results;
    }
  }

  private void recover(
      List<WaitingScan> batch, RuntimeException failure, Deque<WaitingScan> again) {
    if (StoreFaults.isPassing(failure)) {
      fail(batch, failure);
    } else if (batch.size() > 1) {
      LOG.debug("a batch of {} is split", batch.size(), failure);
      meters.split();
      int half = batch.size() / 2;
      again.addAll(store(batch.subList(0, half)));
      again.addAll(store(batch.subList(half, batch.size())));
    } else if (StoreFaults.sqlState(failure).equals(NO_PARTITION)) {
      makePartitions(batch.get(0), again);
    } else if (failure instanceof Overtaken || StoreFaults.mayBeTriedAgain(failure)) {
      tryAgain(batch.get(0), again);
    } else {
      fail(batch, failure);
    }
  }

  private void makePartitions(WaitingScan scan, Deque<WaitingScan> again) {
    try {
      partitions.accept(scan.scan().at());
      tryAgain(scan, again);
    } catch (RuntimeException e) {
      fail(List.of(scan), e);
    }
  }

  private static void tryAgain(WaitingScan scan, Deque<WaitingScan> again) {
    if (scan.nextAttempt() < MAXIMUM_ATTEMPTS) {
      again.add(scan);
    } else {
      fail(
          List.of(scan),
          new TemporarilyUnavailable("too many scans of one person at one door at once"));
    }
  }

  private static void fail(List<WaitingScan> scans, Throwable failure) {
    scans.forEach(scan -> scan.answer().completeExceptionally(failure));
  }
}
