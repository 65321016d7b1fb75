package cn.venuepass.application.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Exposures;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Shift;
import cn.venuepass.domain.tracing.TracedVenue;
import cn.venuepass.domain.tracing.TracedVisit;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds the visits from which a trace is made. No answer takes longer for how much history there
 * is.
 */
public interface ContactSearch {

  /**
   * These venues and all others of their families, wherever they lie; which of them lie below the
   * division, each says.
   */
  List<TracedVenue> familiesOf(Collection<VenueId> venues, DivisionCode within);

  /**
   * The visits of these people that may reach into the span of time, in no order: those that began
   * before its end, and not earlier than {@link cn.venuepass.domain.venue.StayRules#LONGEST} before
   * its beginning.
   */
  List<TracedVisit> visitsOf(Collection<PersonId> people, Interval span);

  /**
   * Everybody's visits that may reach into one of the spans, at those venues of the families that
   * lie below the division: those that began before the span's end, less than {@link
   * cn.venuepass.domain.venue.StayRules#LONGEST} before its beginning, and may have ended in it or
   * later. Perhaps some more. However many there are, they are not held in memory together. Of what
   * was seen of people afterwards it tells when the first thing was, not which.
   *
   * @param slices is given some people's visits at a time: all that were found of each of them,
   *     each visit once
   */
  void visitsAt(
      List<Exposures.Span> spans, DivisionCode within, Consumer<List<TracedVisit>> slices);

  /** When these people worked, or work, at those venues. */
  List<Shift> shiftsOf(Map<PersonId, Set<VenueId>> workplaces);
}
