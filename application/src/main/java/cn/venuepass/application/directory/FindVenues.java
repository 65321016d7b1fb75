package cn.venuepass.application.directory;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;

/** Staff find the venue that they are to inspect, to lock or to remove. */
@FunctionalInterface
public interface FindVenues {

  /** The venues of the own jurisdiction that are looked for, the oldest application first. */
  Page<ListedVenue> find(Caller.Staff staff, VenueSearch search, PageRequest request);
}
