package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueType;
import java.util.List;
import java.util.Optional;

/** The divisions and venue types that an application chooses from. */
public interface BrowseReferenceData {

  /** The divisions directly below, or the roots. */
  List<Division> divisions(Optional<DivisionCode> parent);

  List<VenueType> venueTypes();
}
