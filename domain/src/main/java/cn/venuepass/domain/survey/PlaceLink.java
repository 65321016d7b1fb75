package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;

/** That a surveyed place is a venue which somebody applied for, and how that is known. */
public record PlaceLink(VenueId venue, Ground ground, Instant at) {

  /** What a link rests on. */
  public enum Ground {
    /** Both have the same social credit code. */
    SAME_CODE,
    /** Name and address are so alike that nothing else comes near. */
    ALIKE,
    /** Somebody who knows the place said so. */
    BY_HAND
  }
}
