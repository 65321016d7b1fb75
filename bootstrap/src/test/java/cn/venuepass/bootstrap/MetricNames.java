package cn.venuepass.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of metrics that stand somewhere. */
final class MetricNames {
  /** Labels, texts and durations, which look like names. */
  private static final Pattern NO_NAMES =
      Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring) *\\([^)]*\\)");

  private static final Pattern NAME =
      Pattern.compile("(?<![a-zA-Z0-9_:.])[a-zA-Z_:][a-zA-Z0-9_:]*(?![a-zA-Z0-9_:]* *\\()");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private MetricNames() {}

  /** What a service shows. */
  static Set<String> shown(String scrape) {
    Set<String> names = new TreeSet<>();
    scrape
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.replaceFirst("[{ ].*", "")));
    return names;
  }

  /** What the expressions of a file ask for, wherever it has a field {@code expr}. */
  static Set<String> usedIn(Path file, ObjectMapper format) {
    try {
      Set<String> names = new TreeSet<>();
      format.readTree(file.toFile()).findValues("expr").stream()
          .map(JsonNode::asText)
          .forEach(expression -> names.addAll(usedIn(expression)));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> usedIn(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(NO_NAMES.matcher(expression).replaceAll(" "));
    while (name.find()) {
      if (!WORDS.contains(name.group())) {
        names.add(name.group());
      }
    }
    return names;
  }
}
