package cn.venuepass.benchmarks.city;

import java.util.UUID;

/**
 * Chance that falls the same way for the same seed. A split has a sequence of its own, which does
 * not depend on what was thrown before (after SplitMix64). Only exact arithmetic, so that every
 * machine throws the same.
 */
final class Dice {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long origin;
  private long state;

  Dice(long seed) {
    this.origin = seed;
    this.state = seed;
  }

  Dice split(long label) {
    return new Dice(mixed(origin ^ mixed(label * GOLDEN + 1)));
  }

  long next() {
    state += GOLDEN;
    return mixed(state);
  }

  /** From 0 to the bound, without it. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** From 0 to 1, without it. */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  long between(long from, long to) {
    return from + (long) (unit() * (to - from));
  }

  /** Around the mean as a bell, hardly ever further away than three times the spread. */
  long around(long mean, long spread) {
    double bell = unit() + unit() + unit() + unit() - 2;
    return mean + (long) (bell * 1.73 * spread);
  }

  /** A UUIDv7 of that time (RFC 9562). */
  UUID uuid(long epochMillis) {
    return new UUID(
        (epochMillis << 16) | 0x7000 | (next() >>> 52), (next() >>> 2) | 0x8000000000000000L);
  }

  private static long mixed(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
