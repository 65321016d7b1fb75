package cn.venuepass.architecture.violation.domain.visit;

import cn.venuepass.architecture.violation.domain.venue.KnowsTheVisit;
import cn.venuepass.architecture.violation.persistence.KnowsTheWeb;
import java.time.Instant;

/** Breaks: the domain is plain Java, reads no clock, and its features have no cycles. */
public record KnowsTheStore(KnowsTheWeb store, KnowsTheVisit venue, Instant at) {
  static Instant now() {
    return Instant.now();
  }
}
