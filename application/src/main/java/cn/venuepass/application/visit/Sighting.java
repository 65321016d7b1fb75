package cn.venuepass.application.visit;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;

/**
 * An observed passage of a person.
 *
 * @param family the venue's parent, or the venue itself if it has none
 */
public record Sighting(
    PersonId person, VenueId venue, VenueId family, Direction direction, Instant at) {}
