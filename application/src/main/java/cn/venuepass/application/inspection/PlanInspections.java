package cn.venuepass.application.inspection;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.InspectionPlanId;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a supervisor means to inspect: drawn at random (双随机) or chosen. */
public interface PlanInspections {

  /**
   * Makes a plan. A draw of which nothing comes is denied with NOTHING_TO_INSPECT.
   *
   * @throws InvalidValue when the day is past or more than 90 days ahead
   */
  Result<InspectionPlan> plan(
      Caller.Staff supervisor,
      String name,
      Instant dueAt,
      Selection selection,
      Optional<CreationKey> key);

  /** The plans with premises in the jurisdiction, the newest first. */
  Page<InspectionPlanRepository.Listed> list(Caller.Staff supervisor, PageRequest request);

  /** A plan with its premises in the jurisdiction. */
  Result<InspectionPlan> view(Caller.Staff supervisor, InspectionPlanId plan);

  /** How the premises of a plan are found. */
  sealed interface Selection {}

  /**
   * At random among those of the jurisdiction.
   *
   * @param notInspectedFor leaves out what was inspected within so many days, 0 to 365
   */
  record Drawn(
      Optional<DivisionCode> division, Optional<VenueTypeCode> type, int count, int notInspectedFor)
      implements Selection {
    private static final int LONGEST = 365;

    public Drawn {
      if (count < 1 || count > InspectionPlan.MOST_ITEMS) {
        throw new InvalidValue("count", Rule.OUT_OF_RANGE);
      }
      if (notInspectedFor < 0 || notInspectedFor > LONGEST) {
        throw new InvalidValue("notInspectedForDays", Rule.OUT_OF_RANGE);
      }
    }
  }

  /** By name. */
  record Chosen(List<Premises.Target> targets) implements Selection {
    public Chosen {
      if (targets.isEmpty()) {
        throw new InvalidValue("targets", Rule.REQUIRED);
      }
      if (targets.size() > InspectionPlan.MOST_ITEMS) {
        throw new InvalidValue("targets", Rule.TOO_MANY);
      }
      targets = List.copyOf(targets);
    }
  }
}
