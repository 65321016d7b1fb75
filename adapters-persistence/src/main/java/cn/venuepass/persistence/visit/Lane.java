package cn.venuepass.persistence.visit;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.domain.visit.Scan;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A queue of scans with one writer at most, which works as long as there are any. Whoever adds to
 * an idle lane sets a writer to it.
 */
final class Lane {
  private final BatchTransactions transactions;
  private final Executor writers;
  private final LedgerSettings settings;
  private final Consumer<WaitingScan> taken;
  private final Queue<WaitingScan> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();

  /** When the batch under way began, in nanoseconds; 0 when there is none. */
  private volatile long batchBegan;

  /** Scans that go before the queue: overtaken, or of somebody who was in the last batch too. */
  private Deque<WaitingScan> first = new ArrayDeque<>();

  Lane(
      BatchTransactions transactions,
      Executor writers,
      LedgerSettings settings,
      Consumer<WaitingScan> taken) {
    this.transactions = transactions;
    this.writers = writers;
    this.settings = settings;
    this.taken = taken;
  }

  void add(WaitingScan scan) {
    queue.add(scan);
    if (busy.compareAndSet(false, true)) {
      try {
        writers.execute(this::work);
      } catch (RejectedExecutionException e) {
        busy.set(false);
        failAll(new TemporarilyUnavailable("the service stops", e));
      }
    }
  }

  /** Whether one batch has been under way for longer than that. */
  boolean isStuck(Duration longest) {
    long began = batchBegan;
    return began != 0 && System.nanoTime() - began > longest.toNanos();
  }

  private void work() {
    try {
      do {
        List<WaitingScan> batch = next();
        while (!batch.isEmpty()) {
          batchBegan = System.nanoTime();
          transactions.store(batch).descendingIterator().forEachRemaining(first::addFirst);
          batch = next();
        }
        rest();
      } while (!queue.isEmpty() && busy.compareAndSet(false, true));
    } catch (RuntimeException | Error failure) {
      rest();
      throw failure;
    }
  }

  /** Lets the next scan set a writer to this lane. */
  private void rest() {
    batchBegan = 0;
    busy.set(false);
  }

  /** The next batch: what has gathered, in its order, no person twice. */
  private List<WaitingScan> next() {
    List<WaitingScan> batch = new ArrayList<>();
    Set<UUID> people = new HashSet<>();
    Deque<WaitingScan> later = new ArrayDeque<>();
    while (batch.size() < settings.batch()) {
      WaitingScan next = first.poll();
      boolean fresh = next == null;
      if (fresh) {
        next = queue.poll();
      }
      if (next == null) {
        break;
      }
      if (fresh) {
        taken.accept(next);
      }
      if (fresh && next.waited().compareTo(settings.patience()) > 0) {
        fail(next, new TemporarilyUnavailable("a scan waited too long, and is not stored"));
      } else if (isApart(next.scan(), people)) {
        batch.add(next);
      } else {
        later.add(next);
      }
    }
    later.addAll(first);
    first = later;
    return batch;
  }

  private static boolean isApart(Scan scan, Set<UUID> people) {
    List<UUID> own = Known.people(scan).toList();
    if (own.stream().anyMatch(people::contains)) {
      return false;
    }
    people.addAll(own);
    return true;
  }

  private void failAll(RuntimeException failure) {
    for (WaitingScan scan = queue.poll(); scan != null; scan = queue.poll()) {
      taken.accept(scan);
      fail(scan, failure);
    }
  }

  private static void fail(WaitingScan scan, RuntimeException failure) {
    scan.answer().completeExceptionally(failure);
  }
}
