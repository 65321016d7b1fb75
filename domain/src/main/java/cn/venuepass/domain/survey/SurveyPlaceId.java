package cn.venuepass.domain.survey;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies a surveyed place. */
public record SurveyPlaceId(UUID value) {
  public SurveyPlaceId {
    requireNonNull(value, "value");
  }
}
