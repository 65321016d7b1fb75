package cn.venuepass.rest.survey;

import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.SocialCreditCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A surveyed place.
 *
 * @param venueId the venue that it is, if that is known
 * @param linkGround what that rests on
 */
public record PlaceResponse(
    UUID id,
    String name,
    String type,
    String communityCode,
    String address,
    @Nullable String socialCreditCode,
    Instant surveyedAt,
    @Nullable UUID venueId,
    PlaceLink.@Nullable Ground linkGround,
    @Nullable Instant linkedAt) {

  public static PlaceResponse of(SurveyPlace place) {
    var details = place.details();
    return new PlaceResponse(
        place.id().value(),
        details.name().text(),
        details.type().text(),
        details.community().text(),
        details.address().text(),
        details.socialCreditCode().map(SocialCreditCode::text).orElse(null),
        place.surveyedAt(),
        place.link().map(link -> link.venue().value()).orElse(null),
        place.link().map(PlaceLink::ground).orElse(null),
        place.link().map(PlaceLink::at).orElse(null));
  }
}
