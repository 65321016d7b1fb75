package cn.venuepass.rest.directory;

import cn.venuepass.application.directory.ListedVenue;
import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A venue as staff find it, without anything personal. */
record ListedVenueResponse(
    UUID id,
    String name,
    String type,
    String communityCode,
    String address,
    @Nullable String socialCreditCode,
    VenueStatus status,
    @Nullable UUID parentVenueId,
    @Nullable Integer capacity,
    boolean tracksExits,
    Instant appliedAt,
    @Nullable Instant decidedAt) {

  static ListedVenueResponse of(ListedVenue venue) {
    AppliedVenue sign = venue.sign();
    return new ListedVenueResponse(
        sign.id().value(),
        sign.name().text(),
        sign.type().text(),
        sign.community().text(),
        sign.address().text(),
        sign.socialCreditCode().map(SocialCreditCode::text).orElse(null),
        sign.status(),
        venue.parent().map(VenueId::value).orElse(null),
        venue.capacity().map(Capacity::people).orElse(null),
        venue.tracksExits(),
        venue.appliedAt(),
        venue.decidedAt().orElse(null));
  }
}
