package cn.venuepass.bootstrap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The pace at which stored values are brought under new keys, beside the service's work. */
final class RotationOptions {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  @Option(
      names = "--rotation-slice",
      paramLabel = "ROWS",
      defaultValue = "200",
      description = "rows re-encrypted at a time (default: ${DEFAULT-VALUE})")
  int slice;

  @Option(
      names = "--rotation-pause",
      paramLabel = "DURATION",
      defaultValue = "PT0.1S",
      description = "pause after each, ISO-8601 (default: ${DEFAULT-VALUE})")
  Duration pause;

  /** Everything that is wrong with the values. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (slice < 1 || slice > 10_000) {
      faults.add("--rotation-slice: must lie between 1 and 10000");
    }
    if (pause.isNegative() || pause.compareTo(LONGEST_PAUSE) > 0) {
      faults.add("--rotation-pause: must lie between PT0S and PT1M");
    }
    return faults;
  }
}
