package cn.venuepass.rest.venue;

import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import org.jspecify.annotations.Nullable;

/** A division and where it lies. */
record DivisionResponse(String code, String name, Division.Level level, @Nullable String parent) {
  static DivisionResponse of(Division division) {
    return new DivisionResponse(
        division.code().text(),
        division.name(),
        division.level(),
        division.parent().map(DivisionCode::text).orElse(null));
  }
}
