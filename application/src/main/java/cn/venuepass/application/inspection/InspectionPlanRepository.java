package cn.venuepass.application.inspection;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.InspectionPlanId;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Plans of inspections. A plan is there for whoever answers for some of its premises, with those
 * only.
 */
public interface InspectionPlanRepository {

  /**
   * The premises from which a plan is drawn, each once: approved venues, and places that a survey
   * found and that are not linked to one.
   */
  List<Premises> candidates(Jurisdiction jurisdiction, Candidates which);

  void add(InspectionPlan plan);

  Optional<InspectionPlan> findWithin(InspectionPlanId plan, Jurisdiction jurisdiction);

  /** The plans of the jurisdiction, the newest first. */
  Page<Listed> listWithin(Jurisdiction jurisdiction, PageRequest request);

  /** Marks what is open at these premises as done, in every plan. */
  void tick(Collection<Premises.Target> targets, InspectionPlan.Done done);

  /**
   * Which premises of the jurisdiction; whatever is absent does not matter.
   *
   * @param notInspectedSince none that was inspected then or later
   */
  record Candidates(
      Optional<DivisionCode> division,
      Optional<VenueTypeCode> type,
      Optional<Instant> notInspectedSince) {}

  /**
   * A plan without its items.
   *
   * @param items how many of them the jurisdiction has
   * @param done how many of those are done
   */
  record Listed(InspectionPlan plan, int items, int done) {}
}
