package cn.venuepass.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** A query about many things at once: arrays stand where {@code unnest} makes rows of them. */
public final class ArrayQuery {
  private final Query query;
  private int position;
  private boolean asksNothing;

  private ArrayQuery(Query query) {
    this.query = query;
  }

  /** How one row is read. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  public static ArrayQuery of(Handle handle, String statement) {
    return new ArrayQuery(handle.createQuery(statement));
  }

  /** The next placeholder: an array of that type. */
  public ArrayQuery with(String type, Collection<?> values) {
    asksNothing |= values.isEmpty();
    return withAny(type, values);
  }

  /** The same, where an empty array does not mean that nothing is asked. */
  public ArrayQuery withAny(String type, Collection<?> values) {
    return with(
        (at, statement, context) ->
            statement.setArray(
                at, statement.getConnection().createArrayOf(type, values.toArray())));
  }

  /** The next placeholder: a day. */
  public ArrayQuery with(LocalDate day) {
    return with((at, statement, context) -> statement.setObject(at, day, Types.DATE));
  }

  /** The next placeholder: an array of times. */
  public ArrayQuery withTimes(Collection<Instant> times) {
    return with(
        "timestamp with time zone", times.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toList());
  }

  /** The next placeholder: a time. */
  public ArrayQuery with(Instant at) {
    query.bind(position++, at);
    return this;
  }

  /** The next placeholder: a text. */
  public ArrayQuery with(String text) {
    query.bind(position++, text);
    return this;
  }

  /** Takes one row after the other, some at a time, inside of a transaction. */
  public <T> void each(int atOnce, Reader<T> reader, Consumer<T> taker) {
    if (asksNothing) {
      return;
    }
    try (Stream<T> rows =
        query
            .setFetchSize(atOnce)
            .map((ResultSet row, StatementContext context) -> reader.read(row))
            .stream()) {
      rows.forEach(taker);
    }
  }

  /** The rows; none, without a question to the database, where an array is empty. */
  public <T> List<T> list(Reader<T> reader) {
    return asksNothing
        ? List.of()
        : query.map((ResultSet row, StatementContext context) -> reader.read(row)).list();
  }

  private ArrayQuery with(Argument argument) {
    query.bind(position++, argument);
    return this;
  }
}
