package cn.venuepass.domain.cases;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of when somebody was infectious.
 *
 * @param onsetAt when the first symptoms showed
 * @param sampledAt when the sample was taken that turned out positive
 * @param isolatedAt since when the person meets nobody
 */
public record Illness(
    Optional<Instant> onsetAt, Optional<Instant> sampledAt, Optional<Instant> isolatedAt) {

  /**
   * @throws InvalidValue when neither onset nor sample is known
   */
  public Illness {
    if (onsetAt.isEmpty() && sampledAt.isEmpty()) {
      throw new InvalidValue("onsetAt", Rule.REQUIRED);
    }
  }

  /** When the infectious window begins: that long before onset or sample, whichever is earlier. */
  public Instant infectiousFrom(Duration before) {
    return Stream.concat(onsetAt.stream(), sampledAt.stream())
        .min(Instant::compareTo)
        .orElseThrow()
        .minus(before);
  }
}
