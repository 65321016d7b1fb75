package cn.venuepass.bootstrap;

import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.rest.RestServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
      names = "--public-base",
      paramLabel = "URL",
      description = "where people reach the service; posters carry it: https://host")
  private @Nullable URI publicBase;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "the keys of this installation, made by 'venuepass keys new'")
  private @Nullable Path keys;

  @SuppressWarnings("UnusedVariable") // SettingsSource reads it before the command is parsed
  @Option(
      names = SettingsSource.CONFIG,
      paramLabel = "FILE",
      description = "a properties file with options")
  private @Nullable Path config;

  @Mixin private HttpOptions http;

  @Mixin private DatabaseOptions database;
  @Mixin private LedgerOptions ledger;

  @Mixin private CarrierOptions carriers;
  @Mixin private RotationOptions rotation;
  @Mixin private RetentionOptions retention;
  @Mixin private PhotoOptions photos;
  @Mixin private ControlOptions control;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> faults = http.faults();
    faults.addAll(database.faults());
    faults.addAll(ledger.faults());
    faults.addAll(carriers.faults(carrierCalls()));
    faults.addAll(rotation.faults());
    faults.addAll(retention.faults());
    faults.addAll(control.faults());
    faults.addAll(photos.faults(Optional.empty()));
    KeysFile file = keysFile(faults);
    if (database.url == null) {
      faults.add("--db-url: is required");
    }
    if (publicBase == null) {
      faults.add("--public-base: is required");
    } else if (!PosterLinks.isOrigin(publicBase)) {
      faults.add("--public-base: must be http(s), a host, perhaps a port: https://host");
    }
    if (!faults.isEmpty() || file == null || publicBase == null) {
      throw new ParameterException(
          spec.commandLine(), "The service does not start:\n  " + String.join("\n  ", faults));
    }
    Service service =
        Service.start(
            new Service.Settings(
                new RestServer.Settings(
                    http.host, http.port, http.threads, false, control.helpPhone(), http.live()),
                database.settings("").with(ledger.settings()),
                publicBase,
                http.activationDelay,
                true,
                rotation,
                http.rates(),
                http.proxies(),
                http.origins(),
                retention.limits(),
                retention.quiet,
                http.metricsReaders(),
                photos.store(),
                control.dutyPhone()),
            file,
            carriers.source(carrierCalls()),
            stores -> {});
    LOG.info("VenuePass serves {} on {}:{}", publicBase, http.host, http.port);
    service.runUntilStopped();
    return 0;
  }

  /** A carrier that hangs holds a quarter of the requests at most, and the others go on. */
  private int carrierCalls() {
    return Math.max(1, http.threads / 4);
  }

  private @Nullable KeysFile keysFile(List<String> faults) {
    if (keys == null) {
      faults.add("--keys: is required; make the file with 'venuepass keys new FILE'");
      return null;
    }
    try {
      var file = new KeysFile(keys);
      if (file.read().purpose() == Keys.Purpose.PRODUCTION) {
        return file;
      }
      faults.add("--keys: the keys of a demo are known to others than you");
    } catch (IllegalArgumentException e) {
      faults.add("--keys: " + e.getMessage());
    }
    return null;
  }
}
