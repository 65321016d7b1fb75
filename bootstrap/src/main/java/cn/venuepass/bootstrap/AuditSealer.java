package cn.venuepass.bootstrap;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.audit.SealAuditLog;
import cn.venuepass.domain.audit.AuditHead;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the audit log every few seconds, and once more when it is closed. The end of the chain goes
 * into the operator's log: kept elsewhere, it shows later that nothing before it changed.
 */
final class AuditSealer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);
  private static final int PERIOD_SECONDS = 3;
  private static final int GRACE_SECONDS = 5;

  private final SealAuditLog seals;
  private final ScheduledExecutorService schedule;

  private AuditSealer(SealAuditLog seals, ScheduledExecutorService schedule) {
    this.seals = seals;
    this.schedule = schedule;
  }

  static AuditSealer start(SealAuditLog seals) {
    ScheduledExecutorService schedule =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "venuepass-audit");
              thread.setDaemon(true);
              return thread;
            });
    var sealer = new AuditSealer(seals, schedule);
    var unused =
        schedule.scheduleWithFixedDelay(
            sealer::sealAll, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    return sealer;
  }

  @Override
  public void close() {
    schedule.shutdown();
    try {
      if (!schedule.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a seal of the audit log takes long; the rest is sealed after the next start");
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    sealAll();
  }

  private void sealAll() {
    try {
      Optional<AuditHead> head = Optional.empty();
      Optional<AuditHead> next = seals.sealNext();
      while (next.isPresent()) {
        head = next;
        next = seals.sealNext();
      }
      head.ifPresent(end -> LOG.info("audit log sealed to {}", end.anchor()));
    } catch (TemporarilyUnavailable e) {
      LOG.warn("the audit log waits for its seal: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("the audit log cannot be sealed", e);
    }
  }
}
