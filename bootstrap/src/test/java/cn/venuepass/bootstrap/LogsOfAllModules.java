package cn.venuepass.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.testkit.PersonalValues;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after all other tests of all modules, and looks for what they used in what they logged. */
class LogsOfAllModules {
  /** A demo says its password on purpose. */
  private static final Set<String> PUBLIC = Set.of(DemoData.PASSWORD);

  private static final Set<String> OUTPUTS =
      Set.of("test-logs", "surefire-reports", "failsafe-reports");

  @TempDir private Path directory;

  @Test
  void noPersonalValueShouldStandInAnyLog() throws IOException {
    Set<String> values = new HashSet<>();
    List<Path> logs = new ArrayList<>();
    for (Path module : modules()) {
      for (Path file : filesBelow(module.resolve(PersonalValues.FOLDER))) {
        values.addAll(Files.readAllLines(file));
      }
      logs.addAll(logsOf(module));
    }
    values.removeAll(PUBLIC);
    assertThat(values).as("values that tests used").hasSizeGreaterThan(10);
    assertThat(logs).as("logs of tests").anyMatch(LogsOfAllModules::hasText);
    assertThat(leaks(values, logs)).as("logs with personal values").isEmpty();
  }

  @Test
  void aPlantedValueShouldBeFoundInEachSpelling() throws IOException {
    for (String value : List.of("659002188001010003", "阿依古丽", "demo:some body")) {
      for (String spelling : spellings(value)) {
        Path log = directory.resolve("planted.log");
        Files.writeString(log, "DEBUG something [" + spelling + "] happened\n");
        assertThat(leaks(Set.of(value), List.of(log))).hasSize(1);
        assertThat(leaks(Set.of("another value"), List.of(log))).isEmpty();
      }
    }
  }

  /** Where values stand; the message names the file and the line, not the value. */
  private static List<String> leaks(Set<String> values, List<Path> logs) throws IOException {
    var needles = new Needles();
    values.stream().flatMap(value -> spellings(value).stream()).forEach(needles::add);
    List<String> found = new ArrayList<>();
    for (Path log : logs) {
      String text = Files.readString(log, UTF_8);
      for (int at : needles.firstPlacesIn(text)) {
        found.add(log + " line " + text.substring(0, at).lines().count());
      }
    }
    return found;
  }

  /** Many texts to look for at once, by their beginnings: megabytes of logs are read once. */
  private static final class Needles {
    private final Map<Character, Needles> longer = new HashMap<>();
    private boolean whole;

    void add(String needle) {
      Needles end = this;
      for (int i = 0; i < needle.length(); i++) {
        end = end.longer.computeIfAbsent(needle.charAt(i), any -> new Needles());
      }
      end.whole = true;
    }

    /** Where each of them that stands there does so first. */
    Collection<Integer> firstPlacesIn(String text) {
      Map<Needles, Integer> places = new HashMap<>();
      for (int begin = 0; begin < text.length(); begin++) {
        Needles part = this;
        for (int i = begin; part != null; i++) {
          if (part.whole) {
            places.putIfAbsent(part, begin);
          }
          part = i < text.length() ? part.longer.get(text.charAt(i)) : null;
        }
      }
      return places.values();
    }
  }

  private static Set<String> spellings(String value) {
    byte[] bytes = value.getBytes(UTF_8);
    return Set.copyOf(
        new HashSet<>(
            List.of(
                value,
                URLEncoder.encode(value, UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))));
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> siblings = Files.list(Path.of("").toAbsolutePath().getParent())) {
      return siblings.filter(module -> Files.exists(module.resolve("pom.xml"))).toList();
    }
  }

  private static List<Path> logsOf(Path module) throws IOException {
    List<Path> logs = new ArrayList<>();
    for (String folder : OUTPUTS) {
      for (Path file : filesBelow(module.resolve("target").resolve(folder))) {
        String name = file.getFileName().toString();
        if (name.endsWith(".log") || name.endsWith("-output.txt")) {
          logs.add(file);
        }
      }
    }
    return logs;
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static boolean hasText(Path log) {
    return log.toFile().length() > 0;
  }
}
