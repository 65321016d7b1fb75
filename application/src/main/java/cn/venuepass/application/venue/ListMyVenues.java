package cn.venuepass.application.venue;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;

/** The venues that a resident applied for or manages, with the state of each application. */
@FunctionalInterface
public interface ListMyVenues {
  Page<MyVenue> list(Caller.Resident resident, PageRequest request);
}
