package cn.venuepass.bootstrap;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import cn.venuepass.application.TemporarilyUnavailable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of VenuePass. */
@Command(
    name = "venuepass",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Registers who goes in and out of a city's key venues by QR code.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      MigrateCommand.class,
      PurgeCommand.class,
      KeysCommand.class,
      ReferenceCommand.class,
      StaffCommand.class,
      AuditCommand.class
    })
public final class Main {
  /** The commands that take settings from the environment or a file. A demo takes none. */
  private static final List<String> CONFIGURABLE =
      List.of("serve", "migrate", "purge", "reference", "staff", "audit");

  /** What 'keys' looks at a database for; its password belongs into the environment. */
  private static final List<String> WITH_DATABASE = List.of("status", "retire");

  private Main() {}

  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(run(System.getenv(), arguments));
  }

  /** Runs a command; 0 when all went well, 2 when it was called wrongly, 1 when it failed. */
  static int run(Map<String, String> environment, String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    try {
      SettingsSource source = SettingsSource.of(environment, arguments);
      for (String name : CONFIGURABLE) {
        requireNonNull(commandLine.getSubcommands().get(name)).setDefaultValueProvider(source);
      }
      CommandLine keys = requireNonNull(commandLine.getSubcommands().get("keys"));
      for (String name : WITH_DATABASE) {
        requireNonNull(keys.getSubcommands().get(name)).setDefaultValueProvider(source);
      }
    } catch (IllegalArgumentException e) {
      commandLine.getErr().println(e.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              command.getErr().println(reason(failure));
              return CommandLine.ExitCode.SOFTWARE;
            })
        .execute(arguments);
  }

  /** The failure in one line; what lies behind it is in the log. */
  private static String reason(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (failure instanceof UncheckedIOException) {
      return "Failed: " + cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
    String what =
        failure instanceof TemporarilyUnavailable ? "The database does not answer" : "Failed";
    return what + ": " + cause.getMessage();
  }

  /** The version that the build wrote into the jar. */
  static String version() {
    return requireNonNullElse(
        Main.class.getPackage().getImplementationVersion(), "(not from the jar)");
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"VenuePass " + version()};
    }
  }
}
