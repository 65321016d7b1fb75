package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.visit.Sighting;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The observed passages in the row of a visit: its entry, its exit, or both. */
final class SightingRows {
  private SightingRows() {}

  static List<Sighting> read(ResultSet row) throws SQLException {
    var person = new PersonId(uuid(row, "person_id"));
    var venue = new VenueId(uuid(row, "venue_id"));
    var family = new VenueId(uuid(row, "family"));
    List<Sighting> sightings = new ArrayList<>();
    if (row.getString("entry_method") != null) {
      sightings.add(new Sighting(person, venue, family, Direction.IN, instant(row, "entered_at")));
    }
    optionalInstant(row, "left_at")
        .ifPresent(left -> sightings.add(new Sighting(person, venue, family, Direction.OUT, left)));
    return sightings;
  }
}
