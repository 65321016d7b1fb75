package cn.venuepass.persistence.visit;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What the ledger tells of itself. */
public final class LedgerMeters {
  private static final Duration[] TIMES = {
    Duration.ofMillis(1),
    Duration.ofMillis(3),
    Duration.ofMillis(10),
    Duration.ofMillis(30),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3)
  };

  private final MeterRegistry registry;
  private final Map<ScanOutcome.Kind, Counter> outcomes = new EnumMap<>(ScanOutcome.Kind.class);
  private final Map<RefusalReason, Counter> refusals = new EnumMap<>(RefusalReason.class);
  private final DistributionSummary batchSize;
  private final Timer commit;
  private final Timer wait;
  private final Counter turnedAway;
  private final Counter splits;

  public LedgerMeters(MeterRegistry registry) {
    this.registry = registry;
    for (ScanOutcome.Kind kind : ScanOutcome.Kind.values()) {
      outcomes.put(
          kind,
          Counter.builder("venuepass.scans")
              .description("Scans answered, by outcome")
              .tag("outcome", kind.name())
              .register(registry));
    }
    for (RefusalReason reason : RefusalReason.values()) {
      refusals.put(
          reason,
          Counter.builder("venuepass.scan.refusals")
              .description("Scans refused, by reason")
              .tag("reason", reason.name())
              .register(registry));
    }
    this.batchSize =
        DistributionSummary.builder("venuepass.ledger.batch.size")
            .description("Scans stored in one transaction")
            .serviceLevelObjectives(1, 4, 16, 64, 256)
            .register(registry);
    this.commit =
        Timer.builder("venuepass.ledger.commit")
            .description("From the begin of a transaction that stores scans to its end")
            .serviceLevelObjectives(TIMES)
            .register(registry);
    this.wait =
        Timer.builder("venuepass.ledger.wait")
            .description("How long scans waited for a writer")
            .serviceLevelObjectives(TIMES)
            .register(registry);
    this.turnedAway =
        Counter.builder("venuepass.ledger.turned.away")
            .description("Scans that found the queue full")
            .register(registry);
    this.splits =
        Counter.builder("venuepass.ledger.splits")
            .description("Batches that failed and were split")
            .register(registry);
  }

  void watchQueue(AtomicInteger waiting, int capacity) {
    Gauge.builder("venuepass.ledger.queue.depth", waiting, AtomicInteger::get)
        .description("Scans that wait for a writer")
        .register(registry);
    Gauge.builder("venuepass.ledger.queue.capacity", () -> capacity)
        .description("Scans that may wait")
        .register(registry);
  }

  void answered(ScanRecord record) {
    requireNonNull(outcomes.get(record.outcome().kind())).increment();
    if (record.outcome() instanceof ScanOutcome.Refused refused) {
      requireNonNull(refusals.get(refused.reason())).increment();
    }
  }

  void taken(Duration waited) {
    wait.record(waited);
  }

  void committed(int scans, long nanoseconds) {
    batchSize.record(scans);
    commit.record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  void turnedAway() {
    turnedAway.increment();
  }

  void split() {
    splits.increment();
  }
}
