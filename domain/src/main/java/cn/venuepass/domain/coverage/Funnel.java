package cn.venuepass.domain.coverage;

/**
 * How many places have come how far; each number is a part of the one before it.
 *
 * @param surveyed places that are known to exist
 * @param scanned of these, places where somebody was registered within {@link Stage#OF_LATE}
 * @param unsurveyed beside these, venues that somebody applied for and no survey found
 */
public record Funnel(
    long surveyed, long applied, long approved, long posted, long scanned, long unsurveyed) {
  public static final Funnel NONE = new Funnel(0, 0, 0, 0, 0, 0);

  public Funnel {
    if (surveyed < applied || applied < approved || approved < posted || posted < scanned) {
      throw new IllegalArgumentException("a later stage cannot hold more than an earlier one");
    }
  }

  /** So many places at that stage. */
  public static Funnel of(Stage stage, long places) {
    return new Funnel(
        places,
        stage.hasReached(Stage.APPLIED) ? places : 0,
        stage.hasReached(Stage.APPROVED) ? places : 0,
        stage.hasReached(Stage.POSTED) ? places : 0,
        stage.hasReached(Stage.SCANNED) ? places : 0,
        0);
  }

  public static Funnel ofUnsurveyed(long venues) {
    return new Funnel(0, 0, 0, 0, 0, venues);
  }

  public Funnel plus(Funnel other) {
    return new Funnel(
        surveyed + other.surveyed,
        applied + other.applied,
        approved + other.approved,
        posted + other.posted,
        scanned + other.scanned,
        unsurveyed + other.unsurveyed);
  }

  /** Places where a code hangs that nobody used of late. */
  public long silent() {
    return posted - scanned;
  }
}
