package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.control.ControlTerm;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.Controls;
import cn.venuepass.domain.visit.Door;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.persistence.ArrayQuery;
import cn.venuepass.persistence.venue.StayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the store says of the door that a scan is for.
 *
 * @param parent the venue that this one is a part of
 * @param poster the scanned poster, if there is one
 * @param capacity how many may be inside, 0 for any number
 * @param locks the control orders on the venue and its parent
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
    StayRules stay,
    List<ControlTerm> locks) {
  private static final String VENUE_COLUMNS =
      """
      v.id AS venue_id, v.name, v.status, v.ever_approved, v.decided_at, v.tracks_exits,
      CASE WHEN v.parent_agreed THEN v.parent_id END AS parent_id,
      COALESCE(v.capacity, 0) AS capacity,
      t.typical_stay_seconds, t.maximum_stay_seconds, t.reentry_gap_seconds,
      o.approved_at AS locked_from, o.expires_at AS locked_until, o.ended_at AS lock_lifted_at
      """;
  private static final String LOCKS =
      """
            LEFT JOIN control_order o
              ON o.approved_at IS NOT NULL
             AND (o.venue_id = v.id OR o.venue_id = CASE WHEN v.parent_agreed THEN v.parent_id END)
      """;
  private static final String BY_POSTER =
      "SELECT "
          + VENUE_COLUMNS
          + """
          , p.id AS poster_id, p.direction, p.revoked_at
            FROM unnest(CAST(? AS uuid ARRAY)) AS asked(id)
            JOIN poster p ON p.id = asked.id
            JOIN venue v ON v.id = p.venue_id
            JOIN venue_type t ON t.code = v.type_code
          """
          + LOCKS;
  private static final String BY_VENUE =
      "SELECT "
          + VENUE_COLUMNS
          + """
            FROM unnest(CAST(? AS uuid ARRAY)) AS asked(id)
            JOIN venue v ON v.id = asked.id
            JOIN venue_type t ON t.code = v.type_code
          """
          + LOCKS;

  /** The doors that there are, of those that scans are for. */
  static Map<ScanTarget, DoorRow> of(Handle handle, Collection<ScanTarget> targets) {
    Map<ScanTarget, DoorRow> doors = new HashMap<>();
    Set<UUID> posters = new HashSet<>();
    Map<UUID, Set<ScanTarget>> byVenue = new HashMap<>();
    for (ScanTarget target : targets) {
      if (target instanceof ScanTarget.AtPoster at) {
        posters.add(at.poster().value());
      } else {
        byVenue.computeIfAbsent(venueOf(target), venue -> new HashSet<>()).add(target);
      }
    }
    ArrayQuery.of(handle, BY_POSTER)
        .with("uuid", posters)
        .list(DoorRow::readWithPoster)
        .forEach(
            door ->
                doors.merge(
                    new ScanTarget.AtPoster(new PosterId(requireNonNull(door.poster()))),
                    door,
                    DoorRow::with));
    ArrayQuery.of(handle, BY_VENUE)
        .with("uuid", byVenue.keySet())
        .list(row -> read(row, Direction.IN, null, Optional.empty()))
        .forEach(
            door ->
                requireNonNull(byVenue.get(door.venueId()))
                    .forEach(
                        target ->
                            doors.merge(target, door.towards(directionOf(target)), DoorRow::with)));
    return doors;
  }

  private static UUID venueOf(ScanTarget target) {
    return (target instanceof ScanTarget.AtVenue at
            ? at.venue()
            : ((ScanTarget.OutOfVisit) target).venue())
        .value();
  }

  private static Direction directionOf(ScanTarget target) {
    return target instanceof ScanTarget.AtVenue at ? at.direction() : Direction.OUT;
  }

  private static DoorRow readWithPoster(ResultSet row) throws SQLException {
    return read(
        row,
        Direction.valueOf(row.getString("direction")),
        uuid(row, "poster_id"),
        optionalInstant(row, "revoked_at"));
  }

  private static DoorRow read(
      ResultSet row, Direction direction, @Nullable UUID poster, Optional<Instant> posterRevokedAt)
      throws SQLException {
    return new DoorRow(
        new VisitedVenue(new VenueId(uuid(row, "venue_id")), new VenueName(row.getString("name"))),
        uuid(row, "parent_id"),
        direction,
        poster,
        posterRevokedAt,
        state(row),
        row.getBoolean("tracks_exits"),
        row.getInt("capacity"),
        StayColumns.read(row),
        locks(row));
  }

  /** A row holds one of the orders on its door, if there are some. */
  private static List<ControlTerm> locks(ResultSet row) throws SQLException {
    Optional<Instant> from = optionalInstant(row, "locked_from");
    return from.isEmpty()
        ? List.of()
        : List.of(
            new ControlTerm(
                from.get(), instant(row, "locked_until"), optionalInstant(row, "lock_lifted_at")));
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

  UUID venueId() {
    return venue.id().value();
  }

  /** Whether somebody who comes in counts against a capacity. */
  boolean limitsRoom() {
    return capacity > 0 && direction == Direction.IN;
  }

  Door door(Door.Room room, List<ControlTerm> onParty) {
    return new Door(state, posterRevokedAt, stay, tracksExits, room, new Controls(locks, onParty));
  }

  /** The same door with the orders of another of its rows. */
  private DoorRow with(DoorRow other) {
    return new DoorRow(
        venue,
        parent,
        direction,
        poster,
        posterRevokedAt,
        state,
        tracksExits,
        capacity,
        stay,
        Stream.concat(locks.stream(), other.locks.stream()).toList());
  }

  private DoorRow towards(Direction other) {
    return new DoorRow(
        venue, parent, other, poster, posterRevokedAt, state, tracksExits, capacity, stay, locks);
  }
}
