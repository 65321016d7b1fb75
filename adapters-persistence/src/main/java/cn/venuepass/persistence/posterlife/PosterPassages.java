package cn.venuepass.persistence.posterlife;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The passages by posters in a half-open interval, as a table of a query. Exits are found by the
 * entries of the longest stay before: no index follows them, so that closing a visit costs no more.
 */
final class PosterPassages {
  static final String TABLE =
      """
      (SELECT v.entry_poster_id AS poster_id, v.entered_at AS at, v.person_id, v.venue_id,
              v.entered_at AS begins, v.id AS visit_id, 'IN' AS direction
         FROM visit v
        WHERE v.entered_at >= :from AND v.entered_at < :to AND v.entry_poster_id IS NOT NULL
       UNION ALL
       SELECT v.exit_poster_id, v.left_at, v.person_id, v.venue_id, v.entered_at, v.id, 'OUT'
         FROM visit v
        WHERE v.entered_at >= :earliest AND v.entered_at < :to
          AND v.left_at >= :from AND v.left_at < :to AND v.exit_poster_id IS NOT NULL)
      """;

  private PosterPassages() {}

  static <S extends SqlStatement<S>> S bind(S statement, Instant from, Instant to) {
    return statement
        .bind("from", from)
        .bind("to", to)
        .bind("earliest", from.minus(StayRules.LONGEST));
  }

  static DoubtfulScan read(ResultSet row) throws SQLException {
    return new DoubtfulScan(
        new VenueId(uuid(row, "venue_id")),
        instant(row, "begins"),
        new VisitId(uuid(row, "visit_id")),
        Direction.valueOf(row.getString("direction")),
        instant(row, "at"));
  }
}
