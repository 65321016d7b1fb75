package cn.venuepass.rest.venue;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.json.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The venues that a reviewer approves at once, 1 to 50. */
record ApprovalsRequest(@Nullable List<@Nullable String> venueIds) {
  private static final int MOST = 50;

  List<VenueId> venues() {
    var fields = new Fields();
    var venues = fields.required("venueIds", venueIds, ApprovalsRequest::read);
    fields.verify();
    return venues.get();
  }

  private static List<VenueId> read(List<@Nullable String> texts) {
    if (texts.isEmpty()) {
      throw new InvalidValue("venueIds", Rule.REQUIRED);
    } else if (texts.size() > MOST) {
      throw new InvalidValue("venueIds", Rule.TOO_MANY);
    }
    return texts.stream().map(ApprovalsRequest::venue).toList();
  }

  private static VenueId venue(@Nullable String text) {
    if (text == null) {
      throw new InvalidValue("venueIds", Rule.REQUIRED);
    }
    return new VenueId(Fields.id(text));
  }
}
