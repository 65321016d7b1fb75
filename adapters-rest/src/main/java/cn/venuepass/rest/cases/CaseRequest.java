package cn.venuepass.rest.cases;

import cn.venuepass.application.cases.OpenCase;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a case begins with. */
record CaseRequest(
    @Nullable String idNumber,
    @Nullable String name,
    @Nullable String reference,
    @Nullable String purpose,
    @Nullable String onsetAt,
    @Nullable String sampledAt,
    @Nullable String isolatedAt) {

  OpenCase.Opening opening() {
    var fields = new Fields();
    var number = fields.required("idNumber", idNumber, ResidentIdNumber::new);
    var known = fields.optional("name", name, PersonName::new);
    var of = fields.required("reference", reference, Function.<String>identity());
    var why = fields.required("purpose", purpose, Function.<String>identity());
    var unused = fields.optional("onsetAt", onsetAt, Times::read);
    unused = fields.optional("sampledAt", sampledAt, Times::read);
    unused = fields.optional("isolatedAt", isolatedAt, Times::read);
    fields.verify();
    return new OpenCase.Opening(
        number.get(),
        known.get(),
        of.get(),
        why.get(),
        new IllnessRequest(onsetAt, sampledAt, isolatedAt).illness());
  }

  @Override
  public String toString() {
    return "CaseRequest[***]";
  }
}
