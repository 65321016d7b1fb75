package cn.venuepass.rest.cases;

import cn.venuepass.domain.cases.Illness;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import org.jspecify.annotations.Nullable;

/** What is known of when somebody was infectious. */
record IllnessRequest(
    @Nullable String onsetAt, @Nullable String sampledAt, @Nullable String isolatedAt) {

  Illness illness() {
    var fields = new Fields();
    var onset = fields.optional("onsetAt", onsetAt, Times::read);
    var sampled = fields.optional("sampledAt", sampledAt, Times::read);
    var isolated = fields.optional("isolatedAt", isolatedAt, Times::read);
    fields.verify();
    return new Illness(onset.get(), sampled.get(), isolated.get());
  }
}
