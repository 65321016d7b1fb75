package cn.venuepass.persistence.tracing;

import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;

import cn.venuepass.domain.tracing.TracedVisit;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.persistence.ArrayQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The visits of a ring, in one statement: with last sightings, doubts, and when those who were not
 * seen to leave were next seen elsewhere or leaving.
 *
 * <p>OFFSET 0 keeps PostgreSQL from merging the parts: otherwise it works out a last sighting once
 * for each mention. The rows are sorted before anything is looked up about them, so the first ones
 * come early and look-ups go from person to person.
 */
final class RingQuery {
  private static final String CANDIDATE =
      """
      SELECT v.id, v.venue_id, v.person_id, v.entered_at, v.entry_method, v.left_at, v.exit_method,
             v.last_seen, t.family, t.longest, t.maximum
        FROM sought t
      """;

  /**
   * Visits that are no longer than their type allows; those of people who were seen inside again
   * and again for longer; the same where that still goes on.
   */
  private static final String CANDIDATES =
      "SELECT u.* FROM ("
          + CANDIDATE
          + """
              JOIN visit v ON v.venue_id = t.place
                          AND v.entered_at >= t.fresh AND v.entered_at < t.ends
             WHERE v.entered_at >= ? AND v.entered_at < ?
               AND (v.left_at IS NULL OR v.left_at > t.begins
                    OR EXISTS (SELECT 1 FROM visit_doubt d
                                WHERE d.visit_id = v.id AND d.direction = 'OUT'))
            UNION ALL
            """
          + CANDIDATE
          + """
              JOIN visit v ON v.venue_id = t.place
                          AND v.entered_at >= t.oldest AND v.entered_at < t.earliest
             WHERE v.entered_at >= ? AND v.entered_at < ?
               AND v.last_seen IS NOT NULL AND v.last_seen > t.begins
            UNION ALL
            """
          + CANDIDATE
          + """
              JOIN presence p ON p.venue_id = t.place AND p.inside
                             AND p.since >= t.oldest AND p.since < t.earliest
              JOIN visit v ON v.venue_id = p.venue_id AND v.entered_at = p.since AND v.id = p.visit_id
             WHERE v.entered_at >= ? AND v.entered_at < ? AND p.last_seen > t.begins) AS u
             ORDER BY u.person_id, u.entered_at, u.id
            OFFSET 0 ROWS
            """;

  private static final String STATEMENT =
      """
      WITH sought (place, family, longest, maximum, oldest, earliest, fresh, begins, ends) AS (
        SELECT t.place, t.family, t.longest, t.maximum, t.oldest, t.earliest, t.fresh, t.begins,
               t.ends
          FROM unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY), CAST(? AS integer ARRAY),
                      CAST(? AS integer ARRAY), CAST(? AS timestamp with time zone ARRAY),
                      CAST(? AS timestamp with time zone ARRAY),
                      CAST(? AS timestamp with time zone ARRAY),
                      CAST(? AS timestamp with time zone ARRAY),
                      CAST(? AS timestamp with time zone ARRAY))
            AS t(place, family, longest, maximum, oldest, earliest, fresh, begins, ends))
      SELECT s.id, s.venue_id, s.person_id, s.entered_at, s.entry_method, s.left_at, s.exit_method,
             s.last_seen,
             (SELECT max(d.kind) FROM visit_doubt d
               WHERE d.visit_id = s.id AND d.direction = 'IN') AS entry_doubt,
             (SELECT max(d.kind) FROM visit_doubt d
               WHERE d.visit_id = s.id AND d.direction = 'OUT') AS exit_doubt,
             CASE WHEN s.left_at IS NULL THEN (
               SELECT min(CASE WHEN w.venue_id = s.venue_id OR w.venue_id = s.family
                               THEN CASE WHEN w.left_at > s.here
                                          AND NOT EXISTS (
                                                SELECT 1 FROM visit_doubt d
                                                 WHERE d.visit_id = w.id AND d.direction = 'OUT')
                                         THEN w.left_at END
                               WHEN w.entry_method IS NOT NULL AND w.entered_at > s.here
                                AND NOT EXISTS (SELECT 1 FROM visit_doubt d
                                                 WHERE d.visit_id = w.id AND d.direction = 'IN')
                                AND (SELECT CASE WHEN x.parent_agreed THEN x.parent_id ELSE x.id END
                                       FROM venue x WHERE x.id = w.venue_id) <> s.family
                               THEN w.entered_at END)
                 FROM visit w
                WHERE w.person_id = s.person_id
                  AND w.entered_at >= s.here - s.longest * INTERVAL '1' SECOND
                  AND w.entered_at < s.entered_at + s.maximum * INTERVAL '1' SECOND
                  AND w.entered_at >= ? AND w.entered_at < ?) END AS gone
        FROM (SELECT f.*, coalesce(f.last_seen, f.entered_at) AS here
                FROM (SELECT c.id, c.venue_id, c.person_id, c.entered_at, c.entry_method, c.left_at,
                             c.exit_method, c.family, c.longest, c.maximum,
                             CASE WHEN c.left_at IS NULL THEN
                               coalesce((SELECT p.last_seen FROM presence p
                                          WHERE p.venue_id = c.venue_id
                                            AND p.person_id = c.person_id AND p.visit_id = c.id
                                            AND p.inside AND p.last_seen > p.since),
                                        c.last_seen)
                             ELSE c.last_seen END AS last_seen
                        FROM (%s) AS c
                       ORDER BY c.person_id, c.entered_at, c.id
                      OFFSET 0 ROWS) AS f) AS s
       ORDER BY s.person_id, s.entered_at, s.id
      """
          .formatted(CANDIDATES);

