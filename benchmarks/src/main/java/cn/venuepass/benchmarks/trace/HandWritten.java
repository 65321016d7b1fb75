package cn.venuepass.benchmarks.trace;

import cn.venuepass.domain.tracing.ContactGrade;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One statement such as somebody who knows the tables writes it: who met the person, the best grade
 * (1 certain to 3 possible) and the minutes, added up over pairs of visits. It infers the ends of
 * visits as the product does (next entry elsewhere, exits of the venue and its parent, sightings,
 * typical and maximum stay), and knows sub-venues. It leaves out what the product does beside: the
 * division, doubts, statements, rosters, overlaps that another one tells already, risk and rank.
 */
final class HandWritten {
  private static final List<ContactGrade> SUREST_FIRST =
      List.of(ContactGrade.CERTAIN, ContactGrade.PROBABLE, ContactGrade.POSSIBLE);
  private static final String BOUNDS =
      """
      SELECT v.id, v.person_id, p.family, v.entered_at AS in_first,
             CASE WHEN v.entry_method IS NULL THEN v.left_at - p.typical
                  ELSE v.entered_at END AS in_likely,
             CASE WHEN v.entry_method IS NULL THEN v.left_at ELSE v.entered_at END AS in_last,
             coalesce(v.left_at, s.seen) AS out_first,
             coalesce(v.left_at, greatest(s.seen,
               least(v.entered_at + p.typical, v.entered_at + p.maximum, g.gone))) AS out_likely,
             coalesce(v.left_at, greatest(s.seen,
               least(v.entered_at + p.maximum, g.gone))) AS out_last
        FROM %s v
        JOIN places p ON p.id = v.venue_id
        LEFT JOIN presence pr ON v.left_at IS NULL AND pr.venue_id = v.venue_id
              AND pr.person_id = v.person_id AND pr.visit_id = v.id AND pr.inside
       CROSS JOIN LATERAL (
             SELECT coalesce(greatest(pr.last_seen, v.last_seen), v.entered_at) AS seen) s
        LEFT JOIN LATERAL (
             SELECT min(CASE WHEN w.entry_method IS NOT NULL AND w.entered_at > s.seen
                              AND CASE WHEN x.parent_agreed THEN x.parent_id ELSE x.id END
                                  <> p.family
                             THEN w.entered_at
                             WHEN w.venue_id IN (v.venue_id, p.family) AND w.left_at > s.seen
                             THEN w.left_at END) AS gone
               FROM visit w JOIN venue x ON x.id = w.venue_id
              WHERE w.person_id = v.person_id AND w.entered_at > s.seen - p.maximum
                AND w.entered_at < v.entered_at + p.maximum) g ON v.left_at IS NULL
      """;
  private static final String PLACES =
      """
      SELECT x.id, f.family, ty.typical_stay_seconds * interval '1 second' AS typical,
             ty.maximum_stay_seconds * interval '1 second' AS maximum
        FROM (SELECT DISTINCT CASE WHEN x.parent_agreed THEN x.parent_id ELSE x.id END AS family
                FROM visits v JOIN venue x ON x.id = v.venue_id) f
        JOIN venue x ON (x.id = f.family AND NOT x.parent_agreed)
                     OR (x.parent_id = f.family AND x.parent_agreed)
        JOIN venue_type ty ON ty.code = x.type_code
      """;
  static final String SQL =
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
                   AND v.entered_at > greatest(m.in_first, ?) - p.maximum
                   AND v.entered_at < least(m.out_last, ?)
             WHERE m.out_last > ? AND v.person_id <> m.person_id
               AND v.entered_at > ? AND v.entered_at < ?
               AND (v.left_at IS NULL OR v.left_at > greatest(m.in_first, ?))),
          others AS MATERIALIZED (
          """
          + BOUNDS.formatted("near")
          + """
          ), pairs AS (
            SELECT o.person_id,
                   least(m.out_first, o.out_first, w.now) - greatest(m.in_last, o.in_last, w.begins)
                     AS certain,
                   least(m.out_likely, o.out_likely, w.now)
                     - greatest(m.in_likely, o.in_likely, w.begins) AS likely,
                   least(m.out_last, o.out_last, w.now)
                     - greatest(m.in_first, o.in_first, w.begins) AS possible
              FROM (SELECT CAST(? AS timestamptz) AS begins, CAST(? AS timestamptz) AS now) w
              CROSS JOIN mine m JOIN others o ON o.family = m.family)
          SELECT person_id,
                 min(CASE WHEN certain >= interval '10 minutes' THEN 1
                          WHEN likely >= interval '10 minutes' THEN 2 ELSE 3 END) AS grade,
                 CAST(sum(extract(epoch FROM
                   CASE WHEN certain >= interval '10 minutes' THEN certain
                        WHEN likely >= interval '10 minutes' THEN likely
                        ELSE possible END)) / 60 AS integer) AS minutes
            FROM pairs WHERE possible >= interval '10 minutes' GROUP BY person_id
          """;

  private final Connection connection;

  HandWritten(Connection connection) {
    this.connection = connection;
  }

  /** The grades of those who met the person. */
  Map<UUID, ContactGrade> contacts(UUID person, Instant from, Instant now) throws SQLException {
    Map<UUID, ContactGrade> grades = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      bind(statement, person, from, now);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          grades.put(
              rows.getObject("person_id", UUID.class), SUREST_FIRST.get(rows.getInt("grade") - 1));
        }
      }
    }
    return grades;
  }

  private static void bind(PreparedStatement statement, UUID person, Instant from, Instant now)
      throws SQLException {
    Instant before = from.minus(Duration.ofDays(7));
    statement.setObject(1, person);
    List<Instant> times = List.of(before, now, from, now, from, before, now, from, from, now);
    for (int i = 0; i < times.size(); i++) {
      statement.setObject(i + 2, times.get(i).atOffset(ZoneOffset.UTC));
    }
  }
}
