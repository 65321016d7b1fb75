package cn.venuepass.application.cases;

import cn.venuepass.application.Result;
import cn.venuepass.application.tracing.Trajectory;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Statement;
import java.util.List;

/** Where the people of an open case were, for its team; each look is noted. */
public interface ViewTrajectories {

  /** The stays of the index person in the infectious window. */
  Result<Seen> ofIndex(Caller.Staff tracer, CaseId of);

  /** The stays of a contact since the window began; {@code NOT_FOUND} if the person is none. */
  Result<Seen> ofContact(Caller.Staff tracer, CaseId of, PersonId contact);

  /** Where somebody was, and what they said of it. */
  record Seen(ShownPerson person, Interval span, Trajectory trajectory, List<Statement> told) {}
}
