package cn.venuepass.application.venue;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Venues and their applications. Removed ones are not found unless a query says so. */
public interface VenueRepository {

  void add(Venue venue);

  /**
   * Stores the next version of a venue.
   *
   * @return false, with nothing changed, unless the stored revision is the one before
   */
  boolean replace(Venue next);

  /** The venue, if the resident applied for it or is its manager; the applicant's role first. */
  Optional<MyVenue> findFor(VenueId venue, AccountId account, Optional<PersonId> person);

  /** Like {@link #findFor}, removed or not. */
  Optional<MyVenue> findAlsoRemovedFor(VenueId venue, AccountId account, Optional<PersonId> person);

  /** The venue, whoever asks. */
  Optional<Venue> find(VenueId venue);

  /** The same of several, in no order. */
  List<Venue> findAll(Collection<VenueId> venues);

  /**
   * The venues that name this one as their parent, in the order of application; no removed ones.
   */
  List<Venue> listNaming(VenueId parent);

  /** The venue, if it lies in the jurisdiction. */
  Optional<Venue> findWithin(VenueId venue, Jurisdiction jurisdiction);

  /** The venues that the resident applied for or manages, the newest application first. */
  Page<MyVenue> listFor(AccountId account, Optional<PersonId> person, PageRequest request);

  /** The venues of a part of a jurisdiction in that state, the oldest application first. */
  Page<Venue> listWithin(
      Jurisdiction jurisdiction, Narrowing narrowing, VenueStatus status, PageRequest request);
}
