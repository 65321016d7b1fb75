package cn.venuepass.application.coverage;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;

/** What a supervisor wants to see of what they may see; all of it where nothing is named. */
public record CoverageFilter(
    Optional<DivisionCode> division, Optional<VenueTypeCode> type, Optional<String> department) {
  public static final CoverageFilter ALL =
      new CoverageFilter(Optional.empty(), Optional.empty(), Optional.empty());

  public static CoverageFilter of(DivisionCode division) {
    return new CoverageFilter(Optional.of(division), Optional.empty(), Optional.empty());
  }
}
