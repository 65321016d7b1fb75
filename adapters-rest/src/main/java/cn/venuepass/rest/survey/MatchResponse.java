package cn.venuepass.rest.survey;

import cn.venuepass.application.survey.OfferedMatch;
import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place and a venue that may be the same, side by side. */
record MatchResponse(
    UUID placeId,
    PlaceResponse place,
    UUID venueId,
    VenueSignResponse venue,
    int score,
    Instant offeredAt) {

  static MatchResponse of(OfferedMatch match) {
    return new MatchResponse(
        match.place().id().value(),
        PlaceResponse.of(match.place()),
        match.venue().id().value(),
        VenueSignResponse.of(match.venue()),
        match.score(),
        match.offeredAt());
  }

  /** What stands on a venue's sign. */
  record VenueSignResponse(
      String name,
      String type,
      String communityCode,
      String address,
      @Nullable String socialCreditCode,
      VenueStatus status) {
    static VenueSignResponse of(AppliedVenue venue) {
      return new VenueSignResponse(
          venue.name().text(),
          venue.type().text(),
          venue.community().text(),
          venue.address().text(),
          venue.socialCreditCode().map(SocialCreditCode::text).orElse(null),
          venue.status());
    }
  }
}
