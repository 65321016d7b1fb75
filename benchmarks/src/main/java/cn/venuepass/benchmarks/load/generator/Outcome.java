package cn.venuepass.benchmarks.load.generator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a load.
 *
 * @param seconds how long it was measured
 * @param answered scans that were stored and answered in that time
 * @param outcomes all answered scans by what the service said
 * @param unexpected answers that do not follow from the answers before
 * @param refused answers 503
 * @param refusedWithRetryAfter those of them that say when to come again
 * @param broken connections that ended, or answers of another status
 * @param unanswered requests without an answer when the patience was over
 * @param unsent arrivals of an open loop for which no connection was free in time
 * @param latency from when an arrival was due to its answer
 * @param service from when a request was sent to its answer
 * @param refusal the same as {@code service}, of the answers 503
 * @param course what each second saw
 */
public record Outcome(
    double seconds,
    long answered,
    Map<String, Long> outcomes,
    long unexpected,
    long refused,
    long refusedWithRetryAfter,
    Map<String, Long> broken,
    long unanswered,
    long unsent,
    Latency latency,
    Latency service,
    Latency refusal,
    List<Second> course) {
  public Outcome {
    outcomes = new TreeMap<>(outcomes);
    broken = new TreeMap<>(broken);
    course = List.copyOf(course);
  }

  /** How many scans were stored and refused within a second. */
  public record Second(long stored, long refused) {}

  /** Microseconds at which a share of the answers was there. */
  public record Latency(double p50, double p99, double p999, double maximum) {}

  public double perSecondAnswered() {
    return answered / seconds;
  }

  /** Everything that went wrong. */
  public long errors() {
    return unexpected + broken.values().stream().mapToLong(Long::longValue).sum() + unanswered;
  }
}
