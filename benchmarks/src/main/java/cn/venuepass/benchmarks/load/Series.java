package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Spread;
import cn.venuepass.benchmarks.load.generator.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The rounds of one side under one load. */
record Series(Side side, List<Measured> rounds) {
  private static final double MICROS_PER_SECOND = 1_000_000;

  Series {
    rounds = rounds.stream().sorted(Comparator.comparingInt(Measured::round)).toList();
  }

  static Series of(Side side, List<Measured> all) {
    return new Series(side, all.stream().filter(each -> each.side() == side).toList());
  }

  Spread throughput() {
    return spread(Measured::throughput);
  }

  /** Of each round's percentile the one in the middle, in milliseconds. */
  double latency(Function<Outcome, Outcome.Latency> which, ToDoubleFunction<Outcome.Latency> at) {
    return spread(each -> at.applyAsDouble(which.apply(each.outcome()))).median() / 1_000;
  }

  long errors() {
    return rounds.stream().mapToLong(each -> each.outcome().errors()).sum();
  }

  long refused() {
    return rounds.stream().mapToLong(each -> each.outcome().refused()).sum();
  }

  long unsent() {
    return rounds.stream().mapToLong(each -> each.outcome().unsent()).sum();
  }

  /** How many cores one of the three kept busy. */
  double cores(ToDoubleFunction<CpuSplit> who) {
    return spread(each -> who.applyAsDouble(each.cpu()) / each.outcome().seconds()).median();
  }

  /** Microseconds of processor time for each scan. */
  double microsPerScan(ToDoubleFunction<CpuSplit> who) {
    return spread(
            each ->
                who.applyAsDouble(each.cpu())
                    * MICROS_PER_SECOND
                    / Math.max(1, each.outcome().answered()))
        .median();
  }

  /** How many times the throughput of another side, round by round. */
  Spread times(Series other) {
    return Spread.of(
        rounds.stream()
            .map(each -> each.throughput() / other.rounds.get(each.round() - 1).throughput())
            .toList());
  }

  private Spread spread(ToDoubleFunction<Measured> value) {
    return Spread.of(rounds.stream().map(value::applyAsDouble).toList());
  }
}
