package cn.venuepass.bootstrap;

import cn.venuepass.application.retention.RetentionLimits;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import picocli.CommandLine.Option;

/** How long data is kept. */
final class RetentionOptions {
  @Option(
      names = "--retain-visits",
      paramLabel = "DURATION",
      defaultValue = "P28D",
      description = "how long visits are kept after their end (default: ${DEFAULT-VALUE})")
  Duration visits;

  @Option(
      names = "--retain-receipts",
      paramLabel = "DURATION",
      defaultValue = "P28D",
      description = "how long a scan's answer is kept for replays (default: ${DEFAULT-VALUE})")
  Duration receipts;

  @Option(
      names = "--retain-refusals",
      paramLabel = "DURATION",
      defaultValue = "P28D",
      description = "how long notes about refusals are kept (default: ${DEFAULT-VALUE})")
  Duration refusals;

  @Option(
      names = "--retain-sessions",
      paramLabel = "DURATION",
      defaultValue = "P7D",
      description = "how long sessions are kept after their end (default: ${DEFAULT-VALUE})")
  Duration sessions;

  @Option(
      names = "--retain-creations",
      paramLabel = "DURATION",
      defaultValue = "PT24H",
      description = "how long idempotency keys are kept (default: ${DEFAULT-VALUE})")
  Duration creations;

  @Option(
      names = "--retain-devices",
      paramLabel = "DURATION",
      defaultValue = "P180D",
      description = "how long unseen gate devices are kept (default: ${DEFAULT-VALUE})")
  Duration devices;

  @Option(
      names = "--purge-at",
      paramLabel = "TIME",
      defaultValue = "03:30",
      description = "when the service deletes what is over, China time (default: ${DEFAULT-VALUE})")
  LocalTime quiet;

  /** Everything that is wrong with the values. */
  List<String> faults() {
    return RetentionLimits.faults(visits, receipts, refusals, sessions, creations, devices);
  }

  RetentionLimits limits() {
    return new RetentionLimits(visits, receipts, refusals, sessions, creations, devices);
  }
}
