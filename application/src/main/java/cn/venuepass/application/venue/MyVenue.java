package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.Venue;

/** A venue with what the caller is to it. */
public record MyVenue(Venue venue, VenueRole role) {
  public boolean isApplicant() {
    return role instanceof VenueRole.Applicant;
  }
}
