package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.load.generator.Load;
import cn.venuepass.benchmarks.load.generator.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Everything that runs during a measurement: the database server, the sides, the generator. */
final class Arena implements AutoCloseable {
  private final Postgres postgres;
  private final Generator generator;
  private final Map<Side, RunningSide> sides = new EnumMap<>(Side.class);

  private Arena(Postgres postgres, Generator generator) {
    this.postgres = postgres;
    this.generator = generator;
  }

  static Arena open(Setting setting, Set<Side> sides) {
    Postgres postgres = Postgres.start(setting.folder());
    var arena = new Arena(postgres, Generator.start(setting.folder()));
    try {
      for (Side side : sides) {
        arena.sides.put(side, RunningSide.start(side, setting, postgres));
      }
      return arena;
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  Postgres postgres() {
    return postgres;
  }

  RunningSide side(Side side) {
    return Objects.requireNonNull(sides.get(side));
  }

  /** Runs a load and says what it took. */
  Measured run(Side side, int round, Load load) {
    RunningSide running = side(side);
    if (running.needsTokens()) {
      generator.learn(side, running.world());
    }
    CpuSplit before = CpuSplit.now(running, postgres, generator);
    Outcome outcome = generator.run(load);
    return new Measured(
        side, round, load, outcome, CpuSplit.now(running, postgres, generator).since(before));
  }

  @Override
  public void close() {
    List<AutoCloseable> all = new ArrayList<>(sides.values());
    all.add(generator);
    all.add(postgres);
    for (AutoCloseable each : all) {
      try {
        each.close();
      } catch (Exception e) {
        System.err.println("not closed: " + e);
      }
    }
  }
}
