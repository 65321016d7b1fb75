package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Benchmarks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(names = "--residents", defaultValue = "4000", description = "default: ${DEFAULT-VALUE}")
  private int residents;

  @Option(names = "--venues", defaultValue = "40", description = "default: ${DEFAULT-VALUE}")
  private int venues;

  @Option(
      names = "--threads",
      defaultValue = "32",
      description = "of each service (default: ${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--jvm-args",
      defaultValue = "-Xmx256m",
      description = "of each service's virtual machine (default: ${DEFAULT-VALUE})")
  private String jvm;

  @Option(
      names = "--group-args",
      defaultValue = "",
      description = "more options of the product as it is")
  private String group;

  @Option(
      names = "--single-args",
      defaultValue = "--scan-batch 1 --scan-writers 16",
      description = "what makes the product store each scan alone (default: ${DEFAULT-VALUE})")
  private String single;

  @Option(names = "--jfr", paramLabel = "DIR", description = "records the group side there")
  private @Nullable Path recording;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("venuepass-load");
    Set<Side> chosen = new TreeSet<>(sides);
    PrintWriter progress = spec.commandLine().getErr();
    var setting =
        new Setting(
            folder,
            Benchmarks.jar(),
            residents,
            venues,
            threads,
            words(jvm),
            words(group),
            words(single),
            Optional.ofNullable(recording).map(Path::toAbsolutePath));
    try (Arena arena = Arena.open(setting, chosen)) {
      progress.println(arena.postgres().settings());
      var loads = new Rounds(arena, chosen, rounds, warmUp, seconds, progress);
      for (int count : connections) {
        List<Measured> unused = loads.closed(count);
      }
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isBlank()).toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(file);
      }
    }
  }
}
