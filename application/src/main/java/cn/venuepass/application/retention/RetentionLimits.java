package cn.venuepass.application.retention;

import cn.venuepass.application.visit.VisitLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long data is kept after it is over.
 *
 * @param visits visits, where people stand, who came along, ended roster entries, revoked passes
 * @param receipts answers to scans, for replays
 * @param refusals notes about people who were turned away
 * @param sessions sessions after their end
 * @param creations idempotency keys
 * @param devices what has arrived from gate devices that were not seen since
 */
public record RetentionLimits(
    Duration visits,
    Duration receipts,
    Duration refusals,
    Duration sessions,
    Duration creations,
    Duration devices) {
  /** Late evidence looks back 17 days, and partitions are made for three weeks back. */
  private static final Duration LEAST_VISITS = Duration.ofDays(21);

  private static final Duration LEAST_REFUSALS = Duration.ofDays(1);
  private static final Duration LEAST_CREATIONS = Duration.ofHours(24);
  private static final Duration LEAST_DEVICES = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(3_660);

  public static final RetentionLimits DEFAULT =
      new RetentionLimits(
          Duration.ofDays(28),
          Duration.ofDays(28),
          Duration.ofDays(28),
          Duration.ofDays(7),
          LEAST_CREATIONS,
          Duration.ofDays(180));

  public RetentionLimits {
    List<String> faults = faults(visits, receipts, refusals, sessions, creations, devices);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  /** Everything that is wrong with such limits, by the names of the settings. */
  public static List<String> faults(
      Duration visits,
      Duration receipts,
      Duration refusals,
      Duration sessions,
      Duration creations,
      Duration devices) {
    List<String> faults = new ArrayList<>();
    check(faults, "--retain-visits", visits, LEAST_VISITS);
    check(faults, "--retain-receipts", receipts, VisitLedger.REPLAY_MEMORY);
    check(faults, "--retain-refusals", refusals, LEAST_REFUSALS);
    check(faults, "--retain-sessions", sessions, Duration.ZERO);
    check(faults, "--retain-creations", creations, LEAST_CREATIONS);
    check(faults, "--retain-devices", devices, LEAST_DEVICES);
    return faults;
  }

  private static void check(List<String> faults, String name, Duration limit, Duration least) {
    if (limit.compareTo(least) < 0 || limit.compareTo(LONGEST) > 0) {
      faults.add("%s: must lie between %s and %s".formatted(name, least, LONGEST));
    }
  }
}
