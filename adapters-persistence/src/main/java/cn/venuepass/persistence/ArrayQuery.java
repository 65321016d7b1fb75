package cn.venuepass.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
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
