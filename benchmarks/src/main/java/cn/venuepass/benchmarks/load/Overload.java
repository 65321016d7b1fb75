package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Picture;
import cn.venuepass.benchmarks.Results;
import cn.venuepass.benchmarks.Table;
import cn.venuepass.benchmarks.load.generator.Load;
import cn.venuepass.benchmarks.load.generator.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Half of what the product can do, then three times as much as it can do from many more
 * connections, then half again.
 */
final class Overload {
  private static final int NORMAL_CONNECTIONS = 256;
  private static final double NORMAL_SECONDS = 10;
  private static final double OVERLOAD_SECONDS = 20;
  private static final double OVERLOAD = 3;
  private static final long SAMPLE_SECONDS = 2;

  private final Arena arena;
  private final int connections;
  private final double warmUp;
  private final Map<Long, Memory> memory = new ConcurrentSkipListMap<>();

  Overload(Arena arena, int connections, double warmUp) {
    this.arena = arena;
    this.connections = connections;
    this.warmUp = warmUp;
  }

  /** Runs all of it, and puts what it found on the page. */
  void run(Results results) {
    Measured warm = closed(Math.max(warmUp, 1));
    double capacity = Math.max(warm.throughput(), closed(NORMAL_SECONDS).throughput());
    long start = System.nanoTime();
    ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
    var samples =
        sampler.scheduleWithFixedDelay(() -> sample(start), 0, SAMPLE_SECONDS, TimeUnit.SECONDS);
    Outcome before = open(NORMAL_CONNECTIONS, NORMAL_SECONDS, capacity / 2);
    Outcome during = open(connections, OVERLOAD_SECONDS, capacity * OVERLOAD);
    Outcome after = open(NORMAL_CONNECTIONS, NORMAL_SECONDS, capacity / 2);
    boolean unused = samples.cancel(false);
    sampler.shutdown();
    report(results, capacity, before, during, after);
  }

  private void sample(long start) {
    long second = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    try {
      memory.put(second, Memory.of(arena.side(Side.GROUP)));
    } catch (IllegalStateException e) {
      System.err.println("no sample at second " + second);
    }
  }

  private Measured closed(double seconds) {
    return arena.run(Side.GROUP, 0, new Load(Side.GROUP.label(), NORMAL_CONNECTIONS, seconds, 0));
  }

  private Outcome open(int from, double seconds, double rate) {
    return arena.run(Side.GROUP, 0, new Load(Side.GROUP.label(), from, seconds, rate)).outcome();
  }

  private void report(
      Results results, double capacity, Outcome before, Outcome during, Outcome after) {
    results.section(
        "Overload",
        "Capacity, closed loop with %d connections: %.0f scans/s. Then half of it, three times it from %d connections, half again."
            .formatted(NORMAL_CONNECTIONS, capacity, connections));
    var table =
        new Table(
            "load",
            "stored/s",
            "p50 ms of stored",
            "p99 ms of stored",
            "503",
            "with Retry-After",
            "p99 ms of 503",
            "errors",
            "unsent");
    row(table, "half, before", before);
    row(table, "three times", during);
    row(table, "half, after", after);
    results.paragraph(table.text());
    results.paragraph(
        "Latency counts from when the request was sent. Unsent are arrivals that found no free"
            + " connection within ten seconds, or none before the end.");
    results.paragraph(memoryTable());
    results.picture(
        Picture.course("Overload: each second", "scans/s", course(before, during, after)));
  }

  private static void row(Table table, String name, Outcome outcome) {
    table.row(
        name,
        LoadTables.number(0, outcome.perSecondAnswered()),
        LoadTables.number(2, outcome.service().p50() / 1_000),
        LoadTables.number(2, outcome.service().p99() / 1_000),
        String.valueOf(outcome.refused()),
        String.valueOf(outcome.refusedWithRetryAfter()),
        LoadTables.number(2, outcome.refusal().p99() / 1_000),
        String.valueOf(outcome.errors()),
        String.valueOf(outcome.unsent()));
  }

  private String memoryTable() {
    var table = new Table("second", "resident MiB", "heap used MiB", "young", "full collections");
    memory.forEach(
        (second, sample) ->
            table.row(
                String.valueOf(second),
                LoadTables.number(0, sample.residentMib()),
                LoadTables.number(0, sample.heapMib()),
                String.valueOf(sample.heap().young()),
                String.valueOf(sample.heap().full())));
    return table.text();
  }

  private static Map<String, List<Double>> course(Outcome... phases) {
    Map<String, List<Double>> course = new LinkedHashMap<>();
    course.put(
        "stored",
        Stream.of(phases)
            .flatMap(phase -> phase.course().stream())
            .map(second -> (double) second.stored())
            .toList());
    course.put(
        "refused",
        Stream.of(phases)
            .flatMap(phase -> phase.course().stream())
            .map(second -> (double) second.refused())
            .toList());
    return course;
  }
}
