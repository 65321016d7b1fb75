package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a batch makes of the presence of its people: one row each. */
final class PresenceWrites {
  private static final Comparator<Row> ORDER = Comparator.comparing(Row::key);

  private static final ManyRows<Row> ADD =
      new ManyRows<>(
          """
          INSERT INTO presence (venue_id, person_id, inside, visit_id, since, last_seen,
                                last_left, last_scan_id, last_outcome)
          VALUES
          """,
          "(?,?,?,?,?,?,?,?,?)",
          "ON CONFLICT DO NOTHING",
          Row::bind);

  private static final ManyRows<Row> CHANGE =
      new ManyRows<>(
          """
          UPDATE presence
             SET inside = t.inside, visit_id = t.visit, since = t.since, last_seen = t.seen,
                 last_left = COALESCE(t.gone, presence.last_left), last_scan_id = t.scan,
                 last_outcome = t.outcome
            FROM (VALUES
          """,
          """
          (CAST(? AS uuid), CAST(? AS uuid), CAST(? AS boolean), CAST(? AS uuid),
           CAST(? AS timestamp with time zone), CAST(? AS timestamp with time zone),
           CAST(? AS timestamp with time zone), CAST(? AS varchar), CAST(? AS varchar),
           CAST(? AS varchar))
          """,
          """
          ) AS t(venue, person, inside, visit, since, seen, gone, scan, outcome, overtakes)
           WHERE presence.venue_id = t.venue AND presence.person_id = t.person
             AND presence.last_scan_id = t.overtakes
          """,
          (row, values) -> {
            row.bind(values);
            values.put(row.overtakes());
          });

  private final List<Row> added = new ArrayList<>();
  private final List<Row> changed = new ArrayList<>();

  /**
   * A row as it shall be.
   *
   * @param overtakes the scan that the row was of when it was read
   */
  private record Row(
      PersonAtVenue key, boolean inside, StoredAnswer answer, @Nullable String overtakes) {
    void bind(ManyRows.Values values) {
      @Nullable Instant left = inside ? null : answer.at();
      values
          .put(key.venue())
          .put(key.person())
          .put(inside)
          .put(answer.visit())
          .put(answer.presentSince())
          .put(answer.at())
          .put(left)
          .put(answer.scanId())
          .put(answer.outcome().name());
    }
  }

  /** For somebody of whom there is no row. */
  void add(PersonAtVenue key, boolean inside, StoredAnswer answer) {
    added.add(new Row(key, inside, answer, null));
  }

  /** For somebody whose row was of that scan. */
  void change(PersonAtVenue key, boolean inside, StoredAnswer answer, String overtakes) {
    changed.add(new Row(key, inside, answer, overtakes));
  }

  /**
   * Stores the rows that nobody else stored first.
   *
   * @return whose row somebody else did
   */
  Set<PersonAtVenue> store(Handle handle) {
    Set<PersonAtVenue> lost = new HashSet<>();
    added.forEach(row -> lost.add(row.key()));
    changed.forEach(row -> lost.add(row.key()));
    written(handle, ADD, added).forEach(lost::remove);
    written(handle, CHANGE, changed).forEach(lost::remove);
    return lost;
  }

  private static List<PersonAtVenue> written(
      Handle handle, ManyRows<Row> statement, List<Row> rows) {
    rows.sort(ORDER);
    return statement.writeAndTell(handle, rows, PresenceWrites::key, "venue_id", "person_id");
  }

  private static PersonAtVenue key(ResultSet row) throws SQLException {
    return new PersonAtVenue(uuid(row, "venue_id"), uuid(row, "person_id"));
  }
}
