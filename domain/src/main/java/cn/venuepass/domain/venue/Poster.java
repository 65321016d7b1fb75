package cn.venuepass.domain.venue;

import java.time.Instant;
import java.util.Optional;

/**
 * One issued code of a venue, for one direction. A venue has many over time.
 *
 * @param revokedAt from when on it is refused, which may lie ahead
 */
public record Poster(
    PosterId id,
    VenueId venue,
    Direction direction,
    Optional<PosterLabel> label,
    Instant issuedAt,
    Optional<Instant> revokedAt,
    Hanging hanging,
    Succession succession) {

  /**
   * What says that the poster hangs at the door.
   *
   * @param downloadedAt when the venue's people first fetched it to print it
   * @param confirmedAt when somebody last saw it there
   */
  public record Hanging(Optional<Instant> downloadedAt, Optional<Instant> confirmedAt) {
    public static final Hanging UNKNOWN = new Hanging(Optional.empty(), Optional.empty());
  }

  /**
   * Which poster came before it at its place, and which one after it.
   *
   * @param replaces the poster instead of which it was issued
   * @param replacedBy the poster that was issued instead of it
   */
  public record Succession(Optional<PosterId> replaces, Optional<PosterId> replacedBy) {
    public static final Succession NONE = new Succession(Optional.empty(), Optional.empty());
  }

  public static Poster issued(
      PosterId id, VenueId venue, Direction direction, Optional<PosterLabel> label, Instant at) {
    return new Poster(
        id, venue, direction, label, at, Optional.empty(), Hanging.UNKNOWN, Succession.NONE);
  }

  /**
   * A poster to hang instead of this one, of the same direction.
   *
   * @param other its label, unless it gets this one's
   */
  public Poster successor(PosterId fresh, Optional<PosterLabel> other, Instant at) {
    return new Poster(
        fresh,
        venue,
        direction,
        other.or(() -> label),
        at,
        Optional.empty(),
        Hanging.UNKNOWN,
        new Succession(Optional.of(id), Optional.empty()));
  }

  public boolean isRevokedAt(Instant time) {
    return revokedAt.filter(revoked -> !time.isBefore(revoked)).isPresent();
  }
}
