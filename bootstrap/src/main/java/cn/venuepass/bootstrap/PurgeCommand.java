package cn.venuepass.bootstrap;

import cn.venuepass.application.retention.PurgeData;
import cn.venuepass.application.retention.RetentionReport;
import cn.venuepass.application.retention.RetentionUseCases;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Deletes what is over without serving it. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = "Deletes what is over. 'serve' does so too, once a day.")
final class PurgeCommand implements Callable<Integer> {
  @Option(names = "--dry-run", description = "only counts what would go")
  private boolean dryRun;

  @Mixin private InstallationOptions installation;

  @Mixin private RetentionOptions retention;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    return installation.with(
        spec,
        retention.faults(),
        opened ->
            purge(
                RetentionUseCases.over(
                        opened.stores().dataPurge(),
                        opened.stores().retentionReports(),
                        opened.ids(),
                        opened.clock())
                    .purgeData()));
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
