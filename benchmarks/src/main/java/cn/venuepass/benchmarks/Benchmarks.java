package cn.venuepass.benchmarks;

import cn.venuepass.benchmarks.city.CityCommand;
import cn.venuepass.benchmarks.coverage.CoverageCommand;
import cn.venuepass.benchmarks.coverage.ListsCommand;
import cn.venuepass.benchmarks.load.ScanLoadCommand;
import cn.venuepass.benchmarks.load.generator.GeneratorCommand;
import cn.venuepass.benchmarks.micro.MicroCommand;
import cn.venuepass.benchmarks.qr.QrCommand;
import cn.venuepass.benchmarks.start.StartCommand;
import cn.venuepass.benchmarks.trace.TraceCommand;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command line of the benchmarks; {@code benchmarks/run} starts it. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    description = "Measures VenuePass. Results go to benchmarks/results.",
    subcommands = {
      ScanLoadCommand.class,
      CityCommand.class,
      StartCommand.class,
      QrCommand.class,
      MicroCommand.class,
      CoverageCommand.class,
      ListsCommand.class,
      TraceCommand.class,
      GeneratorCommand.class
    })
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    System.exit(
        new CommandLine(new Benchmarks())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  /** What a command was called with. */
  static List<String> arguments(CommandSpec command) {
    return command.root().commandLine().getParseResult().originalArgs();
  }

  /** The folder of the whole project. */
  public static Path home() {
    return Path.of(System.getProperty("venuepass.home", ".")).toAbsolutePath().normalize();
  }

  /** The jar of the benchmarks alone. */
  public static String ownJar() {
    return home().resolve(Path.of("benchmarks", "target", "venuepass-benchmarks.jar")).toString();
  }

  /** What stands in one option, as the arguments of another command. */
  public static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isBlank()).toList();
  }

  /** The product as people run it. */
  public static Path jar() {
    return home().resolve(Path.of("bootstrap", "target", "venuepass.jar"));
  }
}
