package cn.venuepass.application.directory;

import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/**
 * A venue as staff find it: nothing about people.
 *
 * @param parent the venue that it names as its parent
 * @param appliedAt when it was sent for review, the last time
 */
public record ListedVenue(
    AppliedVenue sign,
    Optional<VenueId> parent,
    boolean tracksExits,
    Optional<Capacity> capacity,
    Instant appliedAt,
    Optional<Instant> decidedAt) {

  public static ListedVenue of(Venue venue) {
    VenueDetails details = venue.details();
    return new ListedVenue(
        new AppliedVenue(
            venue.id(),
            details.name(),
            details.type(),
            details.community(),
            details.address(),
            details.socialCreditCode(),
            venue.state().status()),
        details.parent(),
        details.tracksExits(),
        details.capacity(),
        venue.appliedAt(),
        venue.state().decidedAt());
  }

  public VenueId id() {
    return sign.id();
  }
}
