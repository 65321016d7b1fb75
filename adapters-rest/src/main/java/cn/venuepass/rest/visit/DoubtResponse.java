package cn.venuepass.rest.visit;

import cn.venuepass.domain.visit.Doubt;
import org.jspecify.annotations.Nullable;

/** Why the scans of a visit are doubtful; absent where none is. */
public record DoubtResponse(Doubt.@Nullable Kind entry, Doubt.@Nullable Kind exit) {
  public static @Nullable DoubtResponse of(Doubt doubt) {
    return doubt.isNone()
        ? null
        : new DoubtResponse(doubt.entry().orElse(null), doubt.exit().orElse(null));
  }
}
