package cn.venuepass.benchmarks.coverage;

import static java.util.Objects.requireNonNull;

import cn.venuepass.application.Stores;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.benchmarks.Folders;
import cn.venuepass.benchmarks.Results;
import cn.venuepass.benchmarks.Spread;
import cn.venuepass.benchmarks.Table;
import cn.venuepass.benchmarks.load.Postgres;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.coverage.JdbiCoverageRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures coverage of headquarters against the number of places, and of visits. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description =
        "Coverage of few and of many places, with few and with many visits, and the plan.")
public final class CoverageCommand implements Callable<Integer> {
  @Option(names = "--places", defaultValue = "10000", description = "default: ${DEFAULT-VALUE}")
  private int places;

  @Option(names = "--visits", defaultValue = "5000000", description = "default: ${DEFAULT-VALUE}")
  private int visits;

  @Option(names = "--rounds", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

  @Option(
      names = "--times",
      defaultValue = "20",
      description = "answers in each round (default: ${DEFAULT-VALUE})")
  private int times;

  @Spec private CommandSpec spec;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Extent whole = Extent.of(Jurisdiction.of(CoverageWorld.HEADQUARTERS));

  @Override
  public Integer call() throws SQLException, IOException {
    List<CoverageWorld> worlds =
        List.of(
            new CoverageWorld(places / 10, visits / 50, now),
            new CoverageWorld(places / 10, visits, now),
            new CoverageWorld(places, visits / 50, now),
            new CoverageWorld(places, visits, now));
    Path folder = Files.createTempDirectory("venuepass-coverage");
    try (Postgres server = Postgres.start(folder)) {
      Map<CoverageWorld, List<Double>> taken = measure(worlds, server);
      CoverageWorld largest = worlds.get(3);
      Results.begun("coverage", "Coverage", spec)
          .paragraph(table(worlds, taken))
          .paragraph(ratios(worlds, taken))
          .section("The plan, of " + largest.name(), "```\n" + plan(largest, server) + "\n```")
          .save();
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private Map<CoverageWorld, List<Double>> measure(List<CoverageWorld> worlds, Postgres server)
      throws SQLException {
    Map<CoverageWorld, Database> databases = new LinkedHashMap<>();
    Map<CoverageWorld, List<Double>> taken = new LinkedHashMap<>();
    try {
      for (CoverageWorld world : worlds) {
        databases.put(world, filled(world, server));
        taken.put(world, new ArrayList<>());
      }
      for (int round = 0; round < rounds; round++) {
        for (CoverageWorld world : worlds) {
          of(taken, world).add(millis(CoverageWorld.stores(of(databases, world))));
        }
      }
      return taken;
    } finally {
      databases.values().forEach(Database::close);
    }
  }

  private Database filled(CoverageWorld world, Postgres server) throws SQLException {
    Database database = world.filled(server);
    Funnel sum =
        CoverageWorld.stores(database).coverage().count(whole, now).stream()
            .map(CoverageRow::funnel)
            .reduce(Funnel.NONE, Funnel::plus);
    spec.commandLine().getErr().println(world.name() + ": " + sum);
    return database;
  }

  /** The median of so many answers. */
  private double millis(Stores stores) {
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      List<CoverageRow> rows = stores.coverage().count(whole, now);
      each.add((System.nanoTime() - begin) / 1e6);
      if (rows.isEmpty()) {
        throw new IllegalStateException("nothing was counted");
      }
    }
    return Spread.of(each).median();
  }

  private static String table(List<CoverageWorld> worlds, Map<CoverageWorld, List<Double>> taken) {
    var table = new Table("coverage of headquarters", "ms, least – median – greatest");
    worlds.forEach(world -> table.row(world.name(), Spread.of(of(taken, world)).text(1)));
    return table.text();
  }

  private static String ratios(List<CoverageWorld> worlds, Map<CoverageWorld, List<Double>> taken) {
    return new Table("growth", "least – median – greatest of the rounds")
        .row("50 times the visits, few places", ratio(taken, worlds.get(1), worlds.get(0)))
        .row("50 times the visits, many places", ratio(taken, worlds.get(3), worlds.get(2)))
        .row("10 times the places, few visits", ratio(taken, worlds.get(2), worlds.get(0)))
        .row("10 times the places, many visits", ratio(taken, worlds.get(3), worlds.get(1)))
        .text();
  }

  private static String ratio(
      Map<CoverageWorld, List<Double>> taken, CoverageWorld one, CoverageWorld other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < of(taken, one).size(); i++) {
      ratios.add(of(taken, one).get(i) / of(taken, other).get(i));
    }
    return Spread.of(ratios).text(2);
  }

  private static <T> T of(Map<CoverageWorld, T> worlds, CoverageWorld world) {
    return requireNonNull(worlds.get(world), world.name());
  }

  /** How PostgreSQL answers the statement over the places. */
  private String plan(CoverageWorld world, Postgres server) {
    List<String> statements = new ArrayList<>();
    Jdbi jdbi = Jdbi.create(server.url(world.database()), Postgres.USER, "");
    jdbi.setSqlLogger(
        new SqlLogger() {
          @Override
          public void logAfterExecution(StatementContext context) {
            statements.add(context.getRenderedSql());
          }
        });
    List<CoverageRow> unused = new JdbiCoverageRepository(jdbi).count(whole, now);
    List<String> lines =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("EXPLAIN (ANALYZE, BUFFERS) " + statements.get(0))
                    .bind("scopeRoot", CoverageWorld.HEADQUARTERS.text())
                    .bind("now", now)
                    .bind("ofLate", now.minus(Stage.OF_LATE))
                    .bind("proof", now.minus(Stage.PROOF))
                    .bind("ahead", now.plus(Duration.ofDays(1)))
                    .mapTo(String.class)
                    .list());
    return String.join("\n", lines);
  }
}
