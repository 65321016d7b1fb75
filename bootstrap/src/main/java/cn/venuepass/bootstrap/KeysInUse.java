package cn.venuepass.bootstrap;

import cn.venuepass.persistence.rotation.Renewal;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a service does about its keys while it runs: watch the file, renew what is stored. */
final class KeysInUse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeysInUse.class);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofSeconds(2);
  private static final int STOP_SECONDS = 5;

  private final Renewal renewal;
  private final Duration pause;
  private final ScheduledExecutorService watch = thread("venuepass-keys");
  private final ScheduledExecutorService work = thread("venuepass-rotation");

  private KeysInUse(Renewal renewal, Duration pause) {
    this.renewal = renewal;
    this.pause = pause;
  }

  /**
   * Begins to watch and to renew.
   *
   * @param pause between two slices
   */
  static KeysInUse keep(LiveKeys keys, Renewal renewal, Duration pause) {
    var kept = new KeysInUse(renewal, pause);
    var unused =
        kept.watch.scheduleWithFixedDelay(
            keys::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    kept.stepAfter(REST);
    return kept;
  }

  @Override
  public void close() {
    watch.shutdownNow();
    work.shutdown();
    try {
      if (!work.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the rotation does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stepAfter(Duration delay) {
    var unused = work.schedule(this::step, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void step() {
    Duration next = REST;
    try {
      next = renewal.step() ? pause : REST;
    } catch (RuntimeException e) {
      LOG.warn("values could not be brought under the new keys; trying again", e);
    }
    try {
      stepAfter(next);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("stopping", stopping);
    }
  }

  private static ScheduledExecutorService thread(String name) {
    var executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              var thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }
}
