package cn.venuepass.application.coverage;

import cn.venuepass.domain.access.Jurisdiction;
import java.util.Optional;

/**
 * A part of all places and venues.
 *
 * @param jurisdiction what lies in it; all where the service itself asks
 * @param filter of this, what fits it
 */
public record Extent(Optional<Jurisdiction> jurisdiction, CoverageFilter filter) {
  public static final Extent WHOLE = new Extent(Optional.empty(), CoverageFilter.ALL);

  public static Extent of(Jurisdiction jurisdiction) {
    return new Extent(Optional.of(jurisdiction), CoverageFilter.ALL);
  }
}
