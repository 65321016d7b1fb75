package cn.venuepass.rest.posterlife;

import cn.venuepass.application.posterlife.SilentPoster;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.rest.visit.ScanResponse.VenueReference;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A poster that nobody scans, and where it hangs. */
public record SilentPosterResponse(
    UUID posterId,
    VenueReference venue,
    String communityCode,
    Direction direction,
    @Nullable String label,
    Instant issuedAt,
    @Nullable Instant downloadedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant lastScanAt) {
  public static SilentPosterResponse of(SilentPoster silent) {
    return new SilentPosterResponse(
        silent.poster().id().value(),
        VenueReference.of(new VisitedVenue(silent.poster().venue(), silent.venueName())),
        silent.community().text(),
        silent.poster().direction(),
        silent.poster().label().map(PosterLabel::text).orElse(null),
        silent.poster().issuedAt(),
        silent.poster().hanging().downloadedAt().orElse(null),
        silent.poster().hanging().confirmedAt().orElse(null),
        silent.lastScanAt().orElse(null));
  }
}
