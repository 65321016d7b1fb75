package cn.venuepass.application.casework;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;

/** Visits that may reach into a span of time, though nobody came or went within it. */
public interface VenueVisitors {

  /**
   * The visits at the venue that began before {@code to} and of which no scan says for sure that
   * they ended at {@code from} or before, in the order of their beginning; none that began more
   * than the longest stay before. A visit whose entry is unknown begins at its earliest possible
   * entry.
   */
  Page<RecordedVisit> list(VenueId venue, Instant from, Instant to, PageRequest request);

  /** How many people they are of. */
  int countPeople(VenueId venue, Instant from, Instant to);
}
