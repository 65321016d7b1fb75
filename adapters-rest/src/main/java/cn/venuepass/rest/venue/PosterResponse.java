package cn.venuepass.rest.venue;

import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A poster with the URL that its code holds. */
public record PosterResponse(
    UUID id,
    Direction direction,
    @Nullable String label,
    String url,
    Instant issuedAt,
    @Nullable Instant revokedAt,
    @Nullable Instant downloadedAt,
    @Nullable Instant confirmedAt,
    @Nullable UUID replaces,
    @Nullable UUID replacedBy) {

  public static PosterResponse of(Poster poster, PosterLinks links) {
    return new PosterResponse(
        poster.id().value(),
        poster.direction(),
        poster.label().map(PosterLabel::text).orElse(null),
        links.urlOf(poster),
        poster.issuedAt(),
        poster.revokedAt().orElse(null),
        poster.hanging().downloadedAt().orElse(null),
        poster.hanging().confirmedAt().orElse(null),
        poster.succession().replaces().map(PosterId::value).orElse(null),
        poster.succession().replacedBy().map(PosterId::value).orElse(null));
  }
}
