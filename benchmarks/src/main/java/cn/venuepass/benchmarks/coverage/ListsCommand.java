package cn.venuepass.benchmarks.coverage;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Stores;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.application.coverage.PlaceSearch;
import cn.venuepass.application.directory.SignWords;
import cn.venuepass.application.directory.VenueSearch;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.benchmarks.Folders;
import cn.venuepass.benchmarks.Results;
import cn.venuepass.benchmarks.Spread;
import cn.venuepass.benchmarks.Table;
import cn.venuepass.benchmarks.load.Postgres;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.Stage;
import cn.venuepass.persistence.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures long lists of the console: a page far down, and one that is searched for. */
@Command(
    name = "lists",
    mixinStandardHelpOptions = true,
    description = "Pages of long lists: the last one, and words that are found nowhere.")
public final class ListsCommand implements Callable<Integer> {
  private static final int ROWS = 100;
  private static final String NOWHERE = "胡杨";

  @Option(names = "--places", defaultValue = "12500", description = "default: ${DEFAULT-VALUE}")
  private int places;

  @Option(names = "--visits", defaultValue = "1000000", description = "default: ${DEFAULT-VALUE}")
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

  @Override
  public Integer call() throws SQLException, IOException {
    var world = new CoverageWorld(places, visits, now);
    Path folder = Files.createTempDirectory("venuepass-lists");
    try (Postgres server = Postgres.start(folder);
        Database database = world.filled(server)) {
      Map<String, Asked> asked = asked(CoverageWorld.stores(database));
      Results.begun("lists", "Long lists", spec)
          .paragraph(world.name() + ", pages of " + ROWS + " rows")
          .paragraph(table(asked))
          .save();
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  /** A list of the console, by what is looked for. */
  private interface Asked {
    Page<?> page(Optional<SignWords> words, PageRequest request);
  }

  private Map<String, Asked> asked(Stores stores) {
    Jurisdiction whole = Jurisdiction.of(CoverageWorld.HEADQUARTERS);
    Map<String, Asked> asked = new LinkedHashMap<>();
    asked.put(
        "surveyed places",
        (words, request) ->
            stores
                .coverage()
                .listPlaces(
                    Extent.of(whole),
                    new PlaceSearch(Stage.from(Stage.UNAPPLIED), words),
                    now,
                    request));
    asked.put(
        "venues",
        (words, request) ->
            stores
                .venueDirectory()
                .list(whole, new VenueSearch(Narrowing.NONE, Optional.empty(), words), request));
    return asked;
  }

  private String table(Map<String, Asked> asked) {
    var table =
        new Table(
            "list",
            "rows",
            "first page, ms",
            "last page, ms",
            "last / first",
            "words found nowhere, ms",
            "words / first");
    asked.forEach((name, list) -> row(table, name, list));
    return table.text();
  }

  private void row(Table table, String name, Asked list) {
    PageRequest first = PageRequest.first(ROWS);
    Walked walked = walked(list);
    List<Supplier<Page<?>>> pages =
        List.of(
            () -> list.page(Optional.empty(), first),
            () -> list.page(Optional.empty(), walked.last()),
            () -> list.page(Optional.of(new SignWords(NOWHERE)), first));
    List<List<Double>> taken =
        pages.stream().map(page -> (List<Double>) new ArrayList<Double>()).toList();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < pages.size(); i++) {
        taken.get(i).add(millis(pages.get(i)));
      }
    }
    table.row(
        name,
        String.valueOf(walked.rows()),
        Spread.of(taken.get(0)).text(1),
        Spread.of(taken.get(1)).text(1),
        ratios(taken.get(1), taken.get(0)),
        Spread.of(taken.get(2)).text(1),
        ratios(taken.get(2), taken.get(0)));
  }

  /**
   * A list that was read to its end.
   *
   * @param last where its last whole page begins
   */
  private record Walked(int rows, PageRequest last) {}

  private static Walked walked(Asked list) {
    PageRequest request = PageRequest.first(ROWS);
    Page<?> page = list.page(Optional.empty(), request);
    int rows = page.items().size();
    PageRequest last = request;
    while (page.next().isPresent()) {
      last = request;
      request = new PageRequest(ROWS, page.next());
      page = list.page(Optional.empty(), request);
      rows += page.items().size();
    }
    return new Walked(rows, page.items().size() == ROWS ? request : last);
  }

  /** The median of so many answers. */
  private double millis(Supplier<Page<?>> page) {
    List<Double> each = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      Page<?> unused = page.get();
      each.add((System.nanoTime() - begin) / 1e6);
    }
    return Spread.of(each).median();
  }

  private static String ratios(List<Double> some, List<Double> others) {
    return Spread.of(
            IntStream.range(0, some.size()).mapToObj(i -> some.get(i) / others.get(i)).toList())
        .text(2);
  }
}
