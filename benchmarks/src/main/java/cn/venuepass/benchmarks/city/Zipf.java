package cn.venuepass.benchmarks.city;

import java.util.Arrays;

/**
 * Picks one of n so that a few are picked often and many seldom: the weight of rank r is 1/(r+q)^s.
 */
final class Zipf {
  private final double[] cumulative;

  /**
   * A choice among so many.
   *
   * @param exponent how steeply popularity falls
   * @param flattening how many of the first are about as popular as each other
   */
  Zipf(int size, double exponent, double flattening) {
    this.cumulative = new double[size];
    double sum = 0;
    for (int rank = 0; rank < size; rank++) {
      sum += 1 / StrictMath.pow(1 + rank + flattening, exponent);
      cumulative[rank] = sum;
    }
  }

  int pick(Dice dice) {
    int place = Arrays.binarySearch(cumulative, dice.unit() * cumulative[cumulative.length - 1]);
    return Math.min(place < 0 ? -place - 1 : place, cumulative.length - 1);
  }
}
