package cn.venuepass.benchmarks.load;

import cn.venuepass.benchmarks.Benchmarks;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the sides of a load are started. */
final class LoadOptions {
  @Option(names = "--residents", defaultValue = "4000", description = "default: ${DEFAULT-VALUE}")
  private int residents;

  @Option(names = "--venues", defaultValue = "40", description = "default: ${DEFAULT-VALUE}")
  private int venues;

  @Option(
      names = "--threads",
      defaultValue = "32",
      description = "of each service (default: ${DEFAULT-VALUE})")
  private int threads;

  @Option(
      names = "--jvm-args",
      defaultValue = "-Xmx256m",
      description = "of each service's virtual machine (default: ${DEFAULT-VALUE})")
  private String jvm;

  @Option(
      names = "--group-args",
      defaultValue = "",
      description = "more options of the product as it is")
  private String group;

  @Option(
      names = "--single-args",
      defaultValue = "--scan-batch 1 --scan-writers 16",
      description = "what makes the product store each scan alone (default: ${DEFAULT-VALUE})")
  private String single;

  @Option(names = "--jfr", paramLabel = "DIR", description = "records the group side there")
  private @Nullable Path recording;

  Setting setting(Path folder) {
    return new Setting(
        folder,
        Benchmarks.jar(),
        residents,
        venues,
        threads,
        Benchmarks.words(jvm),
        Benchmarks.words(group),
        Benchmarks.words(single),
        Optional.ofNullable(recording).map(Path::toAbsolutePath));
  }

  int residents() {
    return residents;
  }
}
