package cn.venuepass.application.inspection;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Inspections; each lies where its premises lay when it was made. */
public interface InspectionRepository {

  void add(Inspection inspection);

  /**
   * Stores the next version of an inspection with its latest step.
   *
   * @return false, with nothing changed, unless the stored revision is the one before
   */
  boolean replace(Inspection next);

  /** The inspection, whoever asks. */
  Optional<Inspection> find(InspectionId inspection);

  /** The inspection, if it lies in the jurisdiction. */
  Optional<Inspection> findWithin(InspectionId inspection, Jurisdiction jurisdiction);

  /**
   * The inspections of a jurisdiction: the newest first, or if those that are overdue are asked
   * for, the oldest due first.
   */
  Page<Inspection> listWithin(
      Jurisdiction jurisdiction, InspectionFilter filter, Instant now, PageRequest request);

  /** The inspections of a venue, the newest first. */
  Page<Inspection> listOf(VenueId venue, PageRequest request);

  /**
   * Counts the inspections that were made in that time, for each community and venue type; two
   * queries, however many there are.
   *
   * @param division only those of that division and everything below it
   */
  List<InspectionCount> count(
      Jurisdiction jurisdiction,
      Optional<DivisionCode> division,
      Instant from,
      Instant to,
      Instant now);
}
