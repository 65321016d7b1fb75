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

  /**
   * Adds a poster that replaces another one.
   *
   * @return false, with nothing changed, if the other one was replaced already
   */
  boolean addSuccessor(Poster poster);

  Optional<Poster> find(VenueId venue, PosterId poster);

  /** All posters of a venue, revoked ones too, in the order in which they were issued. */
  List<Poster> listOf(VenueId venue);

  /**
   * Revokes a poster for good, from that time on, which may lie ahead; the earliest time counts.
   *
   * @return false when the venue has no such poster
   */
  boolean revoke(VenueId venue, PosterId poster, Instant at);

  /** Notes that a poster was downloaded to be printed; the first time counts. */
  void noteDownload(VenueId venue, PosterId poster, Instant at);

  /**
   * Notes that somebody saw the poster at the door; the latest time counts.
   *
   * @return false when the venue has no such poster, or it is revoked at that time
   */
  boolean confirm(VenueId venue, PosterId poster, Instant at);

  /** What somebody sees who opens the poster's URL now, of a removed venue too. */
  Optional<PosterLanding> landing(PosterId poster, Instant now);
}
