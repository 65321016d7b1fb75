package cn.venuepass.bootstrap;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does again and again what the service does of itself, each work in its own time; one that fails
 * is tried again.
 */
final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final long STOP_SECONDS = 5;

  private final ScheduledExecutorService worker;

  private Rounds(ScheduledExecutorService worker) {
    this.worker = worker;
  }

  /**
   * A work that is done again and again.
   *
   * @param name what the log calls it
   * @param pause the time between the end of one round and the begin of the next
   */
  record Round(String name, Duration pause, Runnable work) {}

  static Rounds start(List<Round> rounds) {
    ScheduledExecutorService worker =
        Executors.newScheduledThreadPool(
            Math.max(1, rounds.size()),
            work -> {
              var thread = new Thread(work, "venuepass-rounds");
              thread.setDaemon(true);
              return thread;
            });
    for (Round round : rounds) {
      var unused =
          worker.scheduleWithFixedDelay(
              () -> run(round), FIRST.toMillis(), round.pause().toMillis(), TimeUnit.MILLISECONDS);
    }
    return new Rounds(worker);
  }

  private static void run(Round round) {
    try {
      round.work().run();
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      LOG.warn("the round {} failed; the next one goes on", round.name(), e);
    }
  }

  /** Lets the round under way come to its end, if that is soon. */
  @Override
  public void close() {
    worker.shutdown();
    try {
      if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
