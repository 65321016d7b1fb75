package cn.venuepass.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a figure was measured on: without it no figure means anything. */
public final class Machine {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'");

  private Machine() {}

  /** Date, cores, memory, virtual machine, kernel, and the source that was measured. */
  public static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", ZonedDateTime.now(ZoneOffset.UTC).format(MINUTE));
    facts.put("commit", commit());
    facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("processor", line("/proc/cpuinfo", "model name"));
    facts.put("memory", line("/proc/meminfo", "MemTotal"));
    facts.put(
        "Java",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    facts.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("load before", load());
    return facts;
  }

  private static String commit() {
    String id = git("rev-parse", "--short", "HEAD");
    return git("status", "--porcelain", "--untracked-files=no").isEmpty()
        ? id
        : id + " with changes";
  }

  private static String git(String... arguments) {
    String[] command =
        Stream.concat(Stream.of("git", "-C", Benchmarks.home().toString()), Stream.of(arguments))
            .toArray(String[]::new);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new String(process.getInputStream().readAllBytes(), Child.CHARSET).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** How busy the machine was in the last minute: more than a core or so spoils a figure. */
  private static String load() {
    try {
      String averages = Files.readString(Path.of("/proc/loadavg"));
      return averages.substring(0, averages.indexOf(' '));
    } catch (IOException e) {
      return "unknown";
    }
  }

  private static String line(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
