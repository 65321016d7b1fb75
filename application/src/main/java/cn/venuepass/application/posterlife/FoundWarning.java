package cn.venuepass.application.posterlife;

import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueName;

/** A warning, and where the poster belongs. */
public record FoundWarning(PosterWarning warning, VenueName venueName, DivisionCode community) {}
