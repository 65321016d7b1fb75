package cn.venuepass.bootstrap;

import static java.util.function.Predicate.not;

import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.rest.access.BucketRateLimits;
import cn.venuepass.rest.board.LiveStreams;
import cn.venuepass.rest.operation.Networks;
import cn.venuepass.rest.operation.TrustedProxies;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where the service listens, and how it works there. */
final class HttpOptions {
  private static final Duration LONGEST_DELAY = Duration.ofDays(30);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);

  /** Proxies take a connection for dead on which nothing came for longer. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

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

  @Option(
      names = "--rate-account",
      paramLabel = "COUNT",
      defaultValue = "600",
      description = "requests a minute of one account (default: ${DEFAULT-VALUE})")
  int rateAccount;

  @Option(
      names = "--rate-address",
      paramLabel = "COUNT",
      defaultValue = "60000",
      description =
          "requests a minute with a token from one address, which many people may share"
              + " (default: ${DEFAULT-VALUE})")
  int rateAddress;

  @Option(
      names = "--rate-anonymous",
      paramLabel = "COUNT",
      defaultValue = "600",
      description =
          "requests a minute without a token from one address, and as many sign-ins, of which a"
              + " tenth with passwords (default: ${DEFAULT-VALUE})")
  int rateAnonymous;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "NETWORKS",
      defaultValue = "",
      description = "whose X-Forwarded-For and -Proto count: 10.0.0.0/8,::1/128")
  String trustedProxies;

  @Option(
      names = "--cors-origins",
      paramLabel = "ORIGINS",
      defaultValue = "",
      description = "whose pages may call the API: https://host,https://other")
  String corsOrigins;

  @Option(
      names = "--metrics-from",
      paramLabel = "NETWORKS",
      defaultValue = "127.0.0.0/8,::1/128",
      description = "who may read /metrics (default: ${DEFAULT-VALUE})")
  String metricsFrom;

  @Option(
      names = "--live-pause",
      paramLabel = "DURATION",
      defaultValue = "PT2S",
      description = "between two events of the live board (default: ${DEFAULT-VALUE})")
  Duration livePause;

  BucketRateLimits.Rates rates() {
    return new BucketRateLimits.Rates(rateAccount, rateAddress, rateAnonymous);
  }

  TrustedProxies proxies() {
    return TrustedProxies.of(trustedProxies);
  }

  LiveStreams.Settings live() {
    var usual = LiveStreams.Settings.DEFAULT;
    return new LiveStreams.Settings(livePause, usual.most(), usual.longest());
  }

  Networks metricsReaders() {
    return Networks.of(metricsFrom);
  }

  Set<String> origins() {
    return Arrays.stream(corsOrigins.split(","))
        .map(String::strip)
        .filter(not(String::isEmpty))
        .collect(Collectors.toSet());
  }

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
    if (livePause.compareTo(SHORTEST_PAUSE) < 0 || livePause.compareTo(LONGEST_PAUSE) > 0) {
      faults.add("--live-pause: must lie between PT0.5S and PT10S");
    }
    if (Math.min(rateAccount, Math.min(rateAddress, rateAnonymous)) < 1) {
      faults.add("--rate-account, --rate-address, --rate-anonymous: must be 1 or more");
    }
    try {
      TrustedProxies unused = proxies();
    } catch (IllegalArgumentException e) {
      faults.add("--trusted-proxies: must be networks such as 10.0.0.0/8, with commas");
    }
    try {
      Networks unused = metricsReaders();
    } catch (IllegalArgumentException e) {
      faults.add("--metrics-from: must be networks such as 10.0.0.0/8, with commas");
    }
    if (origins().stream().anyMatch(origin -> !isOrigin(origin))) {
      faults.add("--cors-origins: must be origins such as https://host, with commas");
    }
    return faults;
  }

  private static boolean isOrigin(String text) {
    try {
      return PosterLinks.isOrigin(URI.create(text));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
