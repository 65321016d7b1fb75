package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.VenueName;

/**
 * What a poster says to whoever opens it, with or without an account.
 *
 * @param open whether a scan would be taken: the venue approved and not locked by order, the poster
 *     not revoked
 */
public record PosterLanding(VenueName venueName, Direction direction, boolean open) {}
