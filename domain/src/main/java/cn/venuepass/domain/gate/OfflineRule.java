package cn.venuepass.domain.gate;

import java.time.Duration;
import java.time.Instant;

/** What a device's clock may say of a scan that it kept. */
public final class OfflineRule {
  /** Older scans are not taken: 72 hours. */
  public static final Duration OLDEST = Duration.ofDays(3);

  /** How far devices' clocks may differ from the service's. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private OfflineRule() {}

  /** Whether a device's clock is too far ahead to be believed. */
  public static boolean isAhead(Instant deviceTime, Instant now) {
    return deviceTime.isAfter(now.plus(TOLERANCE));
  }

  /** Whether a kept scan has become too old to be taken for the first time. */
  public static boolean isTooOld(Instant deviceTime, Instant now) {
    return deviceTime.isBefore(now.minus(OLDEST));
  }
}
