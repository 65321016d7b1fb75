package cn.venuepass.rest.inspection;

import cn.venuepass.application.inspection.InspectionPlanRepository;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.VenueId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan with what of it lies in the caller's jurisdiction. */
record PlanResponse(
    UUID id,
    String name,
    Instant madeAt,
    Instant dueAt,
    @Nullable DrawResponse draw,
    int count,
    int done,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ItemResponse> items) {

  static PlanResponse of(InspectionPlan plan) {
    int done = (int) plan.items().stream().filter(item -> item.done().isPresent()).count();
    return of(
        plan, plan.items().size(), done, plan.items().stream().map(ItemResponse::of).toList());
  }

  static PlanResponse of(InspectionPlanRepository.Listed listed) {
    return of(listed.plan(), listed.items(), listed.done(), null);
  }

  private static PlanResponse of(
      InspectionPlan plan, int count, int done, @Nullable List<ItemResponse> items) {
    return new PlanResponse(
        plan.id().value(),
        plan.name(),
        plan.madeAt(),
        plan.dueAt(),
        plan.drawn().map(DrawResponse::of).orElse(null),
        count,
        done,
        items);
  }

  /** All that is needed to repeat the draw, beside the candidates of that moment. */
  record DrawResponse(
      String seed, int wanted, int notInspectedForDays, int candidates, String fingerprint) {
    static DrawResponse of(InspectionPlan.Drawn drawn) {
      return new DrawResponse(
          drawn.draw().seed(),
          drawn.wanted(),
          drawn.notInspectedFor(),
          drawn.candidates(),
          drawn.fingerprint());
    }
  }

  /** Premises to inspect, and the inspection that did it. */
  record ItemResponse(
      @Nullable UUID venueId,
      @Nullable UUID placeId,
      String name,
      String type,
      String communityCode,
      @Nullable UUID inspectionId,
      @Nullable Instant doneAt) {
    static ItemResponse of(InspectionPlan.Item item) {
      Premises premises = item.premises();
      return new ItemResponse(
          premises.target().venue().map(VenueId::value).orElse(null),
          premises.target().place().map(SurveyPlaceId::value).orElse(null),
          premises.name().text(),
          premises.type().text(),
          premises.community().text(),
          item.done().map(done -> done.inspection().value()).orElse(null),
          item.done().map(InspectionPlan.Done::at).orElse(null));
    }
  }
}
