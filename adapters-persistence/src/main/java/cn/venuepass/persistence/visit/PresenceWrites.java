package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.persistence.ArrayQuery;
import cn.venuepass.persistence.ManyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a batch makes of the presence of its people: one row each. */
final class PresenceWrites {
  private static final Comparator<Row> ORDER = Comparator.comparing(Row::key);

  private static final ManyRows<Row> NEW = rows("venue_id", "person_id");
  private static final String ADD = NEW.insertInto("presence") + "ON CONFLICT DO NOTHING";

  private static final ManyRows<Row> OTHER =
      rows("venue", "person").text("overtakes", Row::overtakes);
  private static final String CHANGE =
      """
      UPDATE presence
         SET inside = t.inside, visit_id = t.visit_id, since = t.since, last_seen = t.last_seen,
             last_left = COALESCE(t.last_left, presence.last_left),
             last_scan_id = t.last_scan_id, last_outcome = t.last_outcome
        FROM"""
          + OTHER.asTable()
          + """
       WHERE presence.venue_id = t.venue AND presence.person_id = t.person
         AND presence.last_scan_id = t.overtakes
      """;

  private static final String OURS =
      """
      SELECT p.venue_id, p.person_id
        FROM unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY), CAST(? AS varchar ARRAY),
                    CAST(? AS uuid ARRAY)) AS asked(venue, person, scan, visit)
        JOIN presence p ON p.venue_id = asked.venue AND p.person_id = asked.person
                       AND p.last_scan_id = asked.scan AND p.visit_id = asked.visit
      """;

  private final List<Row> added = new ArrayList<>();
  private final List<Row> changed = new ArrayList<>();

  /**
   * A row as it shall be.
   *
   * @param overtakes the scan that the row was of when it was read
   */
  private record Row(
      PersonAtVenue key, boolean inside, StoredAnswer answer, @Nullable String overtakes) {
    @Nullable Instant left() {
      return inside ? null : answer.at();
    }
  }

  private static ManyRows<Row> rows(String venue, String person) {
    return new ManyRows<Row>()
        .uuid(venue, row -> row.key().venue())
        .uuid(person, row -> row.key().person())
        .flag("inside", Row::inside)
        .uuid("visit_id", row -> row.answer().visit())
        .time("since", row -> row.answer().presentSince())
        .time("last_seen", row -> row.answer().at())
        .time("last_left", Row::left)
        .text("last_scan_id", row -> row.answer().scanId())
        .text("last_outcome", row -> row.answer().outcome().name());
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
    written(handle, NEW, ADD, added).forEach(lost::remove);
    written(handle, OTHER, CHANGE, changed).forEach(lost::remove);
    stored(handle, lost).forEach(lost::remove);
    return lost;
  }

  /**
   * Who of them did not lose after all. When H2 meets a row that another transaction has not
   * committed yet, it waits and begins the statement anew, but keeps the rows that it had written;
   * those are not among the keys that it tells.
   */
  private List<PersonAtVenue> stored(Handle handle, Set<PersonAtVenue> untold) {
    List<Row> rows =
        Stream.concat(added.stream(), changed.stream())
            .filter(row -> untold.contains(row.key()))
            .toList();
    return ArrayQuery.of(handle, OURS)
        .with("uuid", rows.stream().map(row -> row.key().venue()).toList())
        .with("uuid", rows.stream().map(row -> row.key().person()).toList())
        .with("varchar", rows.stream().map(row -> row.answer().scanId()).toList())
        .with("uuid", rows.stream().map(row -> row.answer().visit()).toList())
        .list(PresenceWrites::key);
  }

  private static List<PersonAtVenue> written(
      Handle handle, ManyRows<Row> columns, String statement, List<Row> rows) {
    rows.sort(ORDER);
    return columns.writeAndTell(
        handle, statement, rows, PresenceWrites::key, "venue_id", "person_id");
  }

  private static PersonAtVenue key(ResultSet row) throws SQLException {
    return new PersonAtVenue(uuid(row, "venue_id"), uuid(row, "person_id"));
  }
}
