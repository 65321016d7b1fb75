package cn.venuepass.benchmarks.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.benchmarks.Api;
import cn.venuepass.benchmarks.Benchmarks;
import cn.venuepass.benchmarks.Child;
import cn.venuepass.benchmarks.ProcStat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the product, or the least that can be started, and looks at it. */
final class Starter {
  private static final Duration POLL = Duration.ofMillis(5);
  private static final int REQUESTS = 50;

  private final Path folder;
  private final List<String> jvm;

  Starter(Path folder, List<String> jvm) {
    this.folder = folder;
    this.jvm = jvm;
  }

  /** A virtual machine that prints a line. */
  Start oneLine(String jar) {
    List<String> arguments = new ArrayList<>(jvm);
    arguments.addAll(List.of("-cp", jar, OneLine.class.getName()));
    long start = System.nanoTime();
    try (Child child = Child.talking(arguments, folder.resolve("line.log"));
        var out =
            new BufferedReader(new InputStreamReader(child.process().getInputStream(), UTF_8))) {
      if (!"ready".equals(out.readLine())) {
        throw new IllegalStateException("no line: " + child.said());
      }
      return new Start((System.nanoTime() - start) / 1e9, 0, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The product over the data of that name, with more options of the virtual machine. */
  Start product(String data, String... more) {
    int port = Api.freePort();
    List<String> arguments = new ArrayList<>(jvm);
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("-jar", Benchmarks.jar().toString(), "demo"));
    arguments.addAll(List.of("--port", String.valueOf(port), "--no-limits", "--no-city"));
    arguments.addAll(List.of("--data", folder.resolve(data).toString()));
    var api = new Api(port);
    long start = System.nanoTime();
    try (Child child = Child.java(arguments, folder.resolve("product.log"))) {
      api.awaitReady(child, POLL);
      double seconds = (System.nanoTime() - start) / 1e9;
      long resident = ProcStat.residentBytes(child.pid()).orElseThrow();
      for (int i = 0; i < REQUESTS; i++) {
        String unused = api.resident("sample-" + i);
      }
      return new Start(seconds, resident, ProcStat.residentBytes(child.pid()).orElseThrow());
    }
  }
}
