package cn.venuepass.bootstrap;

import cn.venuepass.application.retention.PurgeData;
import cn.venuepass.application.retention.RetentionLimits;
import java.time.LocalTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few minutes whether what is over must be deleted; a missed day is caught up. */
final class DailyPurge implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DailyPurge.class);
  private static final int FIRST_MINUTES = 1;
  private static final int EVERY_MINUTES = 5;

  private final ScheduledExecutorService worker;

  private DailyPurge(ScheduledExecutorService worker) {
    this.worker = worker;
  }

  static DailyPurge start(PurgeData data, RetentionLimits limits, LocalTime quiet) {
    ScheduledExecutorService worker =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "venuepass-purge");
              thread.setDaemon(true);
              return thread;
            });
    var unused =
        worker.scheduleWithFixedDelay(
            () -> run(data, limits, quiet), FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    return new DailyPurge(worker);
  }

  private static void run(PurgeData data, RetentionLimits limits, LocalTime quiet) {
    try {
      data.purgeDaily(limits, quiet)
          .ifPresent(report -> LOG.info("what was over is deleted, report {}", report.id()));
    } catch (RuntimeException e) {
      LOG.warn("the purge failed; the next one goes on", e);
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
