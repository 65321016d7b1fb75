package cn.venuepass.application.posterlife;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.posterlife.DismissalReason;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Doubt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How posters are used, and what is odd about it. No person is shown. */
public interface WatchPosters {

  /**
   * How a poster was scanned in the last days; for the venue's people, and those who oversee it.
   * Denied with NOT_FOUND, VENUE_NOT_APPROVED or {@link
   * cn.venuepass.application.Denial.ManagerNotActive}.
   *
   * @param days how many days, today among them, 1 to 400
   */
  Result<Activity> activity(Caller caller, VenueId venue, PosterId poster, int days);

  /**
   * The posters of the supervisor's jurisdiction that hang where nobody scans them.
   *
   * @param days for how many days they were not scanned, 1 to 400
   */
  Page<SilentPoster> listSilent(
      Caller.Staff supervisor, Narrowing narrowing, int days, PageRequest request);

  /** The warnings of the supervisor's jurisdiction that nobody dismissed, the latest first. */
  Page<FoundWarning> listWarnings(
      Caller.Staff supervisor, Narrowing narrowing, Optional<Doubt.Kind> kind, PageRequest request);

  /**
   * There is nothing in a warning, and no doubt about the scans because of it. Denied with
   * NOT_FOUND or WARNING_DISMISSED.
   */
  Result<PosterWarning> dismiss(
      Caller.Staff supervisor, PosterWarningId warning, DismissalReason reason);

  /**
   * How a poster was scanned.
   *
   * @param days those on which it was, in order
   * @param warnings those that nobody dismissed, the latest first
   */
  record Activity(
      List<PosterDay> days, Optional<Instant> lastScanAt, List<PosterWarning> warnings) {}
}
