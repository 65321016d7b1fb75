package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.persistence.venue.StayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What the store says of the door that a scan is for.
 *
 * @param parent the venue that this one is a part of
 * @param poster the scanned poster, if there is one
 * @param capacity how many may be inside, 0 for any number
 */
record DoorRow(
    VisitedVenue venue,
    @Nullable UUID parent,
    Direction direction,
    @Nullable UUID poster,
    Optional<Instant> posterRevokedAt,
    VenueState state,
    boolean tracksExits,
    int capacity,
    StayRules stay) {
  private static final String VENUE_COLUMNS =
      """
      v.id AS venue_id, v.name, v.status, v.ever_approved, v.decided_at, v.tracks_exits,
      CASE WHEN v.parent_agreed THEN v.parent_id END AS parent_id,
      COALESCE(v.capacity, 0) AS capacity,
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
                  , p.id AS poster_id, p.direction, p.revoked_at
                    FROM poster p
                    JOIN venue v ON v.id = p.venue_id
                    JOIN venue_type t ON t.code = v.type_code
                   WHERE p.id = :poster
                  """)
          .bind("poster", at.poster().value());
    }
    return target instanceof ScanTarget.AtVenue at
        ? ofVenue(handle, at.venue(), at.direction())
        : ofVenue(handle, ((ScanTarget.OutOfVisit) target).venue(), Direction.OUT);
  }

  private static Query ofVenue(Handle handle, VenueId venue, Direction direction) {
    return handle
        .createQuery(
            "SELECT "
                + VENUE_COLUMNS
                + """
                , CAST(NULL AS uuid) AS poster_id, CAST(:direction AS varchar(3)) AS direction,
                  CAST(NULL AS timestamp with time zone) AS revoked_at
                  FROM venue v
                  JOIN venue_type t ON t.code = v.type_code
                 WHERE v.id = :venue
                """)
        .bind("direction", direction.name())
        .bind("venue", venue.value());
  }

  private static DoorRow read(ResultSet row, StatementContext context) throws SQLException {
    return new DoorRow(
        new VisitedVenue(new VenueId(uuid(row, "venue_id")), new VenueName(row.getString("name"))),
        uuid(row, "parent_id"),
        Direction.valueOf(row.getString("direction")),
        uuid(row, "poster_id"),
        optionalInstant(row, "revoked_at"),
        state(row),
        row.getBoolean("tracks_exits"),
        row.getInt("capacity"),
        StayColumns.read(row));
  }

  /** The state as far as a door asks for it: nobody passes before approval, whatever the reason. */
  private static VenueState state(ResultSet row) throws SQLException {
    return switch (VenueStatus.valueOf(row.getString("status"))) {
      case APPROVED -> new VenueState.Approved(instant(row, "decided_at"));
      case REMOVED ->
          new VenueState.Removed(instant(row, "decided_at"), row.getBoolean("ever_approved"));
      case PENDING, REJECTED -> new VenueState.Pending();
    };
  }

  VenueId id() {
    return venue.id();
  }

  Door door(Door.Room room) {
    return new Door(state, posterRevokedAt, stay, tracksExits, room);
  }
}
