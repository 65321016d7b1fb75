package cn.venuepass.domain.survey;

import java.time.Instant;
import java.util.Optional;

/**
 * A place (摸排场所) that is known to exist, whether or not anybody applied for its codes.
 *
 * @param surveyedAt when a survey first named it
 * @param removedAt when a survey found it gone; until then it counts
 * @param revision grows by one with every change; of two concurrent changes one wins
 */
public record SurveyPlace(
    SurveyPlaceId id,
    PlaceDetails details,
    Instant surveyedAt,
    Optional<PlaceLink> link,
    Optional<Instant> removedAt,
    int revision) {

  public static SurveyPlace found(SurveyPlaceId id, PlaceDetails details, Instant at) {
    return new SurveyPlace(id, details, at, Optional.empty(), Optional.empty(), 0);
  }

  /** The same place, of which a later survey says something else. */
  public SurveyPlace corrected(PlaceDetails correction) {
    return new SurveyPlace(id, correction, surveyedAt, link, removedAt, revision + 1);
  }

  /** There, whether or not it was believed to be gone. */
  public SurveyPlace foundAgain(PlaceDetails correction) {
    return new SurveyPlace(id, correction, surveyedAt, link, Optional.empty(), revision + 1);
  }

  public SurveyPlace linked(PlaceLink known) {
    return new SurveyPlace(id, details, surveyedAt, Optional.of(known), removedAt, revision + 1);
  }

  public SurveyPlace unlinked() {
    return new SurveyPlace(id, details, surveyedAt, Optional.empty(), removedAt, revision + 1);
  }

  /** No longer there; what it was linked to stands for itself again. */
  public SurveyPlace removed(Instant at) {
    return new SurveyPlace(
        id, details, surveyedAt, Optional.empty(), Optional.of(at), revision + 1);
  }

  public PlaceKey key() {
    return PlaceKey.of(details);
  }
}
