package cn.venuepass.rest.followup;

import cn.venuepass.application.followup.FollowContacts.Report;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of a step. */
record StepRequest(
    @Nullable String state,
    @Nullable String note,
    @Nullable String at,
    @Nullable Integer revision) {

  Report report() {
    var fields = new Fields();
    var told = fields.required("state", state, StepRequest::outcome);
    var words =
        fields.optional(
            "note", note, text -> PlainText.checked("note", text, FollowUpStep.LONGEST_NOTE));
    var when = fields.optional("at", at, Times::read);
    var seen = fields.optional("revision", revision, Function.<Integer>identity());
    fields.verify();
    return new Report(told.get(), words.get(), when.get(), seen.get());
  }

  private static FollowUpState outcome(String name) {
    FollowUpState state = Fields.oneOf(FollowUpState.class).apply(name);
    if (state == FollowUpState.NEW || state == FollowUpState.ASSIGNED) {
      throw new InvalidValue("state", Rule.UNKNOWN);
    }
    return state;
  }

  @Override
  public String toString() {
    return "StepRequest[***]";
  }
}
