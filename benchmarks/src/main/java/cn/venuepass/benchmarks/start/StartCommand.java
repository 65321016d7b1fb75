package cn.venuepass.benchmarks.start;

import cn.venuepass.benchmarks.Benchmarks;
import cn.venuepass.benchmarks.Folders;
import cn.venuepass.benchmarks.Picture;
import cn.venuepass.benchmarks.Results;
import cn.venuepass.benchmarks.Spread;
import cn.venuepass.benchmarks.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long the product takes until it is ready, on an embedded database. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = "Time to ready and resident memory, against a JVM that prints a line.")
public final class StartCommand implements Callable<Integer> {
  private static final String LINE = "one line";
  private static final double MIB = 1_048_576;

  @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--jvm-args",
      defaultValue = "-Xmx256m",
      description = "of every virtual machine (default: ${DEFAULT-VALUE})")
  private String jvm;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("venuepass-start");
    PrintWriter progress = spec.commandLine().getErr();
    try {
      Map<String, List<Start>> starts = measure(folder, progress);
      Results page = page(starts);
      progress.println("written: " + page.save());
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private Map<String, List<Start>> measure(Path folder, PrintWriter progress) {
    var starter = new Starter(folder, Benchmarks.words(jvm));
    Path archive = folder.resolve("classes.jsa");
    Start unused = starter.product("data", "-XX:ArchiveClassesAtExit=" + archive);
    if (!Files.exists(archive)) {
      throw new IllegalStateException("no class data sharing archive was made");
    }
    var fresh = new int[1];
    Map<String, Supplier<Start>> sides = new LinkedHashMap<>();
    sides.put(LINE, () -> starter.oneLine(Benchmarks.ownJar()));
    sides.put("new data", () -> starter.product("fresh-" + fresh[0]++));
    sides.put("data is there", () -> starter.product("data"));
    sides.put(
        "class data archive", () -> starter.product("data", "-XX:SharedArchiveFile=" + archive));
    Map<String, List<Start>> starts = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<String, Supplier<Start>> side : sides.entrySet()) {
        Start start = side.getValue().get();
        starts.computeIfAbsent(side.getKey(), name -> new ArrayList<>()).add(start);
        progress.printf(Locale.ROOT, "%s: %.2f s%n", side.getKey(), start.seconds());
        progress.flush();
      }
    }
    return starts;
  }

  private Results page(Map<String, List<Start>> starts) {
    var table =
        new Table(
            "started",
            "seconds to ready, least – median – greatest",
            "times the line",
            "resident MiB when ready",
            "after 50 sign-ins");
    double line = Spread.of(seconds(starts.getOrDefault(LINE, List.of()))).median();
    List<Double> medians = new ArrayList<>();
    starts.forEach(
        (name, all) -> {
          Spread spread = Spread.of(seconds(all));
          medians.add(Math.round(spread.median() * 100) / 100.0);
          table.row(
              name,
              spread.text(2),
              String.format(Locale.ROOT, "%.1f", spread.median() / line),
              mebibytes(all, Start::resident),
              mebibytes(all, Start::residentAfterRequests));
        });
    return Results.begun("start", "Start", spec)
        .paragraph(
            "One line is a JVM that prints one; the others are the product on an embedded"
                + " database: a new one, one that is there, and that with a class data sharing"
                + " archive of the JVM.")
        .paragraph(table.text())
        .picture(
            Picture.bars(
                "Seconds to ready, medians",
                "",
                "s",
                List.copyOf(starts.keySet()),
                Map.of("seconds", medians)));
  }

  private static List<Double> seconds(List<Start> starts) {
    return starts.stream().map(Start::seconds).toList();
  }

  private static String mebibytes(List<Start> starts, ToDoubleFunction<Start> what) {
    double median =
        Spread.of(starts.stream().map(start -> what.applyAsDouble(start)).toList()).median();
    return median == 0 ? "–" : String.format(Locale.ROOT, "%.0f", median / MIB);
  }
}
