package cn.venuepass.application.directory;

import cn.venuepass.application.Result;
import cn.venuepass.application.directory.VenueDirectory.Waiting;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.survey.Duplicate;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;

/** What a reviewer has to know before deciding about applications of the own jurisdiction. */
public interface PrepareReview {

  /**
   * The other venues of the jurisdiction that may be the same as this one, the most alike first, at
   * most {@link Duplicate#MOST}. Nothing personal is shown, so no look is noted.
   */
  Result<List<Likely>> duplicates(Caller.Staff reviewer, VenueId venue);

  /** Where applications wait, the community that waits the longest first. */
  List<Waiting> waiting(Caller.Staff reviewer);

  /**
   * A venue that may be the same as another.
   *
   * @param score how alike they are, 0 to 100
   */
  record Likely(ListedVenue venue, int score, PlaceLink.Ground ground) {}
}
