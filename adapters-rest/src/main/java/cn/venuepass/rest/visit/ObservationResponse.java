package cn.venuepass.rest.visit;

import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.ScanMethod;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A passage that was seen. */
public record ObservationResponse(Instant at, ScanMethod method) {
  public static @Nullable ObservationResponse of(Optional<Observation> observation) {
    return observation.map(seen -> new ObservationResponse(seen.at(), seen.method())).orElse(null);
  }
}
