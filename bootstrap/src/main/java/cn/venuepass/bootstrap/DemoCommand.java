package cn.venuepass.bootstrap;

import cn.venuepass.rest.RestServer;
import cn.venuepass.rest.access.Argon2Passwords;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The service on an embedded database, with accounts that everybody knows; for this machine only.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Runs the service for a look at it: embedded database, demo accounts, loopback.")
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "demo-data",
      description = "where the demo keeps its database and keys (default: ${DEFAULT-VALUE})")
  private Path data;

  @Option(names = "--no-limits", description = "no limits on request rates, for load tests")
  private boolean noLimits;

  @Option(
      names = "--no-city",
      description = "without the places, venues and visits that a new demo comes with")
  private boolean noCity;

  @Mixin private HttpOptions http;

  @Mixin private DatabaseOptions database;
  @Mixin private LedgerOptions ledger;

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
    faults.addAll(rotation.faults());
    faults.addAll(retention.faults());
    faults.addAll(control.faults());
    faults.addAll(photos.faults(Optional.of(data.resolve("photos"))));
    if (!isLoopback()) {
      faults.add("--host: a demo listens on the loopback only");
    }
    if (!faults.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "The demo does not start:\n  " + String.join("\n  ", faults));
    }
    KeysFile keys = keys();
    int port = http.port == 0 ? freePort() : http.port;
    URI address = URI.create("http://%s:%d".formatted(http.host, port));
    var settings =
        new Service.Settings(
            new RestServer.Settings(
                http.host, port, http.threads, true, control.helpPhone(), http.live()),
            database
                .settings("jdbc:h2:file:" + data.toAbsolutePath().resolve("venuepass"))
                .with(ledger.settings()),
            address,
            http.activationDelay,
            !noLimits,
            rotation,
            http.rates(),
            http.proxies(),
            http.origins(),
            retention.limits(),
            retention.quiet,
            http.metricsReaders(),
            photos.store(),
            control.dutyPhone());
    Service service =
        Service.start(
            settings,
            keys,
            (tokens, clock) -> DemoCarriers.create(),
            new DemoData(new Argon2Passwords(), !noCity)::fill);
    greet(address);
    service.runUntilStopped();
    return 0;
  }

  private void greet(URI address) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("VenuePass demo: " + address);
    out.println();
    out.println("  residents  POST /api/v1/sessions/wechat {\"code\": \"demo:NAME\"}, any NAME");
    out.println(
        "  staff      POST /api/v1/sessions/staff, password " + DemoData.PASSWORD + ", one of");
    DemoData.staff().forEach((username, role) -> out.println("               " + username));
    out.println("  community  " + DemoData.COMMUNITY.text());
    out.println("  pages      " + address + "/");
    out.println("  manual     " + address + "/docs");
    out.println("  data       " + data.toAbsolutePath().normalize());
    out.println();
    out.println("Stop with Ctrl-C.");
    out.flush();
  }

  private KeysFile keys() {
    var file = new KeysFile(data.resolve("keys.json"));
    if (!Files.exists(file.path())) {
      try {
        Path unused = Files.createDirectories(data);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      file.create(Keys.fresh(Keys.Purpose.DEMO));
    }
    return file;
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(http.host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
