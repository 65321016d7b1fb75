package cn.venuepass.domain.coverage;

import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.VenueId;
import java.util.Optional;
import java.util.UUID;

/** What lacks something: a surveyed place with its venue, if it has one, or a venue alone. */
public record Subject(Optional<SurveyPlaceId> place, Optional<VenueId> venue) {
  public Subject {
    if (place.isEmpty() && venue.isEmpty()) {
      throw new IllegalArgumentException("neither a place nor a venue");
    }
  }

  /** By this it is told apart: at one time it lacks one thing. */
  public UUID key() {
    return place.map(SurveyPlaceId::value).or(() -> venue.map(VenueId::value)).orElseThrow();
  }
}
