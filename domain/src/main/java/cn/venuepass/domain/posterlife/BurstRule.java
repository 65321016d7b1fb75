package cn.venuepass.domain.posterlife;

/**
 * When a poster is scanned so often in an hour that its picture may be passed around: far more
 * often than in the busiest hours of its own past.
 *
 * @param least up to that many scans in an hour are never a burst
 * @param factor how many times the average busiest hour a burst is more than
 * @param pastDays over how many days before the average is taken
 * @param leastPast on how many of them it must have been scanned, to have a past
 * @param withoutPast up to that many scans in an hour are no burst of a poster without a past
 */
public record BurstRule(int least, int factor, int pastDays, int leastPast, int withoutPast) {

  /** An hour of a small shop never reaches 30; a new market's first day may bring 200. */
  public static final BurstRule DEFAULT = new BurstRule(30, 5, 14, 3, 200);

  /** Up to that many scans in an hour need no look at the past. */
  public int leastToLookAt() {
    return Math.min(least, withoutPast);
  }

  public boolean isBurst(BusyHour hour) {
    if (hour.past().days() < leastPast) {
      return hour.scans() > withoutPast;
    }
    return hour.scans() > least
        && (long) hour.scans() * hour.past().days() > (long) factor * hour.past().busiestHours();
  }
}
