package cn.venuepass.domain.survey;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Identifies one list of places that was handed in. */
public record SurveyImportId(UUID value) {
  public SurveyImportId {
    requireNonNull(value, "value");
  }
}
