package cn.venuepass.application.posterlife;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.VenueName;
import java.time.Instant;
import java.util.Optional;

/** A poster that nobody scans. */
public record SilentPoster(
    Poster poster, VenueName venueName, DivisionCode community, Optional<Instant> lastScanAt) {}
