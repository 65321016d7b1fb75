package cn.venuepass.application.inspection;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.List;

/**
 * What was counted for one community and venue type.
 *
 * @param path the divisions from the root of the tree down to the community
 */
public record InspectionCount(
    List<DivisionCode> path, VenueTypeCode type, InspectionFigures figures) {}
