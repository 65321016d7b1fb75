package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.load.generator.Load;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Runs the same load on one side after the other, several times over, after a warm-up of each.
 *
 * @param warmUp seconds
 * @param seconds of each round
 */
record Rounds(
    Arena arena, Set<Side> sides, int rounds, double warmUp, double seconds, PrintWriter progress) {

  /** Every connection sends as soon as it has its answer. */
  List<Measured> closed(int connections) {
    return measure(connections, 0);
  }

  /** That many arrivals a second on schedule. */
  List<Measured> open(int connections, double rate) {
    return measure(connections, rate);
  }

  private List<Measured> measure(int connections, double rate) {
    for (Side side : sides) {
      tell(arena.run(side, 0, new Load(side.label(), connections, warmUp, rate)));
    }
    List<Measured> all = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (Side side : sides) {
        Measured measured =
            arena.run(side, round, new Load(side.label(), connections, seconds, rate));
        tell(measured);
        all.add(measured);
      }
    }
    return all;
  }

  private void tell(Measured measured) {
    progress.printf(
        Locale.ROOT,
        "%-6s %4d connections, %s: %.0f scans/s, p50 %.2f ms, p99 %.2f ms, errors %d %s %s%n",
        measured.side().label(),
        measured.load().connections(),
        measured.round() == 0 ? "warm-up" : "round " + measured.round(),
        measured.throughput(),
        measured.outcome().latency().p50() / 1_000,
        measured.outcome().latency().p99() / 1_000,
        measured.outcome().errors(),
        measured.outcome().outcomes(),
        measured.outcome().broken());
    progress.flush();
  }
}
