package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The posters of venues. */
public interface PosterRepository {

  void add(Poster poster);

  Optional<Poster> find(VenueId venue, PosterId poster);

  /** All posters of a venue, revoked ones too, in the order in which they were issued. */
  List<Poster> listOf(VenueId venue);

  /**
   * Revokes a poster for good; the first time counts.
   *
   * @return false when the venue has no such poster
   */
  boolean revoke(VenueId venue, PosterId poster, Instant at);

  /** What somebody sees who opens the poster's URL, of a removed venue too. */
  Optional<PosterLanding> landing(PosterId poster);
}
