package cn.venuepass.bootstrap;

import cn.venuepass.application.board.LedgerReading;
import cn.venuepass.application.board.LedgerReadings;
import cn.venuepass.domain.visit.ScanOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads what the ledger's meters count; the ledger does nothing more for it. */
record MeasuredLedger(MeterRegistry meters) implements LedgerReadings {

  @Override
  public LedgerReading read() {
    Map<ScanOutcome.Kind, Long> scans = new EnumMap<>(ScanOutcome.Kind.class);
    for (ScanOutcome.Kind outcome : ScanOutcome.Kind.values()) {
      scans.put(
          outcome,
          Optional.ofNullable(
                  meters.find("venuepass.scans").tag("outcome", outcome.name()).counter())
              .map(Counter::count)
              .orElse(0.0)
              .longValue());
    }
    Optional<DistributionSummary> batches =
        Optional.ofNullable(meters.find("venuepass.ledger.batch.size").summary());
    return new LedgerReading(
        scans,
        Optional.ofNullable(meters.find("venuepass.ledger.queue.depth").gauge())
            .map(Gauge::value)
            .orElse(0.0)
            .intValue(),
        batches.map(DistributionSummary::count).orElse(0L),
        batches.map(DistributionSummary::totalAmount).orElse(0.0).longValue(),
        Optional.ofNullable(meters.find("venuepass.ledger.commit").timer())
            .map(commit -> commit.totalTime(TimeUnit.NANOSECONDS))
            .map(nanos -> Duration.ofNanos(nanos.longValue()))
            .orElse(Duration.ZERO));
  }
}
