package cn.venuepass.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What a benchmark found, as a page that says where it was found, and a picture beside it. */
public final class Results {
  private final Path folder;
  private final String name;
  private final StringBuilder page = new StringBuilder();

  private Results(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** A page of that name in {@code benchmarks/results}. */
  public static Results named(String name, String title) {
    return in(Benchmarks.home().resolve(Path.of("benchmarks", "results")), name, title);
  }

  /** A page that says with which command it was made, and where. */
  public static Results begun(String name, String title, CommandSpec command) {
    return named(name, title)
        .paragraph("`benchmarks/run " + String.join(" ", Benchmarks.arguments(command)) + "`")
        .facts("machine", Machine.facts());
  }

  static Results in(Path folder, String name, String title) {
    var results = new Results(folder, name);
    results.page.append("# ").append(title).append("\n");
    return results;
  }

  public Results section(String title, String text) {
    page.append("\n## ").append(title).append("\n\n").append(text.strip()).append("\n");
    return this;
  }

  public Results paragraph(String text) {
    page.append("\n").append(text.strip()).append("\n");
    return this;
  }

  /** A table of two columns. */
  public Results facts(String title, Map<String, String> facts) {
    var table = new Table(title, "");
    facts.forEach(table::row);
    return paragraph(table.text());
  }

  /** Shows a picture that lies beside the page. */
  public Results picture(Picture picture) {
    picture.save(folder().resolve(name + ".png"));
    return paragraph("![" + picture.title() + "](" + name + ".png)");
  }

  /** Writes the page, and says where. */
  public Path save() {
    Path file = folder().resolve(name + ".md");
    try {
      return Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
