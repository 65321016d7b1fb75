package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Folders;
import cn.venuepass.benchmarks.Results;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the scan path under load. */
@Command(
    name = "scan-load",
    mixinStandardHelpOptions = true,
    description = "Scans a second, latency and processor time of the scan path, side by side.")
public final class ScanLoadCommand implements Callable<Integer> {
  @Option(
      names = "--sides",
      split = ",",
      defaultValue = "group,single,bare",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private List<Side> sides;

  @Option(
      names = "--connections",
      split = ",",
      defaultValue = "1,16,64,256",
      description = "connections of the closed loops (default: ${DEFAULT-VALUE})")
  private List<Integer> connections;

  @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "8",
      description = "of each round (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "8",
      description = "seconds before the rounds (default: ${DEFAULT-VALUE})")
  private double warmUp;

  @Option(
      names = "--rate",
      paramLabel = "SCANS",
      description =
          "arrivals a second of the open loop; 0 for no open loop"
              + " (default: half of what the closed loop of the most connections reached)")
  private @Nullable Double rate;

  @Option(
      names = "--overload",
      description = "nothing but the product at three times what it can do, and afterwards")
  private boolean overload;

  @Option(
      names = "--overload-connections",
      defaultValue = "1500",
      description = "connections of that (default: ${DEFAULT-VALUE})")
  private int overloadConnections;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "a folder on the disk to be measured (default: a temporary one)")
  private @Nullable Path work;

  @Mixin private LoadOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    int most =
        Math.max(
            overload ? overloadConnections : 0,
            connections.stream().max(Integer::compare).orElse(1));
    if (options.residents() < most) {
      throw new ParameterException(
          spec.commandLine(), "--residents: at least one for each connection");
    }
    Path folder =
        work == null
            ? Files.createTempDirectory("venuepass-load")
            : Files.createTempDirectory(Files.createDirectories(work), "load");
    PrintWriter progress = spec.commandLine().getErr();
    Set<Side> chosen = overload ? Set.of(Side.GROUP) : new TreeSet<>(sides);
    Setting setting = options.setting(folder);
    if (setting.recording().isPresent()) {
      Path unused = Files.createDirectories(setting.recording().get());
    }
    try (Arena arena = Arena.open(setting, chosen)) {
      Results results = overload ? overload(arena) : load(arena, chosen, progress);
      progress.println("written: " + results.save());
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private Results overload(Arena arena) {
    Results results = page(arena, "scan-load-overload", "Scans at three times what is possible");
    new Overload(arena, overloadConnections, warmUp).run(results);
    return results;
  }

  private Results load(Arena arena, Set<Side> chosen, PrintWriter progress) {
    Results results = page(arena, "scan-load", "Scans under load");
    var loads = new Rounds(arena, chosen, rounds, warmUp, seconds, progress);
    new ScanLoad(arena, loads, new TreeSet<>(connections), chosen, rate).run(results);
    return results;
  }

  private Results page(Arena arena, String name, String title) {
    return Results.begun(name, title, spec).facts("PostgreSQL", arena.postgres().settings());
  }
}
