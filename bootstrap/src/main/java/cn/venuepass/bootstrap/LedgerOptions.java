package cn.venuepass.bootstrap;

import cn.venuepass.persistence.visit.LedgerSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
      description =
          "scans that may wait; more are answered 503 at once (default: four fifths of --threads)")
  @Nullable Integer queue;

  /**
   * Everything that is wrong with the values.
   *
   * @param threads how many requests are worked on at once
   */
  List<String> faults(int threads) {
    List<String> faults = new ArrayList<>();
    if (writers < 1 || writers > 64) {
      faults.add("--scan-writers: must lie between 1 and 64");
    }
    if (batch < 1 || batch > 1_000) {
      faults.add("--scan-batch: must lie between 1 and 1000");
    }
    if (queue != null && (queue < 1 || queue >= threads)) {
      faults.add("--scan-queue: must be below --threads, so that one is left to turn away others");
    }
    return faults;
  }

  LedgerSettings settings(int threads) {
    int waiting = queue == null ? Math.max(1, threads * 4 / 5) : queue;
    return new LedgerSettings(writers, batch, waiting, LedgerSettings.DEFAULT.patience());
  }
}
