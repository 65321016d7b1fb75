package cn.venuepass.benchmarks.trace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One statement such as somebody who knows the tables, and PostgreSQL, writes it, that answers what
 * the product answers for the first ring: who met the person below the division, ranked; of each
 * contact grade, minutes, risk and the overlaps that are shown, with their venues and whether the
 * contact worked there. It infers the ends of visits as the product does (next entry elsewhere,
 * exits of the venue and its parent, sightings, doubts, typical and maximum stay). Left out are
 * only visits that are longer than their type ever allowed, and what was told to a tracer: a case
 * of the benchmark has no statements.
 */
final class HandWritten {
  private static final String BOUNDS =
      """
      SELECT v.id, v.person_id, v.venue_id, v.family, v.in_first,
             CASE WHEN v.entry_method IS NULL THEN v.left_at - v.typical
                  ELSE v.entered_at END AS in_likely,
             CASE WHEN v.in_doubt THEN o.last
                  WHEN v.entry_method IS NULL THEN v.left_at ELSE v.entered_at END AS in_last,
             CASE WHEN v.out_doubt THEN v.in_first ELSE coalesce(v.left_at, v.seen) END AS out_first,
             coalesce(v.left_at, greatest(v.seen,
               least(v.entered_at + v.typical, v.entered_at + v.maximum, g.gone))) AS out_likely,
             o.last AS out_last
        FROM (SELECT v.*, p.family, p.typical, p.maximum, p.longest,
                     CASE WHEN v.entry_method IS NULL THEN v.left_at - p.maximum
                          ELSE v.entered_at END AS in_first,
                     EXISTS (SELECT 1 FROM visit_doubt d
                              WHERE d.visit_id = v.id AND d.direction = 'IN') AS in_doubt,
                     EXISTS (SELECT 1 FROM visit_doubt d
                              WHERE d.visit_id = v.id AND d.direction = 'OUT') AS out_doubt,
                     CASE WHEN v.left_at IS NULL THEN coalesce(
                       (SELECT pr.last_seen FROM presence pr
                         WHERE pr.venue_id = v.venue_id AND pr.person_id = v.person_id
                           AND pr.visit_id = v.id AND pr.inside),
                       v.last_seen, v.entered_at) END AS seen
                FROM %s v JOIN places p ON p.id = v.venue_id OFFSET 0) v
        LEFT JOIN LATERAL (
             SELECT min(CASE WHEN w.venue_id IN (v.venue_id, v.family)
                             THEN CASE WHEN w.left_at > v.seen AND NOT EXISTS (
                                              SELECT 1 FROM visit_doubt d
                                               WHERE d.visit_id = w.id AND d.direction = 'OUT')
                                       THEN w.left_at END
                             WHEN w.entry_method IS NOT NULL AND w.entered_at > v.seen
                              AND (SELECT CASE WHEN x.parent_agreed THEN x.parent_id ELSE x.id END
                                     FROM venue x WHERE x.id = w.venue_id) <> v.family
                              AND NOT EXISTS (SELECT 1 FROM visit_doubt d
                                               WHERE d.visit_id = w.id AND d.direction = 'IN')
                             THEN w.entered_at END) AS gone
               FROM visit w
              WHERE w.person_id = v.person_id AND w.entered_at > v.seen - v.longest
                AND w.entered_at < v.entered_at + v.maximum) g ON v.left_at IS NULL
       CROSS JOIN LATERAL (
             SELECT CASE WHEN v.out_doubt THEN greatest(v.left_at, v.in_first + v.maximum)
                         ELSE coalesce(v.left_at, greatest(v.seen,
                                least(v.entered_at + v.maximum, g.gone))) END AS last) o
      """;
  private static final String PLACES =
      """
      SELECT x.id, f.family, ty.typical_stay_seconds * interval '1 second' AS typical,
             ty.maximum_stay_seconds * interval '1 second' AS maximum,
             greatest(ty.longest_stay_seconds, ty.maximum_stay_seconds, pt.longest_stay_seconds,
                      pt.maximum_stay_seconds) * interval '1 second' AS longest
        FROM (SELECT DISTINCT CASE WHEN x.parent_agreed THEN x.parent_id ELSE x.id END AS family
                FROM visits v JOIN venue x ON x.id = v.venue_id) f
        JOIN venue x ON (x.id = f.family AND NOT x.parent_agreed)
                     OR (x.parent_id = f.family AND x.parent_agreed)
        JOIN venue_type ty ON ty.code = x.type_code
        JOIN venue parent ON parent.id = f.family
        JOIN venue_type pt ON pt.code = parent.type_code
       WHERE x.community_code IN (SELECT d.code FROM division d
                                    JOIN division root
                                      ON root.code = ? AND d.path LIKE root.path || '%')
      """;
  private static final String PAIRS =
      """
      pairs AS (
        SELECT p.person_id, p.venue_id, p.family, p.nearby,
               CASE WHEN p.nearby THEN p.venue_id ELSE p.family END AS place, p.grade,
               CASE p.grade WHEN 1 THEN c_from WHEN 2 THEN l_from ELSE o_from END AS met_from,
               CASE p.grade WHEN 1 THEN c_to WHEN 2 THEN l_to ELSE o_to END AS met_to
          FROM (SELECT q.*, CASE WHEN c_to - c_from >= interval '10 minutes' THEN 1
                                 WHEN l_to - l_from >= interval '10 minutes' THEN 2
                                 ELSE 3 END AS grade
                  FROM (SELECT o.person_id, o.venue_id, m.family, m.venue_id = o.venue_id AS nearby,
                               greatest(m.in_last, o.in_last, w.begins) AS c_from,
                               least(m.out_first, o.out_first, w.now) AS c_to,
                               greatest(m.in_likely, o.in_likely, w.begins) AS l_from,
                               least(m.out_likely, o.out_likely, w.now) AS l_to,
                               greatest(m.in_first, o.in_first, w.begins) AS o_from,
                               least(m.out_last, o.out_last, w.now) AS o_to
                          FROM (SELECT CAST(? AS timestamptz) AS begins,
                                       CAST(? AS timestamptz) AS now) w
                         CROSS JOIN mine m JOIN others o ON o.family = m.family) q
                 WHERE o_to - o_from >= interval '10 minutes') p)
      """;
  private static final String WHO =
      """
      SELECT person_id, min(grade) AS best, 0 AS total,
             CAST(sum(extract(epoch FROM met_to - met_from)) / 60 AS integer) AS minutes,
             false AS staff
        FROM pairs GROUP BY person_id
      """;
  private static final String RANKED =
      """
      , told AS MATERIALIZED (
        SELECT person_id, family, place, nearby, grade, met_from, met_to,
               array_agg(venue_id) AS seats
          FROM pairs GROUP BY person_id, family, place, nearby, grade, met_from, met_to),
      kept AS MATERIALIZED (
        SELECT t.*, CAST(floor(extract(epoch FROM t.met_to - t.met_from) / 60) AS bigint)
                    * CASE t.grade WHEN 1 THEN 100 WHEN 2 THEN 50 ELSE 10 END
                    * CASE WHEN t.nearby THEN 100 ELSE 50 END * 100 AS risk,
               max(t.met_to) OVER (PARTITION BY t.person_id ORDER BY t.met_from, t.met_to
                             ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until
          FROM (SELECT t.*, array_agg(t.place) OVER f AS places, array_agg(t.nearby) OVER f AS near,
                       array_agg(t.grade) OVER f AS grades, array_agg(t.met_from) OVER f AS begins,
                       array_agg(t.met_to) OVER f AS ends
                  FROM told t WINDOW f AS (PARTITION BY t.person_id, t.family)) t
         WHERE cardinality(t.places) = 1 OR NOT EXISTS (
               SELECT 1 FROM unnest(t.places, t.near, t.grades, t.begins, t.ends)
                               AS b(place, nearby, grade, met_from, met_to)
                WHERE b.met_from <= t.met_from AND b.met_to >= t.met_to AND b.grade <= t.grade
                  AND CASE WHEN b.place = t.place THEN b.nearby OR NOT t.nearby
                           ELSE t.place = t.family END
                  AND (b.place, b.nearby, b.grade, b.met_from, b.met_to)
                      <> (t.place, t.nearby, t.grade, t.met_from, t.met_to))),
      ranked AS (
        SELECT r.*, dense_rank() OVER (ORDER BY r.total DESC, CAST(r.person_id AS text)) AS rank
          FROM (SELECT k.*, min(k.grade) OVER p AS best, sum(k.risk) OVER p / 10000 AS total,
                       floor(extract(epoch FROM sum(greatest(
                         k.met_to - greatest(k.met_from, k.until), interval '0')) OVER p) / 60)
                         AS minutes,
                       row_number() OVER (
                         PARTITION BY k.person_id
                         ORDER BY k.until IS NOT NULL, k.grade, k.risk DESC, k.met_from) AS seat
                  FROM kept k WINDOW p AS (PARTITION BY k.person_id)) r)
      SELECT r.person_id, r.best, r.total, r.minutes, r.place,
             (SELECT x.name FROM venue x WHERE x.id = r.place) AS name, r.met_from, r.met_to,
             r.grade, r.nearby,
             EXISTS (SELECT 1 FROM roster_entry e
                      WHERE e.person_id = r.person_id AND e.venue_id = ANY (r.seats || r.place)
                        AND e.since <= r.met_from
                        AND (e.ended_at IS NULL OR e.ended_at > r.met_from)) AS staff
        FROM ranked r WHERE r.rank <= 20000 AND r.seat <= 50
       ORDER BY r.rank, r.met_from
      """;
  private static final String PAIRED =
      "WITH visits AS MATERIALIZED (SELECT * FROM visit"
          + " WHERE person_id = ? AND entered_at >= ? AND entered_at < ?),\n"
          + "places AS MATERIALIZED ("
          + PLACES
          + "),\nmine AS MATERIALIZED ("
          + BOUNDS.formatted("visits")
          + """
          ), near AS MATERIALIZED (
            SELECT DISTINCT v.*
              FROM mine m
              JOIN places p ON p.family = m.family
              JOIN visit v ON v.venue_id = p.id
                   AND v.entered_at > greatest(m.in_first, ?) - p.longest
                   AND v.entered_at < least(m.out_last, ?)
             WHERE m.out_last > ? AND v.person_id <> m.person_id
               AND v.entered_at > ? AND v.entered_at < ?
               AND (v.left_at IS NULL OR v.left_at > greatest(m.in_first, ?)
                    OR EXISTS (SELECT 1 FROM visit_doubt d
                                WHERE d.visit_id = v.id AND d.direction = 'OUT'))),
          others AS MATERIALIZED (
          """
          + BOUNDS.formatted("near")
          + "),\n"
          + PAIRS;
  static final String SQL = PAIRED + RANKED;
  static final String ONLY_WHO = PAIRED + WHO;

