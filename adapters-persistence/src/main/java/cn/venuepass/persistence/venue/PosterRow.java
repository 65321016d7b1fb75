package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a poster stands in its row {@code p}. */
public final class PosterRow {
  public static final String COLUMNS =
      """
      p.id, p.venue_id, p.direction, p.label, p.issued_at, p.revoked_at, p.downloaded_at,
      p.confirmed_at, p.replaces,
      (SELECT n.id FROM poster n WHERE n.replaces = p.id) AS replaced_by
      """;

  private PosterRow() {}

  public static Poster read(ResultSet row) throws SQLException {
    return new Poster(
        new PosterId(uuid(row, "id")),
        new VenueId(uuid(row, "venue_id")),
        Direction.valueOf(row.getString("direction")),
        optionalText(row, "label", PosterLabel::new),
        instant(row, "issued_at"),
        optionalInstant(row, "revoked_at"),
        new Poster.Hanging(
            optionalInstant(row, "downloaded_at"), optionalInstant(row, "confirmed_at")),
        new Poster.Succession(
            optionalId(row, "replaces", PosterId::new),
            optionalId(row, "replaced_by", PosterId::new)));
  }
}
