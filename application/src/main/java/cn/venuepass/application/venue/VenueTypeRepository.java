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
}
