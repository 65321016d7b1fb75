package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.venue.VenueType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills a database with a city, for what is measured on many visits. */
@Command(
    name = "city",
    mixinStandardHelpOptions = true,
    description = {
      "Fills an empty PostgreSQL with the visits of a city over some weeks: the same seed, size and"
          + " days always give the same city.",
      "Sample people only. The service can be started on it with the keys of --keys."
    })
public final class CityCommand implements Callable<Integer> {
  @Option(
      names = "--visits",
      defaultValue = "1000000",
      description = "about how many visits (default: ${DEFAULT-VALUE})")
  private long visits;

  @Option(names = "--people", description = "about how many people, instead of --visits")
  private @Nullable Long people;

  @Option(
      names = "--days",
      defaultValue = "28",
      description = "over how many days (default: ${DEFAULT-VALUE})")
  private int days;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description =
          "the last day, which ends at 16:00 in China with people inside (default: the latest day"
              + " of which that is past)")
  private @Nullable LocalDate until;

  @Option(
      names = "--seed",
      defaultValue = "20210901",
      description = "which city (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "city-data",
      description =
          "where the city's own PostgreSQL and its keys are kept (default: ${DEFAULT-VALUE})")
  private Path data = Path.of("city-data");

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description = "a PostgreSQL that runs already, instead of the city's own")
  private @Nullable String url;

  @Option(names = "--db-user", paramLabel = "NAME", defaultValue = "postgres")
  private String user = "";

  @Option(names = "--db-password", paramLabel = "SECRET", defaultValue = "")
  private String password = "";

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "the keys; made for a demo if it is not there (default: keys.json in --data)")
  private @Nullable Path keys;

  @Option(names = "--check", description = "fills nothing, but looks whether all is in order")
  private boolean check;

  @Option(names = "--hold", description = "keeps the city's own PostgreSQL running until Ctrl-C")
  private boolean hold;

  @Spec private CommandSpec spec;

  /** For trials of this command alone. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CityCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws SQLException {
    try {
      return run();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private int run() throws SQLException {
    if (url != null) {
      return on(new Target(url, user, password));
    }
    try (CityServer server = CityServer.on(data)) {
      int result = on(server.target());
      if (hold) {
        out().println("The database is at " + server.target().url() + "; stop with Ctrl-C.");
        out().flush();
        await();
      }
      return result;
    }
  }

  private int on(Target target) throws SQLException {
    if (!check) {
      fill(target);
    }
    try (Connection connection = target.connect()) {
      CityReport.print(connection, out());
      List<String> faults = check ? CityCheck.faults(connection) : List.of();
      faults.forEach(fault -> out().println("WRONG: " + fault));
      if (check && faults.isEmpty()) {
        out().println("Presence agrees with the visits; trajectories and contacts use indexes.");
      }
      out().flush();
      return faults.isEmpty() ? 0 : 1;
    }
  }

  private void fill(Target target) throws SQLException {
    CityPlan plan = plan();
    List<VenueType> types = StandardTypes.read();
    out()
        .println(
            "seed %d, %,d households, %d days until %s"
                .formatted(plan.seed(), plan.households(), plan.days(), plan.until()));
    long begin = System.nanoTime();
    new CityFiller(new City(plan, types), target, keys(), new Progress(out())).fill(types);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    out().println();
    try (Connection connection = target.connect()) {
      CityReport.printSpeed(connection, took, out());
    }
  }

  private CityPlan plan() {
    LocalDate last = until == null ? CityPlan.latestEnd(Clock.systemUTC().instant()) : until;
    return people == null
        ? CityPlan.ofVisits(seed, visits, days, last)
        : CityPlan.ofPeople(seed, people, days, last);
  }

  private CityKeys keys() {
    try {
      Path unused = Files.createDirectories(data);
      return CityKeys.of(keys == null ? data.resolve("keys.json") : keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static void await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
