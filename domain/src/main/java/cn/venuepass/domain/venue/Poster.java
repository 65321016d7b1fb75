package cn.venuepass.domain.venue;

import java.time.Instant;
import java.util.Optional;

/** One issued code of a venue, for one direction. A venue has many over time. */
public record Poster(
    PosterId id,
    VenueId venue,
    Direction direction,
    Optional<PosterLabel> label,
    Instant issuedAt,
    Optional<Instant> revokedAt) {

  public static Poster issued(
      PosterId id, VenueId venue, Direction direction, Optional<PosterLabel> label, Instant at) {
    return new Poster(id, venue, direction, label, at, Optional.empty());
  }

  public boolean isRevoked() {
    return revokedAt.isPresent();
  }
}
