package cn.venuepass.domain.visit;

import java.time.Instant;
import java.util.List;

/** Finds the visits that a late scan may belong to. */
@FunctionalInterface
public interface EarlierVisits {

  /**
   * All of the person's visits at the venue that began or ended within {@link
   * cn.venuepass.domain.venue.StayRules#LONGEST} of that time, with their last sightings.
   */
  List<Visit> around(Instant at);
}
