package cn.venuepass.rest.csv;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A table that people made in a spreadsheet: CSV (RFC 4180) in UTF-8, with or without a byte order
 * mark, the first line naming the columns in any order.
 */
public final class CsvTable {
  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final int MOST_COLUMNS = 50;
  private static final ObjectReader READER =
      new CsvMapper()
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .readerFor(String[].class);

  private CsvTable() {}

  /**
   * A line below the header.
   *
   * @param number the line of the file in which it begins; the header is in the first
   * @param tooLong whether it has more cells than the header has columns, as when a comma in a text
   *     was not quoted
   */
  public record Line(int number, Map<String, String> cells, boolean tooLong) {
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
   * Reads the lines, none of which may be too long.
   *
   * @param columns those that the header must name
   * @param most how many lines are taken
   * @throws InvalidValue naming {@code csv} when it is no such table
   * @throws cn.venuepass.rest.problem.ProblemException naming the columns that the header lacks
   */
  public static List<Line> read(InputStream file, List<String> columns, int most)
      throws IOException {
    List<Line> lines = read(file, columns, UnaryOperator.identity(), most);
    if (lines.stream().anyMatch(Line::tooLong)) {
      throw new InvalidValue("csv", Rule.FORMAT);
    }
    return lines;
  }

  /**
   * Reads the lines of a table whose columns may have other headings too. Lines without any text
   * are left out.
   *
   * @param column the name of the column with a heading
   */
  public static List<Line> read(
      InputStream file, List<String> columns, UnaryOperator<String> column, int most)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    try (MappingIterator<String[]> rows = READER.readValues(text(file))) {
      List<String> header = header(rows, column);
      Columns.verifyNamed(header, columns, "csv");
      while (rows.hasNextValue()) {
        List<String> cells = List.of(rows.nextValue());
        int number = rows.getParser().currentTokenLocation().getLineNr();
        if (cells.stream().allMatch(String::isBlank)) {
          continue;
        }
        lines.add(line(number, header, cells));
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

  private static List<String> header(MappingIterator<String[]> rows, UnaryOperator<String> column)
      throws IOException {
    List<String> header =
        rows.hasNextValue() ? Stream.of(rows.nextValue()).map(column).toList() : List.of();
    List<String> named = header.stream().filter(name -> !name.isEmpty()).toList();
    if (header.size() > MOST_COLUMNS || Set.copyOf(named).size() < named.size()) {
      throw new InvalidValue("csv", Rule.FORMAT);
    }
    return header;
  }

  private static Line line(int number, List<String> header, List<String> cells) {
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
      named.put(header.get(i), cells.get(i));
    }
    boolean tooLong = cells.stream().skip(header.size()).anyMatch(cell -> !cell.isBlank());
    return new Line(number, Map.copyOf(named), tooLong);
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
