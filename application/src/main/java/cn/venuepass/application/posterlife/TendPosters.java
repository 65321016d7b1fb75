package cn.venuepass.application.posterlife;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Overlap;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/** What a venue's people do about posters that hang. */
public interface TendPosters {

  /**
   * The poster hangs at the door. Denied with NOT_FOUND, POSTER_REVOKED or {@link
   * cn.venuepass.application.Denial.ManagerNotActive}.
   *
   * @param at when it was seen there, if not now
   * @throws cn.venuepass.domain.InvalidValue when that is ahead, or before it was issued
   */
  Result<Poster> confirm(
      Caller.Resident manager, VenueId venue, PosterId poster, Optional<Instant> at);

  /**
   * Issues a poster of the same direction instead of that one, which still works for a while, so
   * that there is time to hang the new one. Denied with NOT_FOUND, VENUE_NOT_APPROVED,
   * POSTER_REVOKED, or POSTER_REPLACED.
   *
   * @param label the new one's label, unless it gets the old one's
   */
  Result<Poster> replace(
      Caller.Resident applicant,
      VenueId venue,
      PosterId poster,
      Optional<PosterLabel> label,
      Overlap overlap,
      Optional<CreationKey> key);
}
