package cn.venuepass.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.testkit.http.ApiClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as people run it: the fat jar in a process of its own. */
public final class RunningJar implements AutoCloseable {
  private static final Path JAR = Path.of(System.getProperty("venuepass.jar"));
  private static final Path LOGS = Path.of("target", "test-logs");
  private static final Pattern ADDRESS = Pattern.compile("VenuePass demo: (http://\\S+)");
  private static final Duration START = Duration.ofMinutes(3);

  private final Process process;
  private final Path output;
  private final URI address;

  private RunningJar(Process process, Path output, URI address) {
    this.process = process;
    this.output = output;
    this.address = address;
  }

  /** A demo on a free port, ready to be called; everybody here shares one address. */
  static RunningJar demo(Path data, String... more) {
    return demo(0, data, more);
  }

  /** The same on a port that a later one may take over. */
  public static RunningJar demo(int port, Path data, String... more) {
    return demo(Machine.OPTIONS, port, data, more);
  }

  private static RunningJar demo(List<String> machine, int port, Path data, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "demo",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString(),
                "--activation-delay",
                "PT0S",
                "--rate-anonymous",
                "60000"));
    arguments.addAll(List.of(more));
    Path output = temporary();
    Process process = process(output, machine, Map.of(), arguments);
    URI address = URI.create(waitFor(process, output, ADDRESS).group(1));
    return new RunningJar(process, output, address);
  }

  /** A service in production, ready to be called. */
  static RunningJar serve(int port, Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(List.of("serve", "--port", String.valueOf(port)));
    all.addAll(List.of(arguments));
    Path output = temporary();
    Process process = process(output, Machine.OPTIONS, environment, all);
    Matcher unused = waitFor(process, output, Pattern.compile("VenuePass serves"));
    return new RunningJar(process, output, URI.create("http://127.0.0.1:" + port));
  }

  /** Runs a command to its end. */
  static Finished run(Map<String, String> environment, String... arguments) {
    Path log = temporary();
    Path told = told();
    Process process =
        started(
            builder(Machine.OPTIONS, environment, List.of(arguments))
                .redirectError(log.toFile())
                .redirectOutput(told.toFile()));
    try {
      if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("still running: " + read(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Finished(process.exitValue(), read(told) + read(log));
  }

  /** How a command ended, and what it said. */
  record Finished(int code, String output) {}

  public ApiClient api() {
    return ApiClient.of(address);
  }

  /** Everything that it said so far. */
  public String output() {
    return read(output);
  }

  /** kill -9. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to stop, and gives its exit code. */
  public int stop() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new AssertionError("does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }

  private static Process process(
      Path output, List<String> machine, Map<String, String> environment, List<String> arguments) {
    return started(
        builder(machine, environment, arguments)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile()));
  }

  private static ProcessBuilder builder(
      List<String> machine, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(machine);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().put("VENUEPASS_LOG_LEVEL", "DEBUG");
    builder.environment().putAll(environment);
    return builder;
  }

  private static Process started(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a command tells whoever called it, such as a first password, is no log. */
  private static Path told() {
    try {
      Path file = Files.createTempFile("venuepass", ".out");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Matcher waitFor(Process process, Path output, Pattern line) {
    Instant deadline = Instant.now().plus(START);
    while (Instant.now().isBefore(deadline)) {
      Matcher matcher = line.matcher(read(output));
      if (matcher.find()) {
        return matcher;
      }
      try {
        if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    process.destroyForcibly();
    throw new AssertionError("did not start: " + read(output));
  }

  private static String read(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempFile(Files.createDirectories(LOGS), "jar", ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What makes many starts cheap: classes from an archive, and no compiler that pays off only after
   * minutes.
   */
  private static final class Machine {
    private static final String SIMPLE_COMPILER = "-XX:TieredStopAtLevel=1";
    static final List<String> OPTIONS =
        List.of(
            SIMPLE_COMPILER,
            "-XX:SharedArchiveFile=" + new ClassArchive(JAR).orMadeBy(Machine::archive));

    /** Lets a demo serve for a moment; at its end the JVM writes down which classes that took. */
    private static void archive(Path file) {
      try (RunningJar demo =
          demo(
              List.of(SIMPLE_COMPILER, "-XX:ArchiveClassesAtExit=" + file),
              0,
              Files.createTempDirectory(JAR.getParent(), "class-archive"))) {
        demo.api().staff("auditor", DemoData.PASSWORD).get("/audit-events").expect(200);
        int unused = demo.stop();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
