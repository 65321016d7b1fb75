package cn.venuepass.application.posterlife;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.visit.Doubt;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Warnings about posters, and the scans that they make doubtful. */
public interface PosterWarningRepository {

  /**
   * Stores a warning and its doubtful scans. A warning of the same poster and kind from the same
   * time on is one and the same: it gets the new numbers and further scans, unless it was
   * dismissed; then nothing changes. Not for several callers at once.
   */
  void store(PosterWarning warning, Collection<DoubtfulScan> scans);

  Optional<PosterWarning> findWithin(PosterWarningId warning, Jurisdiction jurisdiction);

  /**
   * Stores that the warning was dismissed; its scans are no longer doubtful because of it.
   *
   * @return false, with nothing changed, if it was dismissed already
   */
  boolean dismiss(PosterWarningId warning, PosterWarning.Dismissal dismissal);

  /** Those of the jurisdiction that were not dismissed, the latest first. */
  Page<FoundWarning> list(
      Jurisdiction jurisdiction,
      Narrowing narrowing,
      Optional<Doubt.Kind> kind,
      PageRequest request);

  /** Those about the poster that were not dismissed, the latest first. */
  List<PosterWarning> listOf(PosterId poster);
}
