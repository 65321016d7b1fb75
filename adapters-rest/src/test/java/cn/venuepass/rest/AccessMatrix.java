package cn.venuepass.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What access-matrix.csv says: for each operation, the status that each caller gets. */
record AccessMatrix(List<String> callers, Map<String, List<String>> rows, List<String> twice) {
  private static final int NAME_WIDTH = 62;

  static AccessMatrix load() {
    try (InputStream file = AccessMatrix.class.getResourceAsStream("/access-matrix.csv")) {
      return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AccessMatrix of(String text) {
    List<String> callers = new ArrayList<>();
    Map<String, List<String>> rows = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
      List<String> rest = cells.subList(1, cells.size());
      if (callers.isEmpty()) {
        callers.addAll(rest);
      } else if (rows.put(cells.get(0), rest) != null) {
        twice.add(cells.get(0));
      }
    }
    return new AccessMatrix(callers, rows, twice);
  }

  /** What is missing or too much; nothing when each of these meets each caller exactly once. */
  List<String> gaps(List<String> operations, List<String> expectedCallers) {
    List<String> gaps = new ArrayList<>();
    if (!callers.equals(expectedCallers)) {
      gaps.add("the columns should be " + expectedCallers);
    }
    operations.stream()
        .filter(operation -> !rows.containsKey(operation))
        .forEach(operation -> gaps.add("no row: " + operation));
    rows.forEach(
        (operation, cells) -> {
          if (!operations.contains(operation)) {
            gaps.add("no such operation: " + operation);
          }
          if (cells.size() != callers.size() || cells.contains("")) {
            gaps.add("empty or surplus cell: " + operation);
          }
        });
    twice.forEach(operation -> gaps.add("two rows: " + operation));
    return gaps;
  }

  /** A row as it stands in the file. */
  String row(String operation, List<String> cells) {
    var row = new StringBuilder(("%-" + NAME_WIDTH + "s").formatted(operation + ","));
    for (int i = 0; i < cells.size(); i++) {
      String comma = i < cells.size() - 1 ? "," : "";
      row.append((" %-" + (callers.get(i).length() + 1) + "s").formatted(cells.get(i) + comma));
    }
    return row.toString().stripTrailing();
  }
}
