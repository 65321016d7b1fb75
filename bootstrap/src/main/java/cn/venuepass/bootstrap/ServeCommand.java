package cn.venuepass.bootstrap;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.rest.RestServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The service for real. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the service in production.",
      "Each option can also be an environment variable (--db-url: VENUEPASS_DB_URL) or a line of"
          + " the file that --config names (db-url=…); options come first, then variables."
    })
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: ${DEFAULT-VALUE})")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "port to listen on (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--public-base",
      paramLabel = "URL",
      description = "where people reach the service; posters carry it: https://host")
  private @Nullable URI publicBase;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "the keys of this installation, made by 'venuepass keys new'")
  private @Nullable Path keys;

  @Option(
      names = "--activation-delay",
      paramLabel = "DURATION",
      defaultValue = "PT1H",
      description = "when new managers can work, ISO-8601 (default: ${DEFAULT-VALUE})")
  private Duration activationDelay;

  @Option(
      names = "--threads",
      defaultValue = "32",
      description = "requests worked on at once (default: ${DEFAULT-VALUE})")
  private int threads;

  @SuppressWarnings("UnusedVariable") // SettingsSource reads it before the command is parsed
  @Option(
      names = SettingsSource.CONFIG,
      paramLabel = "FILE",
      description = "a properties file with options")
  private @Nullable Path config;

  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> faults = new ArrayList<>();
    Keys read = readKeys(faults);
    if (database.url == null) {
      faults.add("--db-url: is required");
    }
    if (publicBase == null) {
      faults.add("--public-base: is required");
    } else if (!PosterLinks.isOrigin(publicBase)) {
      faults.add("--public-base: must be a scheme and a host, without a path: https://host");
    }
    if (port < 0 || port > 65_535) {
      faults.add("--port: must lie between 0 and 65535");
    }
    if (threads < 1 || threads > 1_000) {
      faults.add("--threads: must lie between 1 and 1000");
    }
    if (activationDelay.isNegative()) {
      faults.add("--activation-delay: must not be negative");
    }
    if (!faults.isEmpty() || read == null || publicBase == null) {
      throw new ParameterException(
          spec.commandLine(), "The service does not start:\n  " + String.join("\n  ", faults));
    }
    Service service =
        Service.start(
            new Service.Settings(
                new RestServer.Settings(host, port, threads, false),
                database.settings(""),
                publicBase,
                activationDelay),
            read,
            code -> Result.denied(Denial.Plain.SIGN_IN_UNAVAILABLE),
            stores -> {});
    LOG.info("VenuePass serves {} on {}:{}", publicBase, host, port);
    service.runUntilStopped();
    return 0;
  }

  private @Nullable Keys readKeys(List<String> faults) {
    if (keys == null) {
      faults.add("--keys: is required; make the file with 'venuepass keys new FILE'");
      return null;
    }
    try {
      Keys read = Keys.read(keys);
      if (read.purpose() == Keys.Purpose.PRODUCTION) {
        return read;
      }
      faults.add("--keys: the keys of a demo are known to others than you");
    } catch (IllegalArgumentException e) {
      faults.add("--keys: " + e.getMessage());
    }
    return null;
  }
}
