package cn.venuepass.benchmarks.load.generator;

/**
 * When people come in an open loop: evenly, whether or not those before have their answers. Counts
 * from the moment of a start; times as of {@link System#nanoTime}.
 */
final class Arrivals {
  private final long start;
  private final double gap;
  private final long count;
  private long next;

  Arrivals(long start, double seconds, double rate) {
    this.start = start;
    this.gap = 1e9 / rate;
    this.count = (long) (seconds * rate);
  }

  boolean isOver() {
    return next >= count;
  }

  /** When the next one is due. */
  long due() {
    return start + (long) (next * gap);
  }

  /** Takes the next one. */
  long take() {
    long due = due();
    next++;
    return due;
  }

  /** Drops all that were due before that time, and says how many. */
  long dropBefore(long time) {
    long dropped = 0;
    while (!isOver() && due() < time) {
      next++;
      dropped++;
    }
    return dropped;
  }

  /** How many are left. */
  long left() {
    return count - next;
  }
}
