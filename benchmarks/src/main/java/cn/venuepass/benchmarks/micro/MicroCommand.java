package cn.venuepass.benchmarks.micro;

import cn.venuepass.benchmarks.Picture;
import cn.venuepass.benchmarks.Results;
import cn.venuepass.benchmarks.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures single steps of a scan with JMH. */
@Command(
    name = "micro",
    mixinStandardHelpOptions = true,
    description = "Single steps of a scan: decision, code check, token check, JSON.")
public final class MicroCommand implements Callable<Integer> {
  private static final String ALL = "cn.venuepass.benchmarks.micro.";

  @Parameters(
      arity = "0..1",
      defaultValue = "",
      description = "part of a benchmark's name (default: all)")
  private String only = "";

  @Option(names = "--forks", defaultValue = "1", description = "default: ${DEFAULT-VALUE}")
  private int forks;

  @Option(
      names = "--warm-up",
      defaultValue = "3",
      description = "iterations of a second (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Option(
      names = "--iterations",
      defaultValue = "5",
      description = "measured iterations of a second (default: ${DEFAULT-VALUE})")
  private int iterations;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws RunnerException {
    Collection<RunResult> measured = new Runner(options()).run();
    var table = new Table("step", "ns", "± (99.9 %)");
    Map<String, Double> times = new LinkedHashMap<>();
    for (RunResult each : measured) {
      Result<?> result = each.getPrimaryResult();
      String name =
          each.getParams().getBenchmark().substring(ALL.length()).replace("Benchmark", "");
      table.row(name, number(result.getScore()), number(result.getScoreError()));
      times.put(name, (double) Math.round(result.getScore()));
    }
    Results page =
        Results.begun("micro", "Steps of a scan", spec)
            .paragraph(table.text())
            .picture(
                Picture.bars(
                    "Steps of a scan",
                    "",
                    "ns",
                    List.copyOf(times.keySet()),
                    Map.of("ns", List.copyOf(times.values()))));
    spec.commandLine().getErr().println("written: " + page.save());
    return 0;
  }

  private Options options() {
    return new OptionsBuilder()
        .include(ALL + ".*" + only + ".*")
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.NANOSECONDS)
        .forks(forks)
        .warmupIterations(warmUp)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.seconds(1))
        .shouldFailOnError(true)
        .build();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
  }
}
