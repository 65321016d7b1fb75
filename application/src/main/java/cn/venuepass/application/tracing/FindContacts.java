package cn.venuepass.application.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.List;

/** Finds who was where, and who was there at the same time. */
public interface FindContacts {

  /** The contacts of somebody, whatever their number: only the riskiest are kept in memory. */
  Trace trace(TraceQuestion question);

  /** The stays of somebody that may reach into the span of time. */
  Trajectory trajectory(
      PersonId person, Interval span, DivisionCode within, List<Statement> statements, Instant now);
}
