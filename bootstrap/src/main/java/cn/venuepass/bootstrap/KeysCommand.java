package cn.venuepass.bootstrap;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The secrets of an installation. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Makes the keys of an installation.")
final class KeysCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "new",
      mixinStandardHelpOptions = true,
      description =
          "Writes a new file of keys, readable by its owner only. Keep a copy: without it"
              + " neither posters nor personal data can be read again.")
  int create(@Parameters(paramLabel = "FILE", description = "must not exist yet") Path file) {
    try {
      Keys.fresh(Keys.Purpose.PRODUCTION).write(file);
    } catch (UncheckedIOException e) {
      throw new ParameterException(
          spec.commandLine(), file + " cannot be written: its folder must exist, and it must not");
    }
    spec.commandLine().getOut().println("Keys written to " + file);
    return 0;
  }
}
