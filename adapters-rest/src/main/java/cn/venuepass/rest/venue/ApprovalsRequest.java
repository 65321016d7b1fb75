package cn.venuepass.rest.venue;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.rest.json.Fields;
import cn.venuepass.rest.json.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venues that a reviewer approves at once, 1 to 50.
 *
 * @param seen when the applications that the reviewer saw were sent, by venue
 */
record ApprovalsRequest(
    @Nullable List<@Nullable String> venueIds, @Nullable Map<String, @Nullable String> seen) {
  private static final int MOST = 50;

  List<Application> applications() {
    var fields = new Fields();
    var venues = fields.required("venueIds", venueIds, ApprovalsRequest::read);
    var times = fields.optional("seen", seen, ApprovalsRequest::read);
    fields.verify();
    Map<VenueId, Instant> known = times.get().orElse(Map.of());
    if (!venues.get().containsAll(known.keySet())) {
      throw new InvalidValue("seen", Rule.UNKNOWN);
    }
    return venues.get().stream()
        .map(venue -> new Application(venue, Optional.ofNullable(known.get(venue))))
        .toList();
  }

  private static List<VenueId> read(List<@Nullable String> texts) {
    if (texts.isEmpty()) {
      throw new InvalidValue("venueIds", Rule.REQUIRED);
    } else if (texts.size() > MOST) {
      throw new InvalidValue("venueIds", Rule.TOO_MANY);
    }
    return texts.stream().map(ApprovalsRequest::venue).toList();
  }

  private static Map<VenueId, Instant> read(Map<String, @Nullable String> texts) {
    Map<VenueId, Instant> times = new HashMap<>();
    texts.forEach((id, time) -> times.put(venue(id), time(time)));
    return times;
  }

  private static VenueId venue(@Nullable String text) {
    if (text == null) {
      throw new InvalidValue("venueIds", Rule.REQUIRED);
    }
    return new VenueId(Fields.id(text));
  }

  private static Instant time(@Nullable String text) {
    if (text == null) {
      throw new InvalidValue("seen", Rule.REQUIRED);
    }
    return Times.read(text);
  }

  /** One of them, and when it was sent for review as the reviewer saw it, if that is said. */
  record Application(VenueId venue, Optional<Instant> seen) {}
}
