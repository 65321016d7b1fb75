package cn.venuepass.bootstrap;

import cn.venuepass.persistence.visit.LedgerSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How scans are stored. */
final class LedgerOptions {
  @Option(
      names = "--scan-writers",
      paramLabel = "N",
      defaultValue = "2",
      description = "transactions that store scans at once (default: ${DEFAULT-VALUE})")
  int writers;

  @Option(
      names = "--scan-batch",
      paramLabel = "N",
      defaultValue = "256",
      description = "scans in one transaction at most (default: ${DEFAULT-VALUE})")
  int batch;

  @Option(
      names = "--scan-queue",
      paramLabel = "N",
      defaultValue = "1024",
      description =
          "scans that may wait; more are answered 503 at once (default: ${DEFAULT-VALUE})")
  int queue;

  /** Everything that is wrong with the values. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (writers < 1 || writers > 64) {
      faults.add("--scan-writers: must lie between 1 and 64");
    }
    if (batch < 1 || batch > 1_000) {
      faults.add("--scan-batch: must lie between 1 and 1000");
    }
    if (queue < 1 || queue > 100_000) {
      faults.add("--scan-queue: must lie between 1 and 100000");
    }
    return faults;
  }

  LedgerSettings settings() {
    return new LedgerSettings(writers, batch, queue, LedgerSettings.DEFAULT.patience());
  }
}
