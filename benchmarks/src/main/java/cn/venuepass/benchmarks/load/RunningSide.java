package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Api;
import cn.venuepass.benchmarks.Child;
import cn.venuepass.benchmarks.load.generator.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A side whose service runs and whose people are registered. */
final class RunningSide implements AutoCloseable {
  /** Requests a minute that are counted as always, and reached by nobody. */
  static final int NO_LIMIT = 1_000_000_000;

  private static final Duration TOKENS_GOOD_FOR = Duration.ofMinutes(9);
  private static final Duration POLL = Duration.ofMillis(50);

  private final Side side;
  private final Child service;
  private final Worlds worlds;
  private Instant issued = Instant.EPOCH;

  /** Makes the world of a side, with fresh tokens. */
  private interface Worlds {
    World fresh();
  }

  private RunningSide(Side side, Child service, Worlds worlds) {
    this.side = side;
    this.service = service;
    this.worlds = worlds;
  }

  static RunningSide start(Side side, Setting setting, Postgres postgres) {
    int port = Api.freePort();
    Path log = setting.folder().resolve(side.label() + ".log");
    Child service = Child.java(arguments(side, setting, postgres, port), log);
    try {
      new Api(port).awaitReady(service, POLL);
      return new RunningSide(side, service, worlds(side, setting, port));
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private static Worlds worlds(Side side, Setting setting, int port) {
    if (side == Side.BARE) {
      return () -> BareServer.world(port, setting.residents(), setting.venues());
    }
    return Settlement.at(port, setting.residents(), setting.venues())::world;
  }

  private static List<String> arguments(Side side, Setting setting, Postgres postgres, int port) {
    List<String> arguments = new ArrayList<>(setting.jvm());
    if (side == Side.BARE) {
      arguments.addAll(Child.ofBenchmarks(BareServer.class.getName()));
      arguments.addAll(List.of(String.valueOf(port), String.valueOf(setting.threads())));
      arguments.add(String.valueOf(setting.venues()));
      return arguments;
    }
    postgres.create(side.label());
    if (side == Side.GROUP) {
      setting
          .recording()
          .ifPresent(
              folder ->
                  arguments.add(
                      "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                          + folder.resolve("group.jfr")));
    }
    arguments.addAll(List.of("-jar", setting.jar().toString(), "demo"));
    for (String rate : List.of("--rate-account", "--rate-address", "--rate-anonymous")) {
      arguments.addAll(List.of(rate, String.valueOf(NO_LIMIT)));
    }
    arguments.addAll(List.of("--port", String.valueOf(port)));
    arguments.addAll(List.of("--threads", String.valueOf(setting.threads())));
    arguments.addAll(List.of("--activation-delay", "PT0S"));
    arguments.addAll(List.of("--data", setting.folder().resolve(side.label()).toString()));
    arguments.addAll(List.of("--db-url", postgres.url(side.label())));
    arguments.addAll(List.of("--db-user", Postgres.USER));
    arguments.addAll(side == Side.GROUP ? setting.group() : setting.single());
    return arguments;
  }

  Side side() {
    return side;
  }

  long pid() {
    return service.pid();
  }

  /** Whether the tokens of its people are too old for one more round. */
  boolean needsTokens() {
    return Instant.now().isAfter(issued.plus(TOKENS_GOOD_FOR));
  }

  World world() {
    World world = worlds.fresh();
    issued = Instant.now();
    return world;
  }

  @Override
  public void close() {
    service.close();
  }
}
