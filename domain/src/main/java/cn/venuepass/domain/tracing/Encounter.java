package cn.venuepass.domain.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.util.HashSet;
import java.util.Set;

/**
 * An overlap of which it is not known yet whether the contact works there.
 *
 * @param family the venues among which it was
 * @param workplaces who stands on the roster of one of these was there as staff: the place of the
 *     overlap, and the venue of the contact's own stay
 * @param risk what it adds to the contact's risk, in millionths of a certain minute in one venue of
 *     a usual type
 */
record Encounter(Overlap overlap, VenueId family, Set<VenueId> workplaces, long risk) {

  /** With whom, and among which venues: one says nothing of another one where these differ. */
  record Among(PersonId via, VenueId family) {}

  Among among() {
    return new Among(overlap.via(), family);
  }

  Interval time() {
    return new Interval(overlap.from(), overlap.to());
  }

  /** The same, where both are one overlap of two of the contact's stays. */
  Encounter and(Encounter same) {
    Set<VenueId> both = new HashSet<>(workplaces);
    both.addAll(same.workplaces);
    return new Encounter(overlap, family, both, risk);
  }

  /**
   * Whether the other one tells nothing that this one does not: it lies within it, is no surer, and
   * its place is no narrower. Whoever was in a part of a venue was in the venue too.
   */
  boolean says(Encounter other) {
    return among().equals(other.among())
        && time().contains(other.time())
        && overlap.grade().compareTo(other.overlap.grade()) <= 0
        && isAsNarrowAs(other.overlap);
  }

  private boolean isAsNarrowAs(Overlap other) {
    return overlap.venue().equals(other.venue())
        ? overlap.nearby() || !other.nearby()
        : other.venue().equals(family);
  }
}
