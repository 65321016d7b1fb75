package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.List;
import java.util.Optional;

/** The classification of venues. */
public interface VenueTypeRepository {

  /** Adds a type or replaces the one with its code. */
  void save(VenueType type);

  Optional<VenueType> find(VenueTypeCode code);

  /** All types, by code. */
  List<VenueType> list();

  /**
   * Removes a type of which there is no venue, removed or not.
   *
   * @return false, with nothing changed, when there is one
   */
  boolean remove(VenueTypeCode code);
}
