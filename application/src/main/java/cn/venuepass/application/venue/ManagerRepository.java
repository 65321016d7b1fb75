package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;
import java.util.Optional;

/** Who manages which venue. */
public interface ManagerRepository {

  /**
   * Adds a manager. Of concurrent calls for one person at one venue one succeeds.
   *
   * @return false, with nothing changed, when that person manages that venue already
   */
  boolean add(Manager manager);

  Optional<Manager> find(VenueId venue, ManagerId manager);

  /** The managers of a venue, in the order in which they were added. */
  List<Manager> listOf(VenueId venue);

  /**
   * Removes a manager, at once.
   *
   * @return false when the venue has no such manager
   */
  boolean remove(VenueId venue, ManagerId manager);
}
