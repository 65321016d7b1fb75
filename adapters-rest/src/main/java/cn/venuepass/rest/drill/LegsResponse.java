package cn.venuepass.rest.drill;

import cn.venuepass.domain.drill.DrillClock.Leg;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Minutes of each leg of a drill. */
record LegsResponse(
    @Nullable Long list,
    @Nullable Long firstContact,
    @Nullable Long allContacts,
    @Nullable Long whole) {
  static LegsResponse of(Map<Leg, Long> minutes) {
    return new LegsResponse(
        minutes.get(Leg.LIST),
        minutes.get(Leg.FIRST_CONTACT),
        minutes.get(Leg.ALL_CONTACTS),
        minutes.get(Leg.WHOLE));
  }
}
