package cn.venuepass.rest.inspection;

import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.InspectionStep;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An inspection; whoever was there is shown as a division or a department, never by name. */
record InspectionResponse(
    UUID id,
    @Nullable UUID venueId,
    @Nullable UUID placeId,
    String name,
    String type,
    String communityCode,
    Instant at,
    @Nullable String inspectedBy,
    List<FindingResponse> findings,
    Measure measure,
    @Nullable Instant dueAt,
    Inspection.State state,
    boolean overdue,
    List<StepResponse> steps,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PhotoResponse> photos) {

  static InspectionResponse of(Inspection inspection, Instant now) {
    return of(inspection, null, now);
  }

  static InspectionResponse withPhotos(Inspection inspection, List<Photo> photos, Instant now) {
    return of(inspection, photos.stream().map(PhotoResponse::of).toList(), now);
  }

  private static InspectionResponse of(
      Inspection inspection, @Nullable List<PhotoResponse> photos, Instant now) {
    Premises premises = inspection.premises();
    return new InspectionResponse(
        inspection.id().value(),
        premises.target().venue().map(VenueId::value).orElse(null),
        premises.target().place().map(SurveyPlaceId::value).orElse(null),
        premises.name().text(),
        premises.type().text(),
        premises.community().text(),
        inspection.at(),
        inspection.division().map(DivisionCode::text).orElse(null),
        inspection.findings().all().stream().map(FindingResponse::of).toList(),
        inspection.order().measure(),
        inspection.order().dueAt().orElse(null),
        inspection.state(),
        inspection.isOverdue(now),
        inspection.steps().stream().map(StepResponse::of).toList(),
        photos);
  }

  @Override
  public String toString() {
    return "InspectionResponse[" + id + "]";
  }

  /** How one item of the checklist was found. */
  record FindingResponse(ChecklistItem item, Finding.Result result, @Nullable String note) {
    static FindingResponse of(Finding finding) {
      return new FindingResponse(
          finding.item(), finding.result(), finding.note().map(InspectionNote::text).orElse(null));
    }

    @Override
    public String toString() {
      return "FindingResponse[***]";
    }
  }

  /** A step in the life of an inspection. */
  record StepResponse(
      InspectionStep.Kind kind,
      InspectionStep.By by,
      Instant at,
      @Nullable String note,
      @Nullable Instant dueAt) {
    static StepResponse of(InspectionStep step) {
      return new StepResponse(
          step.kind(),
          step.kind().by(),
          step.at(),
          step.note().map(InspectionNote::text).orElse(null),
          step.dueAt().orElse(null));
    }

    @Override
    public String toString() {
      return "StepResponse[***]";
    }
  }

  /** A photo without its content. */
  record PhotoResponse(UUID id, InspectionStep.By by, Instant at) {
    static PhotoResponse of(Photo photo) {
      return new PhotoResponse(photo.id().value(), photo.by(), photo.at());
    }
  }
}