  private final Connection connection;

  /** As psql does it: each question is planned for itself. */
  HandWritten(Connection connection) throws SQLException {
    this.connection = connection;
    try (Statement setting = connection.createStatement()) {
      boolean unused = setting.execute("SET plan_cache_mode = force_custom_plan");
    }
  }

  /**
   * A contact.
   *
   * @param grade 1 certain to 3 possible
   */
  record Met(int grade, int risk, int minutes, int overlaps, int asStaff) {
    private Met and(Met more) {
      return new Met(grade, risk, minutes, overlaps + more.overlaps, asStaff + more.asStaff);
    }
  }

  /** Who met the person, with all that the product tells. */
  Map<UUID, Met> contacts(UUID person, Instant from, Instant now, String division)
      throws SQLException {
    return contacts(SQL, person, from, now, division);
  }

  /** Who met the person and how surely; minutes are added up over overlaps. */
  Map<UUID, Met> onlyWho(UUID person, Instant from, Instant now, String division)
      throws SQLException {
    return contacts(ONLY_WHO, person, from, now, division);
  }

  private Map<UUID, Met> contacts(
      String query, UUID person, Instant from, Instant now, String division) throws SQLException {
    Map<UUID, Met> met = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      bind(statement, person, from, now, division);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          var overlap =
              new Met(
                  rows.getInt("best"),
                  rows.getInt("total"),
                  rows.getInt("minutes"),
                  1,
                  rows.getBoolean("staff") ? 1 : 0);
          met.merge(rows.getObject("person_id", UUID.class), overlap, Met::and);
        }
      }
    }
    return met;
  }

  private static void bind(
      PreparedStatement statement, UUID person, Instant from, Instant now, String division)
      throws SQLException {
    Instant before = from.minus(Duration.ofDays(7));
    statement.setObject(1, person);
    List<Instant> visits = List.of(before, now);
    List<Instant> rings = List.of(from, now, from, before, now, from, from, now);
    int at = 2;
    for (Instant time : visits) {
      statement.setObject(at++, time.atOffset(ZoneOffset.UTC));
    }
    statement.setString(at++, division);
    for (Instant time : rings) {
      statement.setObject(at++, time.atOffset(ZoneOffset.UTC));
    }
  }
}
