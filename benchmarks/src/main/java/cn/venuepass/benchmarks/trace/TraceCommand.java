package cn.venuepass.benchmarks.trace;

import static java.util.Objects.requireNonNull;

import cn.venuepass.application.tracing.Trace;
import cn.venuepass.benchmarks.Results;
import cn.venuepass.benchmarks.Spread;
import cn.venuepass.benchmarks.Table;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures contacts of cases over 14 days in cities of several sizes, against SQL by hand. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = {
      "Contacts of cases over 14 days in the cities that the command city made, the smallest first:",
      "against the smallest, and against a statement written by hand, in turn.",
      "Brings the cities' schema up to date first."
    })
public final class TraceCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "a city's folder; once for each city")
  private List<Path> folders = List.of();

  @Option(names = "--rounds", defaultValue = "7", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--cases",
      defaultValue = "8",
      description = "cases in each city (default: ${DEFAULT-VALUE})")
  private int cases;

  @Option(
      names = "--sample",
      defaultValue = "120",
      description = "people of whom those cases are chosen (default: ${DEFAULT-VALUE})")
  private int sample;

  @Option(
      names = "--no-second-ring",
      description = "leaves out both rings of somebody at the busiest place")
  private boolean noSecondRing;

  @Spec private CommandSpec spec;

  /** What the rounds took in a city. */
  private record Taken(List<Double> product, List<Double> byHand, List<Double> onlyWho) {
    private Taken() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  @Override
  public Integer call() throws SQLException {
    List<TracedCity> cities = new ArrayList<>();
    try {
      for (Path folder : folders) {
        cities.add(TracedCity.in(folder));
      }
      run(cities);
    } finally {
      for (TracedCity city : cities) {
        city.close();
      }
    }
    return 0;
  }

  private void run(List<TracedCity> cities) throws SQLException {
    int size = cities.get(0).usualSize(sample);
    for (TracedCity city : cities) {
      city.choose(sample, size, cases);
      say(city.name() + ": chosen");
    }
    Map<TracedCity, Taken> taken = new LinkedHashMap<>();
    cities.forEach(city -> taken.put(city, new Taken()));
    for (int round = -2; round < rounds; round++) {
      for (TracedCity city : cities) {
        double product = city.product();
        double byHand = city.byHand();
        double onlyWho = city.onlyWho();
        if (round >= 0) {
          of(taken, city).product().add(product);
          of(taken, city).byHand().add(byHand);
          of(taken, city).onlyWho().add(onlyWho);
        }
      }
      say("round " + round);
    }
    Results results =
        Results.begun("trace", "Contacts of a case over 14 days", spec)
            .paragraph(table(taken))
            .paragraph(ratios(cities.get(0), taken))
            .section("Contacts of the cases", agreement(cities));
    if (!noSecondRing) {
      results.section("Both rings of somebody at the busiest place", rings(cities));
    }
    TracedCity largest = cities.get(cities.size() - 1);
    Path unused =
        results
            .section("The plan, in " + largest.name(), "```\n" + largest.plan() + "\n```")
            .section("By hand", "```sql\n" + HandWritten.SQL + "\n```")
            .save();
  }

  private String table(Map<TracedCity, Taken> taken) {
    var table =
        new Table("ms for one case, least – median – greatest", "product", "by hand", "only who");
    taken.forEach(
        (city, times) ->
            table.row(
                city.name(), each(times.product()), each(times.byHand()), each(times.onlyWho())));
    return table.text();
  }

  private String each(List<Double> times) {
    return Spread.of(times.stream().map(time -> time / cases).toList()).text(1);
  }

  private static String ratios(TracedCity smallest, Map<TracedCity, Taken> taken) {
    var table =
        new Table(
            "least – median – greatest of the rounds",
            "/ smallest city",
            "/ by hand",
            "/ only who");
    taken.forEach(
        (city, times) ->
            table.row(
                city.name(),
                ratio(times.product(), of(taken, smallest).product()),
                ratio(times.product(), times.byHand()),
                ratio(times.product(), times.onlyWho())));
    return table.text();
  }

  private static String ratio(List<Double> one, List<Double> other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      ratios.add(one.get(i) / other.get(i));
    }
    return Spread.of(ratios).text(2);
  }

  private static String agreement(List<TracedCity> cities) throws SQLException {
    var table = new Table("city", "contacts", "by hand", "told the same");
    for (TracedCity city : cities) {
      for (int[] found : city.agreement()) {
        table.row(city.name(), "" + found[0], "" + found[1], "" + found[2]);
      }
    }
    return table.text();
  }

  private static String rings(List<TracedCity> cities) throws SQLException {
    var table =
        new Table(
            "city", "ring 1", "left out", "ring 2", "left out", "s", "peak heap MB", "-Xmx MB");
    for (TracedCity city : cities) {
      heaps().forEach(MemoryPoolMXBean::resetPeakUsage);
      long begin = System.nanoTime();
      Trace trace = city.bothRings();
      double seconds = (System.nanoTime() - begin) / 1e9;
      long first = trace.contacts().stream().filter(contact -> contact.ring() == 1).count();
      table.row(
          city.name(),
          "" + first,
          "" + trace.left().firstRing(),
          "" + (trace.contacts().size() - first),
          "" + trace.left().secondRing(),
          "%.1f".formatted(seconds),
          "" + (heaps().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20),
          "" + (Runtime.getRuntime().maxMemory() >> 20));
    }
    return table.text();
  }

  private static List<MemoryPoolMXBean> heaps() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static <T> T of(Map<TracedCity, T> cities, TracedCity city) {
    return requireNonNull(cities.get(city), city.name());
  }

  private void say(String text) {
    PrintWriter out = spec.commandLine().getErr();
    out.println(text);
    out.flush();
  }
}
