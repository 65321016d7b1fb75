package cn.venuepass.rest.control;

import cn.venuepass.application.control.MakeControlOrders.Named;
import cn.venuepass.application.control.MakeControlOrders.Proposal;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.control.ControlGrounds;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlRule;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import org.jspecify.annotations.Nullable;

/** What a controller proposes. */
record ControlOrderRequest(
    @Nullable String caseId,
    @Nullable TargetRequest target,
    @Nullable String rule,
    @Nullable String reason,
    @Nullable String evidence,
    @Nullable String expiresAt) {

  Proposal proposal() {
    var fields = new Fields();
    var underCase = fields.optional("caseId", caseId, text -> new CaseId(Fields.id(text)));
    var named = fields.required("target", target, TargetRequest::named);
    var by = fields.required("rule", rule, Fields.oneOf(ControlRule.class));
    var why = fields.required("reason", reason, ControlNote::new);
    var shown = fields.optional("evidence", evidence, ControlNote::new);
    var until = fields.required("expiresAt", expiresAt, Times::read);
    fields.verify();
    return new Proposal(
        named.get(),
        underCase.get(),
        new ControlGrounds(by.get(), why.get(), shown.get()),
        until.get());
  }

  @Override
  public String toString() {
    return "ControlOrderRequest[***]";
  }

  /** A venue by its id, or a person by their ID number. */
  record TargetRequest(@Nullable String type, @Nullable String venueId, @Nullable String idNumber) {
    private static Named named(TargetRequest target) {
      if (target.type() == null) {
        throw new InvalidValue("target", Rule.REQUIRED);
      }
      boolean person =
          Fields.oneOf(ControlTarget.Kind.class).apply(target.type()) == ControlTarget.Kind.PERSON;
      String name = person ? target.idNumber() : target.venueId();
      if (name == null || (target.idNumber() != null && target.venueId() != null)) {
        throw new InvalidValue("target", Rule.EXACTLY_ONE);
      }
      return person
          ? new Named.Person(new ResidentIdNumber(name))
          : new Named.Venue(new VenueId(Fields.id(name)));
    }

    @Override
    public String toString() {
      return "TargetRequest[***]";
    }
  }
}
