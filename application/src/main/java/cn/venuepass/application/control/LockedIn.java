package cn.venuepass.application.control;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;

/**
 * Somebody who was inside a venue at the moment of its lock.
 *
 * @param venue the locked venue or its sub-venue
 */
public record LockedIn(VisitId visit, VenueId venue, PersonId person, Instant since) {}
