package cn.venuepass.persistence;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.PageRequest;
import org.jdbi.v3.core.statement.SqlStatement;

/** Pages of lists that are ordered by a time and an id: each begins where the last one ended. */
public final class Keyset {
  private final String time;
  private final String id;
  private final String direction;
  private final String beyond;

  private Keyset(String time, String id, String direction, String beyond) {
    this.time = time;
    this.id = id;
    this.direction = direction;
    this.beyond = beyond;
  }

  public static Keyset ascending(String time, String id) {
    return new Keyset(time, id, "ASC", ">");
  }

  public static Keyset descending(String time, String id) {
    return new Keyset(time, id, "DESC", "<");
  }

  /** The query, cut to the page; it must end in a condition. Bind with {@link #bind}. */
  public String page(String query, PageRequest request) {
    String after =
        request.after().isPresent()
            ? "AND (%1$s %3$s :afterTime OR (%1$s = :afterTime AND %2$s %3$s :afterId))"
                .formatted(time, id, beyond)
            : "";
    return "%s %s ORDER BY %s %s, %s %s LIMIT :rows"
        .formatted(query, after, time, direction, id, direction);
  }

  /** Binds the page's bounds: one row more than asked for, to know whether there is a next page. */
  public static <S extends SqlStatement<S>> S bind(S statement, PageRequest request) {
    request
        .after()
        .ifPresent(
            (Cursor after) -> statement.bind("afterTime", after.at()).bind("afterId", after.id()));
    return statement.bind("rows", request.limit() + 1);
  }
}
