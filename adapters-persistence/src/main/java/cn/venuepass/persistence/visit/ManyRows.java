package cn.venuepass.persistence.visit;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * One statement over the values of many rows. The rows go in pieces whose sizes are powers of two,
 * so that a connection prepares a few statements, not one for every number of rows.
 */
final class ManyRows<T> {
  private static final int LARGEST_PIECE = 128;

  private final Map<Integer, String> statements;
  private final Binder<T> binder;

  /**
   * A statement.
   *
   * @param before the statement up to the rows
   * @param row the placeholders of one row, in brackets
   * @param after the statement behind the rows
   */
  ManyRows(String before, String row, String after, Binder<T> binder) {
    this.statements =
        Stream.iterate(1, size -> size <= LARGEST_PIECE, size -> 2 * size)
            .collect(
                toUnmodifiableMap(
                    Function.identity(),
                    size ->
                        Collections.nCopies(size, row).stream()
                            .collect(joining(",", before, after))));
    this.binder = binder;
  }

  /** Puts the values of a row at its placeholders, in their order. */
  @FunctionalInterface
  interface Binder<T> {
    void bind(T row, Values values);
  }

  /** Writes the rows. */
  void write(Handle handle, List<T> rows) {
    for (List<T> piece : pieces(rows)) {
      int unused = update(handle, piece).execute();
    }
  }

  /**
   * Writes the rows, and tells which of them were written.
   *
   * @param columns by which a row is told apart from the others
   */
  <K> List<K> writeAndTell(
      Handle handle, List<T> rows, ArrayQuery.Reader<K> reader, String... columns) {
    List<K> keys = new ArrayList<>(rows.size());
    for (List<T> piece : pieces(rows)) {
      keys.addAll(
          update(handle, piece)
              .executeAndReturnGeneratedKeys(columns)
              .map((ResultSet row, StatementContext context) -> reader.read(row))
              .list());
    }
    return keys;
  }

  private Update update(Handle handle, List<T> piece) {
    Update update = handle.createUpdate(requireNonNull(statements.get(piece.size())));
    var values = new Values(update);
    piece.forEach(each -> binder.bind(each, values));
    return update;
  }

  private static <T> List<List<T>> pieces(List<T> rows) {
    List<List<T>> pieces = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      int size = Integer.highestOneBit(Math.min(rows.size() - from, LARGEST_PIECE));
      pieces.add(rows.subList(from, from + size));
      from += size;
    }
    return pieces;
  }

  /** The placeholders of a statement, filled one after the other. */
  static final class Values {
    private final SqlStatement<?> statement;
    private int position;

    private Values(SqlStatement<?> statement) {
      this.statement = statement;
    }

    Values put(@Nullable UUID value) {
      return put(
          value == null
              ? (at, prepared, context) -> prepared.setNull(at, Types.OTHER)
              : (at, prepared, context) -> prepared.setObject(at, value));
    }

    Values put(@Nullable Instant value) {
      return put(
          value == null
              ? (at, prepared, context) -> prepared.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE)
              : (at, prepared, context) -> prepared.setObject(at, value.atOffset(ZoneOffset.UTC)));
    }

    Values put(@Nullable String value) {
      return put((at, prepared, context) -> prepared.setString(at, value));
    }

    Values put(LocalDate value) {
      return put((at, prepared, context) -> prepared.setObject(at, value, Types.DATE));
    }

    Values put(boolean value) {
      return put((at, prepared, context) -> prepared.setBoolean(at, value));
    }

    Values put(Argument value) {
      statement.bind(position++, value);
      return this;
    }
  }
}
