package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Picture;
import cn.venuepass.benchmarks.Table;
import cn.venuepass.benchmarks.load.generator.Outcome;
import cn.venuepass.benchmarks.load.generator.Outcome.Latency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Loads as tables. */
final class LoadTables {
  private LoadTables() {}

  /** Throughput and latency of closed loops, by connections. */
  static String closed(SortedMap<Integer, List<Series>> loads) {
    var table =
        new Table(
            "connections",
            "side",
            "scans/s, least – median – greatest",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "refused",
            "errors");
    loads.forEach(
        (connections, sides) ->
            sides.forEach(
                series ->
                    table.row(
                        String.valueOf(connections),
                        series.side().label(),
                        series.throughput().text(0),
                        number(2, series.latency(Outcome::latency, Latency::p50)),
                        number(2, series.latency(Outcome::latency, Latency::p99)),
                        number(2, series.latency(Outcome::latency, Latency::p999)),
                        String.valueOf(series.refused()),
                        String.valueOf(series.errors()))));
    return table.text();
  }

  /** How many times the others' throughput the product has; round by round. */
  static String ratios(SortedMap<Integer, List<Series>> loads) {
    var table = new Table("connections", "ratio", "least – median – greatest");
    loads.forEach(
        (connections, sides) ->
            sides.stream()
                .filter(series -> series.side() == Side.GROUP)
                .forEach(
                    group ->
                        sides.stream()
                            .filter(series -> series.side() != Side.GROUP)
                            .forEach(
                                other ->
                                    table.row(
                                        String.valueOf(connections),
                                        "group / " + other.side().label(),
                                        group.times(other).text(2)))));
    return table.text();
  }

  /** Who took the processor. */
  static String cpu(SortedMap<Integer, List<Series>> loads) {
    var table =
        new Table(
            "connections",
            "side",
            "cores: service",
            "database",
            "generator",
            "µs per scan: service",
            "database",
            "generator");
    loads.forEach(
        (connections, sides) ->
            sides.forEach(
                series ->
                    table.row(
                        String.valueOf(connections),
                        series.side().label(),
                        number(2, series.cores(CpuSplit::service)),
                        number(2, series.cores(CpuSplit::database)),
                        number(2, series.cores(CpuSplit::generator)),
                        number(0, series.microsPerScan(CpuSplit::service)),
                        number(0, series.microsPerScan(CpuSplit::database)),
                        number(0, series.microsPerScan(CpuSplit::generator)))));
    return table.text();
  }

  /** Latency of an open loop against the time of a commit. */
  static String open(List<Series> sides, CommitTime commit) {
    var table =
        new Table(
            "side",
            "scans/s",
            "p50 ms",
            "p99 ms",
            "p99.9 ms",
            "p50 / commit",
            "p99 / commit",
            "p50 since sent, ms",
            "p99 since sent, ms",
            "refused",
            "errors, unsent");
    for (Series series : sides) {
      double p50 = series.latency(Outcome::latency, Latency::p50);
      double p99 = series.latency(Outcome::latency, Latency::p99);
      table.row(
          series.side().label(),
          number(0, series.throughput().median()),
          number(2, p50),
          number(2, p99),
          number(2, series.latency(Outcome::latency, Latency::p999)),
          number(1, p50 * 1_000 / commit.p50()),
          number(1, p99 * 1_000 / commit.p99()),
          number(2, series.latency(Outcome::service, Latency::p50)),
          number(2, series.latency(Outcome::service, Latency::p99)),
          String.valueOf(series.refused()),
          String.valueOf(series.errors() + series.unsent()));
    }
    return table.text();
  }

  static Picture picture(SortedMap<Integer, List<Series>> loads) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (Series any : loads.values().iterator().next()) {
      values.put(
          any.side().label(),
          loads.values().stream()
              .map(
                  sides ->
                      sides.stream()
                          .filter(series -> series.side() == any.side())
                          .findFirst()
                          .orElseThrow()
                          .throughput()
                          .median())
              .map(value -> (double) Math.round(value))
              .toList());
    }
    return Picture.bars(
        "Scans a second, closed loop, medians",
        "connections",
        "scans/s",
        loads.keySet().stream().map(String::valueOf).toList(),
        values);
  }

  static String number(int digits, double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
