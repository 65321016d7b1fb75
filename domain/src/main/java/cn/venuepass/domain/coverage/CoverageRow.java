package cn.venuepass.domain.coverage;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;

/** The places of one type in one division, without those below it. */
public record CoverageRow(DivisionCode division, VenueTypeCode type, Funnel funnel) {}
