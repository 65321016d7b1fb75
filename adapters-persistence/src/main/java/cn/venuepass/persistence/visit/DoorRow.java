package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.persistence.venue.StayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What the store says of the door that a scan is for.
 *
 * @param poster the scanned poster, if there is one
 * @param capacity how many may be inside, 0 for any number
 */
record DoorRow(
    VisitedVenue venue,
    Direction direction,
    @Nullable UUID poster,
    boolean posterRevoked,
    VenueStatus status,
    boolean tracksExits,
    int capacity,
    StayRules stay) {
  private static final String VENUE_COLUMNS =
      """
      v.id AS venue_id, v.name, v.status, v.tracks_exits, COALESCE(v.capacity, 0) AS capacity,
      t.typical_stay_seconds, t.maximum_stay_seconds, t.reentry_gap_seconds
      """;

  static Optional<DoorRow> find(Handle handle, Scan scan) {
    return query(handle, scan.target()).map(DoorRow::read).findOne();
  }

  private static Query query(Handle handle, ScanTarget target) {
    if (target instanceof ScanTarget.AtPoster at) {
      return handle
          .createQuery(
              "SELECT "
                  + VENUE_COLUMNS
                  + """
                  , p.id AS poster_id, p.direction, p.revoked_at IS NOT NULL AS revoked
                    FROM poster p
                    JOIN venue v ON v.id = p.venue_id
                    JOIN venue_type t ON t.code = v.type_code
                   WHERE p.id = :poster
                  """)
          .bind("poster", at.poster().value());
    }
    var at = (ScanTarget.AtVenue) target;
    return handle
        .createQuery(
            "SELECT "
                + VENUE_COLUMNS
                + """
                , CAST(NULL AS uuid) AS poster_id, CAST(:direction AS varchar(3)) AS direction,
                  false AS revoked
                  FROM venue v
                  JOIN venue_type t ON t.code = v.type_code
                 WHERE v.id = :venue
                """)
        .bind("direction", at.direction().name())
        .bind("venue", at.venue().value());
  }

  private static DoorRow read(ResultSet row, StatementContext context) throws SQLException {
    return new DoorRow(
        new VisitedVenue(new VenueId(uuid(row, "venue_id")), new VenueName(row.getString("name"))),
        Direction.valueOf(row.getString("direction")),
        uuid(row, "poster_id"),
        row.getBoolean("revoked"),
        VenueStatus.valueOf(row.getString("status")),
        row.getBoolean("tracks_exits"),
        row.getInt("capacity"),
        StayColumns.read(row));
  }

  Door door(boolean full) {
    return new Door(status, posterRevoked, stay, tracksExits, full);
  }
}
