package cn.venuepass.application.tracing;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.TraceParameters;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who was near somebody.
 *
 * @param index the person whose contacts are sought
 * @param from when the infectious window begins
 * @param to when it ends: at the isolation; absent while it is open
 * @param within the division whose venues are looked at, with everything below it
 * @param statements what people said of their stays
 * @param isolated contacts who are isolated, and since when: the second ring ends there
 * @param secondRing whether their contacts are sought too
 * @param now nothing later than this is believed
 */
public record TraceQuestion(
    PersonId index,
    Instant from,
    Optional<Instant> to,
    DivisionCode within,
    TraceParameters parameters,
    List<Statement> statements,
    Map<PersonId, Instant> isolated,
    boolean secondRing,
    Instant now) {

  /** The infectious window as far as it has come. */
  public Interval window() {
    return new Interval(from, to.filter(now::isAfter).orElse(now));
  }
}
