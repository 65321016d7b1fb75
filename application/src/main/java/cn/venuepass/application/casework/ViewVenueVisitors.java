package cn.venuepass.application.casework;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.cases.ShownPerson;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who was at a venue, for an open case. */
@FunctionalInterface
public interface ViewVenueVisitors {
  Duration LONGEST = Duration.ofDays(14);

  /**
   * The stays that may reach into the half-open interval, in the order of their beginning. A page
   * may hold fewer than asked for, where people were seen elsewhere before it. A drill shows
   * nobody, as nobody of it exists. Denied with {@code NOT_FOUND} for a venue outside the case's
   * division, else like a look at the case.
   *
   * @throws cn.venuepass.domain.InvalidValue when the interval is empty or longer than {@link
   *     #LONGEST}
   */
  Result<Visitors> view(
      Caller.Staff member, CaseId of, VenueId venue, Instant from, Instant to, PageRequest request);

  /**
   * Who was there.
   *
   * @param people of how many people the venue's own scans leave it open
   */
  record Visitors(
      boolean drill, VisitedVenue venue, int people, List<Visitor> visits, Optional<Cursor> next) {}

  /** A stay of somebody. */
  record Visitor(VisitId visit, PersonId person, ShownPerson known, Stay stay) {
    @Override
    public String toString() {
      return "Visitor[***]";
    }
  }
}
