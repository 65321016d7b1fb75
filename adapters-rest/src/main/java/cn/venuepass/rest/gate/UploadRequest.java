package cn.venuepass.rest.gate;

import cn.venuepass.application.gate.UploadRegistrations;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.rest.json.Fields;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a device kept while its gate had no network; the items are read one by one. */
record UploadRequest(@Nullable String deviceId, @Nullable List<JsonNode> items) {

  UploadedItems read(InstantSource clock) {
    var fields = new Fields();
    var device = fields.required("deviceId", deviceId, DeviceId::new);
    var nodes = fields.required("items", items, UploadRequest::notTooMany);
    fields.verify();
    return UploadedItems.read(device.get(), nodes.get(), clock);
  }

  private static List<JsonNode> notTooMany(List<JsonNode> items) {
    if (items.size() > UploadRegistrations.MOST) {
      throw new InvalidValue("items", Rule.TOO_MANY);
    }
    return items;
  }

  @Override
  public String toString() {
    return "UploadRequest[***]";
  }
}
