package cn.venuepass.application.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;

/** Reads what the ledger stored. */
public interface VisitRepository {

  /** How many people are inside: open visits younger than the maximum stay. */
  int countInside(VenueId venue, Instant now);

  /** Who is inside, the latest entry first. */
  Page<PersonInside> listInside(VenueId venue, Instant now, PageRequest request);

  /**
   * A person's visits that began or ended in the half-open interval, the latest beginning first; a
   * visit whose entry is unknown begins at its earliest possible entry.
   */
  Page<RecordedVisit> listOf(PersonId person, Instant from, Instant to, PageRequest request);

  /** A person's observed entries in the half-open interval, in order. */
  List<Entry> entriesOf(PersonId person, Instant from, Instant to);

  /**
   * An observed entry.
   *
   * @param family the venue's parent, or the venue itself if it has none
   */
  record Entry(VenueId family, Instant at) {}
}
