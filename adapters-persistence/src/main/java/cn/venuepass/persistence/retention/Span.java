package cn.venuepass.persistence.retention;

import static cn.venuepass.persistence.Columns.optionalInstant;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** How many rows there are, and from when to when. */
record Span(long rows, Optional<Instant> oldest, Optional<Instant> newest) {
  static final Span NOTHING = new Span(0, Optional.empty(), Optional.empty());

  static Span of(Jdbi jdbi, String table, String time, String condition, Instant limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) AS n, min(x.%1$s) AS oldest, max(x.%1$s) AS newest FROM %2$s x WHERE %3$s"
                        .formatted(time, table, condition))
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Span(
                            row.getLong("n"),
                            optionalInstant(row, "oldest"),
                            optionalInstant(row, "newest")))
                .one());
  }

  Span and(Span other) {
    return new Span(
        rows + other.rows,
        Stream.of(oldest, other.oldest).flatMap(Optional::stream).min(Instant::compareTo),
        Stream.of(newest, other.newest).flatMap(Optional::stream).max(Instant::compareTo));
  }
}