  private RingQuery() {}

  /** Hands on one visit after the other, each person's together; some may come twice. */
  static void run(
      Handle handle, List<SoughtPlace> sought, int atOnce, Consumer<TracedVisit> taker) {
    if (sought.isEmpty()) {
      return;
    }
    Instant first = earliest(sought, SoughtPlace::earliest);
    Instant oldest = earliest(sought, SoughtPlace::oldest);
    Instant last =
        sought.stream().map(one -> one.time().to()).max(Comparator.naturalOrder()).orElseThrow();
    ArrayQuery.of(handle, STATEMENT)
        .with("uuid", sought.stream().map(SoughtPlace::venue).toList())
        .with("uuid", sought.stream().map(one -> one.place().family()).toList())
        .with("integer", seconds(sought, PlaceRow::longestInFamily))
        .with("integer", seconds(sought, PlaceRow::maximum))
        .withTimes(sought.stream().map(SoughtPlace::oldest).toList())
        .withTimes(sought.stream().map(SoughtPlace::earliest).toList())
        .withTimes(sought.stream().map(SoughtPlace::fresh).toList())
        .withTimes(sought.stream().map(one -> one.time().from()).toList())
        .withTimes(sought.stream().map(one -> one.time().to()).toList())
        .with(oldest.minus(StayRules.LONGEST))
        .with(last.plus(StayRules.LONGEST))
        .with(first)
        .with(last)
        .with(oldest)
        .with(last)
        .with(oldest)
        .with(last)
        .each(atOnce, RingQuery::read, taker);
  }

  /** For when a stay ended at the latest it is all the same what was seen afterwards. */
  private static TracedVisit read(ResultSet row) throws SQLException {
    return new TracedVisit(
        VisitRow.read(row).visit(Optional.empty()),
        new Doubt(
            optionalText(row, "entry_doubt", Doubt.Kind::valueOf),
            optionalText(row, "exit_doubt", Doubt.Kind::valueOf)),
        new Stay.Afterwards(optionalInstant(row, "gone"), Optional.empty(), Optional.empty()));
  }

  private static List<Integer> seconds(
      List<SoughtPlace> sought, Function<PlaceRow, Duration> duration) {
    return sought.stream()
        .map(one -> Math.toIntExact(duration.apply(one.place()).toSeconds()))
        .toList();
  }

  private static Instant earliest(List<SoughtPlace> sought, Function<SoughtPlace, Instant> time) {
    return sought.stream().map(time).min(Comparator.naturalOrder()).orElseThrow();
  }
}
