package cn.venuepass.application.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads what the ledger stored. */
public interface VisitRepository {

  /**
   * How many people are inside: open visits younger than the maximum stay, of people who have not
   * left the venue's parent since.
   */
  int countInside(VenueId venue, Instant now);

  /** Who is inside, the latest entry first. */
  Page<PersonInside> listInside(VenueId venue, Instant now, PageRequest request);

  /** The person, if inside. */
  Optional<PersonInside> findInside(VenueId venue, PersonId person, Instant now);

  /**
   * The visits of these people that began or ended in the half-open interval, the latest beginning
   * first; a visit whose entry is unknown begins at its earliest possible entry.
   */
  Page<RecordedVisit> listOf(
      Collection<Watched> people, Instant from, Instant to, PageRequest request);

  /** The same of the visits at a venue. */
  Page<RecordedVisit> listAt(VenueId venue, Instant from, Instant to, PageRequest request);

  /**
   * Observed entries and exits of these people in the half-open interval, in order; none that is
   * doubtful.
   */
  List<Sighting> sightingsOf(Collection<PersonId> people, Instant from, Instant to);

  /** Whose visit that is, of the visits that began at that time or later. */
  Optional<PersonId> personOf(VenueId venue, VisitId visit, Instant earliest);
}
