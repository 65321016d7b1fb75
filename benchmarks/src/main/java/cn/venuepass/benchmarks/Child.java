package cn.venuepass.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that a benchmark started, which does not outlive it. */
public final class Child implements AutoCloseable {
  /** What processes write in. */
  static final Charset CHARSET = Charset.defaultCharset();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a Java program; what it says goes to the file. */
  public static Child java(List<String> arguments, Path log) {
    try {
      return started(
          command(arguments).redirectErrorStream(true).redirectOutput(log.toFile()), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts one that is talked to; only its complaints go to the file. */
  public static Child talking(List<String> arguments, Path log) {
    try {
      return started(command(arguments).redirectError(log.toFile()), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The options to start a main class of the benchmarks with. */
  public static List<String> ofBenchmarks(String mainClass) {
    return List.of("-cp", System.getProperty("java.class.path"), mainClass);
  }

  public Process process() {
    return process;
  }

  public long pid() {
    return process.pid();
  }

  /** What it said so far. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to stop, and makes it if it does not. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static ProcessBuilder command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private static Child started(ProcessBuilder builder, Path log) throws IOException {
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Child(process, log);
  }
}
