package cn.venuepass.application.directory;

import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.venue.VenueStatus;
import java.util.Optional;

/**
 * Which venues of a jurisdiction are looked for.
 *
 * @param words what stands in their name or their address
 */
public record VenueSearch(
    Narrowing narrowing, Optional<VenueStatus> status, Optional<SignWords> words) {
  public static final VenueSearch ALL =
      new VenueSearch(Narrowing.NONE, Optional.empty(), Optional.empty());
}
