package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;

/**
 * Which venues are locked; who locks them, and why, is no concern of those who look after venues.
 */
public interface VenueLocks {
  /** Whether an approved order holds on the venue, or on the parent that agreed to it. */
  boolean holdsOn(VenueId venue, Instant now);
}
