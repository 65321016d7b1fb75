package cn.venuepass.persistence;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * One statement over the values of many rows: an array for each column, of which {@code unnest}
 * makes rows named {@code t} again. So the statement is the same for any number of rows.
 */
public final class ManyRows<T> {
  private final List<Column<T>> columns = new ArrayList<>();

  private record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

  public ManyRows<T> uuid(String name, Function<T, @Nullable UUID> value) {
    return column(name, "uuid", value::apply);
  }

  public ManyRows<T> text(String name, Function<T, @Nullable String> value) {
    return column(name, "varchar", value::apply);
  }

  public ManyRows<T> flag(String name, Function<T, Boolean> value) {
    return column(name, "boolean", value::apply);
  }

  public ManyRows<T> number(String name, Function<T, Integer> value) {
    return column(name, "integer", value::apply);
  }

  public ManyRows<T> day(String name, Function<T, LocalDate> value) {
    return column(name, "date", value::apply);
  }

  public ManyRows<T> time(String name, Function<T, @Nullable Instant> value) {
    return column(
        name,
        "timestamp with time zone",
        row -> {
          @Nullable Instant at = value.apply(row);
          return at == null ? null : at.atOffset(ZoneOffset.UTC);
        });
  }

  private ManyRows<T> column(String name, String type, Function<T, @Nullable Object> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  /** The rows, to stand in a statement after FROM. */
  public String asTable() {
    return columns.stream()
        .map(column -> "CAST(? AS " + column.type() + " ARRAY)")
        .collect(
            joining(
                ", ",
                " unnest(",
                columns.stream().map(Column::name).collect(joining(", ", ") AS t(", ") "))));
  }

  /** A statement that inserts them into the table's columns of the same names. */
  public String insertInto(String table) {
    String names = columns.stream().map(Column::name).collect(joining(", "));
    return "INSERT INTO " + table + " (" + names + ") SELECT " + names + " FROM" + asTable();
  }

  /** Writes the rows by a statement in which they stand once. */
  public void write(Handle handle, String statement, List<T> rows) {
    if (!rows.isEmpty()) {
      int unused = bound(handle, statement, rows).execute();
    }
  }

  /** The same, and tells how many rows were written. */
  public int writeAndCount(Handle handle, String statement, List<T> rows) {
    return rows.isEmpty() ? 0 : bound(handle, statement, rows).execute();
  }

  /**
   * The same, and tells which of them were written.
   *
   * @param keys the columns by which a row is told apart from the others
   */
  public <K> List<K> writeAndTell(
      Handle handle, String statement, List<T> rows, ArrayQuery.Reader<K> reader, String... keys) {
    return rows.isEmpty() ? List.of() : told(bound(handle, statement, rows), reader, keys);
  }

  /**
   * The same for rows that lie within a span of time, which the statement asks for with its last
   * two placeholders: so partitions of other times need not be looked at.
   */
  public <K> List<K> writeAndTell(
      Handle handle,
      String statement,
      List<T> rows,
      Function<T, Instant> time,
      ArrayQuery.Reader<K> reader,
      String... keys) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Instant> times = rows.stream().map(time).sorted().toList();
    return told(
        bound(handle, statement, rows)
            .bind(columns.size(), times.get(0))
            .bind(columns.size() + 1, times.get(times.size() - 1)),
        reader,
        keys);
  }

  private static <K> List<K> told(Update update, ArrayQuery.Reader<K> reader, String... keys) {
    return update
        .executeAndReturnGeneratedKeys(keys)
        .map((ResultSet row, StatementContext context) -> reader.read(row))
        .list();
  }

  private Update bound(Handle handle, String statement, List<T> rows) {
    Update update = handle.createUpdate(statement);
    for (int i = 0; i < columns.size(); i++) {
      update.bind(i, array(columns.get(i), rows));
    }
    return update;
  }

  private static <T> Argument array(Column<T> column, List<T> rows) {
    Object[] values = rows.stream().map(column.value()).toArray();
    return (at, prepared, context) ->
        prepared.setArray(at, prepared.getConnection().createArrayOf(column.type(), values));
  }
}
