package cn.venuepass.rest.coverage;

import cn.venuepass.domain.venue.Division;

/** Which division it is. */
public record DivisionNameResponse(String code, String name, Division.Level level) {
  public static DivisionNameResponse of(Division division) {
    return new DivisionNameResponse(division.code().text(), division.name(), division.level());
  }
}
