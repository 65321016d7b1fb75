package cn.venuepass.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown; all columns but the first are figures. */
public final class Table {
  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... head) {
    this.head = List.of(head);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when it has not as many cells as the head
   */
  public Table row(String... cells) {
    if (cells.length != head.size()) {
      throw new IllegalArgumentException("a row of " + cells.length + " in " + head);
    }
    rows.add(List.of(cells));
    return this;
  }

  public String text() {
    String rule =
        IntStream.range(0, head.size())
            .mapToObj(i -> i == 0 ? "---" : "---:")
            .collect(Collectors.joining(" | ", "| ", " |\n"));
    return line(head) + rule + rows.stream().map(Table::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
