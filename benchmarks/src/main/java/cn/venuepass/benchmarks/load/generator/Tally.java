package cn.venuepass.benchmarks.load.generator;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Counts what comes of a load. For one thread. */
final class Tally {
  private static final long LONGEST = 120_000_000_000L;
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MICRO = 1_000;

  private final long start;
  private final long end;
  private final Histogram latency = new Histogram(LONGEST, DIGITS);
  private final Histogram service = new Histogram(LONGEST, DIGITS);
  private final Histogram refusal = new Histogram(LONGEST, DIGITS);
  private final Map<Said, Long> outcomes = new EnumMap<>(Said.class);
  private final Map<String, Long> broken = new HashMap<>();
  private final long[] storedBySecond;
  private final long[] refusedBySecond;
  private long answered;
  private long unexpected;
  private long refused;
  private long refusedWithRetryAfter;
  private long unanswered;
  private long unsent;

  /** Between two readings of {@link System#nanoTime}. */
  Tally(long start, long end) {
    this.start = start;
    this.end = end;
    int seconds = Math.toIntExact((end - start + 999_999_999) / 1_000_000_000);
    this.storedBySecond = new long[seconds];
    this.refusedBySecond = new long[seconds];
  }

  void stored(long due, long sent, long now, Said outcome, boolean expected) {
    latency.recordValue(Math.min(now - due, LONGEST));
    service.recordValue(Math.min(now - sent, LONGEST));
    outcomes.merge(outcome, 1L, Long::sum);
    if (!expected) {
      unexpected++;
    }
    if (now <= end) {
      answered++;
      count(storedBySecond, now);
    }
  }

  void refused(long sent, long now, boolean retryAfter) {
    refusal.recordValue(Math.min(now - sent, LONGEST));
    refused++;
    if (retryAfter) {
      refusedWithRetryAfter++;
    }
    if (now <= end) {
      count(refusedBySecond, now);
    }
  }

  void broke(String how) {
    broken.merge(how, 1L, Long::sum);
  }

  void unanswered(long count) {
    unanswered += count;
  }

  void unsent(long count) {
    unsent += count;
  }

  private void count(long[] bySecond, long now) {
    bySecond[Math.min((int) ((now - start) / 1_000_000_000), bySecond.length - 1)]++;
  }

  Outcome outcome() {
    Map<String, Long> named = new HashMap<>();
    outcomes.forEach((outcome, count) -> named.put(outcome.name(), count));
    return new Outcome(
        (end - start) / 1e9,
        answered,
        named,
        unexpected,
        refused,
        refusedWithRetryAfter,
        broken,
        unanswered,
        unsent,
        micros(latency),
        micros(service),
        micros(refusal),
        IntStream.range(0, storedBySecond.length)
            .mapToObj(i -> new Outcome.Second(storedBySecond[i], refusedBySecond[i]))
            .toList());
  }

  private static Outcome.Latency micros(Histogram histogram) {
    return new Outcome.Latency(
        histogram.getValueAtPercentile(50) / NANOS_PER_MICRO,
        histogram.getValueAtPercentile(99) / NANOS_PER_MICRO,
        histogram.getValueAtPercentile(99.9) / NANOS_PER_MICRO,
        histogram.getMaxValue() / NANOS_PER_MICRO);
  }
}
