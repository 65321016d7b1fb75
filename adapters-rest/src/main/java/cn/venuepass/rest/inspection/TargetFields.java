package cn.venuepass.rest.inspection;

import cn.venuepass.domain.inspection.Premises.OfPlace;
import cn.venuepass.domain.inspection.Premises.OfVenue;
import cn.venuepass.domain.inspection.Premises.Target;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.json.Fields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code venueId} or {@code placeId}, of which exactly one must be there. */
final class TargetFields {
  private static final String VENUE = "venueId";
  private static final String PLACE = "placeId";

  private TargetFields() {}

  /** The target, once {@code fields} are verified. */
  static Optional<Target> read(Fields fields, @Nullable String venueId, @Nullable String placeId) {
    if (!fields.exactlyOne(List.of(VENUE, PLACE), venueId, placeId)) {
      return Optional.empty();
    }
    var venue = fields.optional(VENUE, venueId, Fields::id);
    var place = fields.optional(PLACE, placeId, Fields::id);
    return Optional.ofNullable(venue.value())
        .flatMap(id -> id)
        .<Target>map(id -> new OfVenue(new VenueId(id)))
        .or(
            () ->
                Optional.ofNullable(place.value())
                    .flatMap(id -> id)
                    .map(id -> new OfPlace(new SurveyPlaceId(id))));
  }
}
