package cn.venuepass.application.coverage;

import cn.venuepass.application.directory.SignWords;
import cn.venuepass.domain.coverage.Stage;
import java.util.Optional;
import java.util.Set;

/**
 * Which surveyed places are looked for.
 *
 * @param stages how far they have come
 * @param words what stands in their name or their address
 */
public record PlaceSearch(Set<Stage> stages, Optional<SignWords> words) {
  public PlaceSearch {
    stages = Set.copyOf(stages);
  }

  public static PlaceSearch at(Set<Stage> stages) {
    return new PlaceSearch(stages, Optional.empty());
  }
}
