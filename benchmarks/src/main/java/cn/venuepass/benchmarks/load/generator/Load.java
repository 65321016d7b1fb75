package cn.venuepass.benchmarks.load.generator;

/**
 * One load on one side.
 *
 * @param rate arrivals a second on schedule (an open loop); 0 when each connection sends as soon as
 *     it has its answer (a closed loop)
 */
public record Load(String side, int connections, double seconds, double rate) {
  public boolean onSchedule() {
    return rate > 0;
  }
}
