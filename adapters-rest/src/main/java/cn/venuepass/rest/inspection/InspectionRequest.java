package cn.venuepass.rest.inspection;

import cn.venuepass.application.inspection.InspectVenues;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Findings;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a supervisor found, and what follows from it. */
record InspectionRequest(
    @Nullable String venueId,
    @Nullable String placeId,
    @Nullable List<@Nullable FindingRequest> findings,
    @Nullable String measure,
    @Nullable String dueAt) {

  InspectVenues.Report report() {
    var fields = new Fields();
    var target = TargetFields.read(fields, venueId, placeId);
    var found = fields.required("findings", findings, InspectionRequest::findings);
    var ordered = fields.required("measure", measure, Fields.oneOf(Measure.class));
    var due = fields.optional("dueAt", dueAt, Times::read);
    fields.verify();
    return new InspectVenues.Report(target.orElseThrow(), found.get(), ordered.get(), due.get());
  }

  private static Findings findings(List<@Nullable FindingRequest> raw) {
    return new Findings(raw.stream().map(InspectionRequest::finding).toList());
  }

  private static Finding finding(@Nullable FindingRequest raw) {
    if (raw == null || raw.item() == null || raw.result() == null) {
      throw new InvalidValue("findings", Rule.REQUIRED);
    }
    return new Finding(
        Fields.oneOf(ChecklistItem.class).apply(raw.item()),
        Fields.oneOf(Finding.Result.class).apply(raw.result()),
        Optional.ofNullable(raw.note()).map(InspectionNote::new));
  }

  @Override
  public String toString() {
    return "InspectionRequest[***]";
  }

  record FindingRequest(@Nullable String item, @Nullable String result, @Nullable String note) {
    @Override
    public String toString() {
      return "FindingRequest[***]";
    }
  }
}
