package cn.venuepass.persistence.visit;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A scan whose caller waits for the answer. */
final class WaitingScan {
  private final Scan scan;
  private final long since = System.nanoTime();
  private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
  private final CompletableFuture<Optional<ScanRecord>> answer = new CompletableFuture<>();
  private int attempts;

  private enum State {
    QUEUED,
    /** A writer has it: it may be stored. */
    TAKEN,
    /** The caller has given up before: it will not be stored. */
    WITHDRAWN
  }

  WaitingScan(Scan scan) {
    this.scan = scan;
  }

  Scan scan() {
    return scan;
  }

  /** Takes it to be stored; false when nobody waits for it any more. */
  boolean take() {
    return state.compareAndSet(State.QUEUED, State.TAKEN) || state.get() == State.TAKEN;
  }

  Duration waited() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** How often it was tried to store, this time included. */
  int nextAttempt() {
    attempts++;
    return attempts;
  }

  void answer(Optional<ScanRecord> record) {
    answer.complete(record);
  }

  void fail(Throwable failure) {
    answer.completeExceptionally(failure);
  }

  /**
   * Waits for the answer.
   *
   * @param patience how long it may stay in the queue
   * @param longest how long it may be under way after that
   */
  Optional<ScanRecord> await(Duration patience, Duration longest) {
    try {
      return answerWithin(patience);
    } catch (TimeoutException e) {
      if (state.compareAndSet(State.QUEUED, State.WITHDRAWN)) {
        throw new TemporarilyUnavailable("a scan waited too long, and is not stored", e);
      }
    }
    try {
      return answerWithin(longest);
    } catch (TimeoutException e) {
      throw new TemporarilyUnavailable("the database does not answer; a scan may be stored", e);
    }
  }

  private Optional<ScanRecord> answerWithin(Duration time) throws TimeoutException {
    try {
      return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TemporarilyUnavailable("interrupted; a scan may be stored", e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(ExecutionException e) {
    if (e.getCause() instanceof TemporarilyUnavailable unavailable) {
      return unavailable;
    }
    return e.getCause() instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(e);
  }
}
