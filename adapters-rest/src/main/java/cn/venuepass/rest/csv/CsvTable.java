package cn.venuepass.rest.csv;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A table that people made in a spreadsheet: CSV (RFC 4180) in UTF-8, with or without a byte order
 * mark, the first line naming the columns in any order.
 */
public final class CsvTable {
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final ObjectReader READER =
      new CsvMapper()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.FAIL_ON_MISSING_HEADER_COLUMNS)
          .readerForMapOf(String.class)
          .with(CsvSchema.emptySchema().withHeader());

  private CsvTable() {}

  /** A line below the header; its number counts from the header, which is line 1. */
  public record Line(int number, Map<String, String> cells) {
    /** The text of a column, or an empty one. */
    public String text(String column) {
      return cells.getOrDefault(column, "");
    }

    /** The text of a column, if there is any. */
    public Optional<String> optional(String column) {
      return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }
  }

  /**
   * Reads the lines.
   *
   * @param columns those that the header must name
   * @param most how many lines are taken
   * @throws InvalidValue naming {@code csv} when it is no such table
   */
  public static List<Line> read(InputStream file, List<String> columns, int most)
      throws IOException {
    return read(file, columns, UnaryOperator.identity(), most);
  }

  /**
   * Reads the lines of a table whose columns may have other headings too.
   *
   * @param column the name of the column with a heading
   */
  public static List<Line> read(
      InputStream file, List<String> columns, UnaryOperator<String> column, int most)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    try (MappingIterator<Map<String, String>> rows = READER.readValues(text(file))) {
      while (rows.hasNextValue()) {
        var line = new Line(lines.size() + 2, named(rows.nextValue(), column));
        if (lines.isEmpty() && !line.cells().keySet().containsAll(columns)) {
          throw new InvalidValue("csv", Rule.FORMAT);
        }
        lines.add(line);
        if (lines.size() > most) {
          throw new InvalidValue("csv", Rule.TOO_MANY);
        }
      }
    } catch (JacksonException | CharacterCodingException e) {
      throw new InvalidValue("csv", Rule.FORMAT);
    }
    if (lines.isEmpty()) {
      throw new InvalidValue("csv", Rule.REQUIRED);
    }
    return lines;
  }

  private static Map<String, String> named(
      Map<String, String> cells, UnaryOperator<String> column) {
    Map<String, String> named = new HashMap<>();
    cells.forEach((heading, cell) -> named.put(column.apply(heading), cell));
    return Map.copyOf(named);
  }

  private static Reader text(InputStream file) throws IOException {
    var reader =
        new PushbackReader(
            new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    int first = reader.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      reader.unread(first);
    }
    return reader;
  }
}
