package cn.venuepass.application.venue;

import java.time.Instant;

/** What somebody is to a venue. */
public sealed interface VenueRole {
  /** Applied for it; holds a manager's rights from the start. */
  record Applicant() implements VenueRole {}

  /** Was added as manager, with rights from that moment. */
  record Manager(Instant activeFrom) implements VenueRole {}

  /** Reviews applications where it lies. */
  record Reviewer() implements VenueRole {}
}
