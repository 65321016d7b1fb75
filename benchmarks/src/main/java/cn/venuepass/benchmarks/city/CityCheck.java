package cn.venuepass.benchmarks.city;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the books of a city agree with each other, and can be read quickly. */
final class CityCheck {
  private static final String WITHOUT_VISIT =
      """
      SELECT count(*) FROM presence p
       WHERE NOT EXISTS (
               SELECT 1 FROM visit v
                WHERE v.venue_id = p.venue_id AND v.person_id = p.person_id AND v.id = p.visit_id
                  AND CASE p.last_outcome
                        WHEN 'ENTERED' THEN p.inside AND v.left_at IS NULL
                             AND v.entered_at = p.since AND p.last_seen = p.since
                        WHEN 'ALREADY_INSIDE' THEN p.inside AND v.left_at IS NULL
                             AND v.entered_at = p.since AND p.last_seen > p.since
                        WHEN 'LEFT' THEN NOT p.inside AND v.entered_at = p.since
                             AND v.left_at = p.last_seen AND p.last_left = p.last_seen
                        WHEN 'LEFT_WITHOUT_ENTRY' THEN NOT p.inside AND p.since IS NULL
                             AND v.entry_method IS NULL AND v.left_at = p.last_seen
                             AND p.last_left = p.last_seen
                        ELSE false END)
      """;
  private static final String WITHOUT_PRESENCE =
      """
      SELECT count(*)
        FROM (SELECT venue_id, person_id, max(GREATEST(entered_at, left_at)) AS latest
                FROM visit GROUP BY venue_id, person_id) v
        LEFT JOIN presence p ON p.venue_id = v.venue_id AND p.person_id = v.person_id
       WHERE p.venue_id IS NULL OR p.last_seen < v.latest
      """;
  private static final String WRONG_INTERVALS =
      "SELECT count(*) FROM visit WHERE left_at < entered_at OR last_seen < entered_at";
  private static final String TRAJECTORY =
      """
      SELECT v.venue_id, v.entered_at, v.left_at FROM visit v
       WHERE v.person_id = '%1$s'
         AND v.entered_at >= CAST('%2$s' AS timestamptz) - interval '14 days'
         AND v.entered_at < '%2$s'
      """;
  private static final String CONTACTS =
      """
      SELECT o.person_id, o.venue_id, o.entered_at, o.left_at
        FROM visit a
        JOIN visit o ON o.venue_id = a.venue_id AND o.person_id <> a.person_id
                    AND o.entered_at > a.entered_at - interval '1 day'
                    AND o.entered_at < COALESCE(a.left_at, a.entered_at + interval '1 day')
       WHERE a.person_id = '%1$s'
         AND a.entered_at >= CAST('%2$s' AS timestamptz) - interval '14 days'
         AND a.entered_at < '%2$s'
      """;

  /** Those that are too large to be read whole. */
  private static final String WEEKS =
      """
      SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
       WHERE i.inhparent = CAST('visit' AS regclass) AND c.relpages > 50
       ORDER BY c.relname
      """;

  private final Connection connection;
  private final List<String> faults = new ArrayList<>();

  private CityCheck(Connection connection) {
    this.connection = connection;
  }

  /** Everything that is wrong. */
  static List<String> faults(Connection connection) throws SQLException {
    var check = new CityCheck(connection);
    if (Counts.of(connection, "SELECT count(*) FROM visit") == 0) {
      return List.of("there is no visit");
    }
    check.none("presences that their visit does not bear out", WITHOUT_VISIT);
    check.none("visits of which presence does not know", WITHOUT_PRESENCE);
    check.none("visits that end before they begin", WRONG_INTERVALS);
    check.plans();
    return check.faults;
  }

  private void none(String what, String query) throws SQLException {
    long found = Counts.of(connection, query);
    if (found > 0) {
      faults.add("%,d %s".formatted(found, what));
    }
  }

  /** Of somebody who was seen last. */
  private void plans() throws SQLException {
    String latest = Counts.lines(connection, "SELECT max(last_seen) FROM presence").get(0);
    String person =
        Counts.lines(
                connection,
                """
                SELECT person_id FROM presence
                 WHERE inside ORDER BY last_seen DESC, person_id LIMIT 1
                """)
            .get(0);
    usesIndexes("a person's trajectory", TRAJECTORY.formatted(person, latest));
    usesIndexes("contacts", CONTACTS.formatted(person, latest));
  }

  private void usesIndexes(String what, String query) throws SQLException {
    List<String> plan = Counts.lines(connection, "EXPLAIN " + query);
    for (String week : Counts.lines(connection, WEEKS)) {
      if (plan.stream().anyMatch(line -> line.contains("Seq Scan on " + week))) {
        faults.add("%s: all of %s is read".formatted(what, week));
      }
    }
  }
}
