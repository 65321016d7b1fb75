package cn.venuepass.bootstrap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the service listens, and how it works there. */
final class HttpOptions {
  private static final Duration LONGEST_DELAY = Duration.ofDays(30);

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "address to listen on (default: ${DEFAULT-VALUE})")
  String host;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "port to listen on, 0 for any (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--threads",
      defaultValue = "32",
      description = "requests worked on at once (default: ${DEFAULT-VALUE})")
  int threads;

  @Option(
      names = "--activation-delay",
      paramLabel = "DURATION",
      defaultValue = "PT1H",
      description = "when new managers can work, ISO-8601 (default: ${DEFAULT-VALUE})")
  Duration activationDelay;

  /** Everything that is wrong with the values. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    try {
      InetAddress unused = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      faults.add("--host: is no address of this machine");
    }
    if (port < 0 || port > 65_535) {
      faults.add("--port: must lie between 0 and 65535");
    }
    if (threads < 1 || threads > 1_000) {
      faults.add("--threads: must lie between 1 and 1000");
    }
    if (activationDelay.isNegative() || activationDelay.compareTo(LONGEST_DELAY) > 0) {
      faults.add("--activation-delay: must lie between PT0S and P30D");
    }
    return faults;
  }
}
