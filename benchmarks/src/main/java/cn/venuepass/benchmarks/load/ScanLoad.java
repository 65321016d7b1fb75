package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Results;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Closed loops from few and from many connections, then an open loop at half of what they reached.
 *
 * @param rate of the open loop, if it is not to be half
 */
record ScanLoad(
    Arena arena,
    Rounds rounds,
    SortedSet<Integer> connections,
    Set<Side> sides,
    @Nullable Double rate) {

  /** Runs all of it, and puts what it found on the page. */
  void run(Results results) {
    SortedMap<Integer, List<Series>> closed = new TreeMap<>();
    for (int count : connections) {
      closed.put(count, series(rounds.closed(count), sides));
    }
    Map<Side, Memory> memory = new EnumMap<>(Side.class);
    sides.forEach(side -> memory.put(side, Memory.of(arena.side(side))));
    results.section(
        "Closed loop: each connection sends when it has its answer", LoadTables.closed(closed));
    results.section("The product against the others, round by round", LoadTables.ratios(closed));
    results.section("Where the processor time goes, medians", LoadTables.cpu(closed));
    results.section("Memory after that", Memory.table(memory));
    results.picture(LoadTables.picture(closed));
    open(results, closed);
  }

  private void open(Results results, SortedMap<Integer, List<Series>> closed) {
    double arrivals = rate == null ? half(closed) : rate;
    Set<Side> unhurried = EnumSet.copyOf(sides);
    unhurried.remove(Side.SINGLE);
    if (arrivals <= 0 || unhurried.isEmpty()) {
      return;
    }
    CommitTime before = CommitTime.measure(arena.postgres());
    List<Series> open =
        series(
            new Rounds(
                    arena,
                    unhurried,
                    rounds.rounds(),
                    rounds.warmUp(),
                    rounds.seconds(),
                    rounds.progress())
                .open(closed.lastKey(), arrivals),
            unhurried);
    CommitTime after = CommitTime.measure(arena.postgres());
    results.section(
        "Open loop: %.0f arrivals a second on schedule, %d connections at most"
            .formatted(arrivals, closed.lastKey()),
        LoadTables.open(open, before.orShorter(after))
            + "\nOne INSERT and COMMIT from one connection: before, p50 %.0f µs and p99 %.0f µs; after, %.0f µs and %.0f µs. The ratios are to the shorter ones."
                .formatted(before.p50(), before.p99(), after.p50(), after.p99()));
  }

  /** Of the product, or of whatever runs. */
  private static double half(SortedMap<Integer, List<Series>> closed) {
    return Objects.requireNonNull(closed.get(closed.lastKey())).get(0).throughput().median() / 2;
  }

  private static List<Series> series(List<Measured> all, Set<Side> sides) {
    return sides.stream().map(side -> Series.of(side, all)).toList();
  }
}
