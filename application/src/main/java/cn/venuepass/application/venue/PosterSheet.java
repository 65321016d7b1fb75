package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterLabel;
import cn.venuepass.domain.venue.VenueName;
import java.util.Optional;

/**
 * What a poster says.
 *
 * @param code the text in the QR code
 */
public record PosterSheet(
    String code, VenueName venue, Direction direction, Optional<PosterLabel> label) {}
