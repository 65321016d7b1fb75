package cn.venuepass.rest.inspection;

import cn.venuepass.application.inspection.PlanInspections.Chosen;
import cn.venuepass.application.inspection.PlanInspections.Drawn;
import cn.venuepass.application.inspection.PlanInspections.Selection;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.inspection.Premises.Target;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A draw with {@code count}, or a choice with {@code targets}. */
record PlanRequest(
    @Nullable String name,
    @Nullable String dueAt,
    @Nullable Integer count,
    @Nullable String division,
    @Nullable String type,
    @Nullable Integer notInspectedForDays,
    @Nullable List<@Nullable TargetRequest> targets) {

  /** What is wished for. */
  record Wish(String name, Instant dueAt, Selection selection) {}

  /** A venue or a place. */
  record TargetRequest(@Nullable String venueId, @Nullable String placeId) {
    Target target() {
      var fields = new Fields();
      var target = TargetFields.read(fields, venueId, placeId);
      fields.verify();
      return target.orElseThrow();
    }
  }

  Wish wish() {
    var fields = new Fields();
    var title = fields.required("name", name, Function.<String>identity());
    var due = fields.required("dueAt", dueAt, Times::read);
    boolean unused = fields.exactlyOne(List.of("count", "targets"), count, targets);
    var place = fields.optional("division", division, DivisionCode::new);
    var kind = fields.optional("type", type, VenueTypeCode::new);
    fields.verify();
    List<@Nullable TargetRequest> chosen = targets;
    Selection selection =
        chosen != null
            ? new Chosen(chosen.stream().map(PlanRequest::target).toList())
            : new Drawn(
                place.get(),
                kind.get(),
                Objects.requireNonNullElse(count, 0),
                Objects.requireNonNullElse(notInspectedForDays, 0));
    return new Wish(title.get(), due.get(), selection);
  }

  private static Target target(@Nullable TargetRequest raw) {
    if (raw == null) {
      throw new InvalidValue("targets", Rule.REQUIRED);
    }
    return raw.target();
  }
}
