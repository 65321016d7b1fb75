package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.control.ControlTerm;
import cn.venuepass.persistence.ArrayQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What one statement reads of the people who pass: where they stand, and the control orders on
 * them.
 */
record PeopleRead(Map<PersonAtVenue, PresenceRow> presence, Map<UUID, List<ControlTerm>> orders) {

  /** Rows without a venue are control orders: since, last_seen and last_left are their term. */
  private static final String READ =
      PresenceRow.READ
          + """
            UNION ALL
            SELECT CAST(NULL AS uuid), o.person_id, FALSE, CAST(NULL AS uuid), o.approved_at,
                   o.expires_at, o.ended_at, CAST(NULL AS varchar), CAST(NULL AS varchar)
              FROM unnest(CAST(? AS uuid ARRAY)) AS passing(person)
              JOIN control_order o ON o.person_id = passing.person AND o.approved_at IS NOT NULL
            """;

  /**
   * Reads.
   *
   * @param keys whose presence is asked for
   * @param people whose orders are
   */
  static PeopleRead of(Handle handle, Collection<PersonAtVenue> keys, Collection<UUID> people) {
    var read = new PeopleRead(new HashMap<>(), new HashMap<>());
    ArrayQuery.of(handle, READ)
        .withAny("uuid", keys.stream().map(PersonAtVenue::venue).toList())
        .withAny("uuid", keys.stream().map(PersonAtVenue::person).toList())
        .with("uuid", people)
        .list(Row::read)
        .forEach(row -> row.addTo(read));
    return read;
  }

  /** Either of the two. */
  private record Row(UUID person, @Nullable PresenceRow presence, @Nullable ControlTerm order) {
    static Row read(ResultSet row) throws SQLException {
      UUID person = uuid(row, "person_id");
      return row.getObject("venue_id", UUID.class) == null
          ? new Row(
              person,
              null,
              new ControlTerm(
                  instant(row, "since"),
                  instant(row, "last_seen"),
                  optionalInstant(row, "last_left")))
          : new Row(person, PresenceRow.read(row), null);
    }

    void addTo(PeopleRead read) {
      if (presence != null) {
        read.presence().put(presence.key(), presence);
      } else if (order != null) {
        read.orders().computeIfAbsent(person, unknown -> new ArrayList<>()).add(order);
      }
    }
  }
}
