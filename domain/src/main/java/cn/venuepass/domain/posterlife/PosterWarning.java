package cn.venuepass.domain.posterlife;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Doubt;
import java.time.Instant;
import java.util.Optional;

/**
 * That the code of a poster may be scanned elsewhere than at its venue, in a span of time: an hour
 * for a burst, a day in China for two places. Nobody is blocked because of it.
 *
 * @param people how many people were behind the scans
 * @param firstAt the first of the scans
 */
public record PosterWarning(
    PosterWarningId id,
    PosterId poster,
    VenueId venue,
    Doubt.Kind kind,
    Instant from,
    Instant to,
    int people,
    Instant firstAt,
    Instant lastAt,
    Optional<Dismissal> dismissal) {

  /** That a supervisor found nothing in it. */
  public record Dismissal(StaffId by, DismissalReason reason, Instant at) {}
}
