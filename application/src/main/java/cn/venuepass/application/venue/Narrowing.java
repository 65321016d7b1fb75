package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;

/**
 * What of a jurisdiction is asked for.
 *
 * @param division only what lies in it or below it
 */
public record Narrowing(Optional<DivisionCode> division, Optional<VenueTypeCode> type) {
  public static final Narrowing NONE = new Narrowing(Optional.empty(), Optional.empty());
}
