package cn.venuepass.domain.tracing;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Visit;

/**
 * A visit with all that was seen that bears on it.
 *
 * @param doubt whether its scans may have been made elsewhere
 * @param afterwards what was seen of the person later; asked for only where no exit was observed
 */
public record TracedVisit(Visit visit, Doubt doubt, Stay.Afterwards afterwards) {

  /** What the scans say. */
  public Stay stay(StayRules rules) {
    return Stay.of(visit, afterwards, rules).given(doubt, rules);
  }
}
