package cn.venuepass.application.visit;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;

/** Somebody who is inside a venue, by an open visit. */
public record PersonInside(VisitId visit, PersonId person, Instant since, ScanMethod method) {}
