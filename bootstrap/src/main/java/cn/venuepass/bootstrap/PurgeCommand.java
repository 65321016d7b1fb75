package cn.venuepass.bootstrap;

import cn.venuepass.application.retention.PurgeData;
import cn.venuepass.application.retention.RetentionReport;
import cn.venuepass.application.retention.RetentionUseCases;
import cn.venuepass.persistence.Database;
import com.fasterxml.uuid.Generators;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Deletes what is over without serving it. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = "Deletes what is over. 'serve' does so too, once a day.")
final class PurgeCommand implements Callable<Integer> {
  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "the keys of this installation, made by 'venuepass keys new'")
  private @Nullable Path keys;

  @Option(names = "--dry-run", description = "only counts what would go")
  private boolean dryRun;

  @SuppressWarnings("UnusedVariable") // SettingsSource reads it before the command is parsed
  @Option(names = SettingsSource.CONFIG, paramLabel = "FILE", description = "a properties file")
  private @Nullable Path config;

  @Mixin private DatabaseOptions database;

  @Mixin private RetentionOptions retention;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<String> faults = database.faults();
    faults.addAll(retention.faults());
    if (database.url == null) {
      faults.add("--db-url: is required");
    }
    Optional<Keys> read = readKeys(faults);
    if (!faults.isEmpty() || read.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Nothing is purged:\n  " + String.join("\n  ", faults));
    }
    InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
    try (Database opened = Database.open(database.settings(""), clock)) {
      opened.claim(read.get().purpose().name(), read.get().personalFields());
      var ids = Generators.timeBasedEpochGenerator();
      var stores = opened.stores(read.get().personalFields(), ids::generate);
      return purge(
          RetentionUseCases.over(
                  stores.dataPurge(), stores.retentionReports(), ids::generate, clock)
              .purgeData());
    }
  }

  private Optional<Keys> readKeys(List<String> faults) {
    if (keys == null) {
      faults.add("--keys: is required; they say whose database it is");
      return Optional.empty();
    }
    try {
      return Optional.of(Keys.read(keys));
    } catch (IllegalArgumentException e) {
      faults.add("--keys: " + e.getMessage());
      return Optional.empty();
    }
  }

  private int purge(PurgeData data) {
    PrintWriter out = spec.commandLine().getOut();
    Optional<RetentionReport> report =
        dryRun ? Optional.of(data.preview(retention.limits())) : data.purge(retention.limits());
    if (report.isEmpty()) {
      out.println("Another node is purging.");
      return 1;
    }
    out.println(dryRun ? "Would be deleted:" : "Deleted:");
    report.get().lines().forEach(line -> out.println(text(line)));
    out.flush();
    return 0;
  }

  private static String text(RetentionReport.Line line) {
    String span =
        line.oldest().map(Instant::toString).orElse("-")
            + " to "
            + line.newest().map(Instant::toString).orElse("-");
    return "  %-16s %8d  %s, partitions %d, held %d"
        .formatted(line.table(), line.deleted(), span, line.partitions(), line.held());
  }
}
