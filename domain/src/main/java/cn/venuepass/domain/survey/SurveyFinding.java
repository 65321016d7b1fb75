package cn.venuepass.domain.survey;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import java.time.Instant;
import java.util.Optional;

/**
 * What a good line means for the places that are known. A place is known by its social credit code,
 * else by its {@link PlaceKey}.
 */
public sealed interface SurveyFinding {

  /** A place that nobody knew. */
  record Added(SurveyPlace place) implements SurveyFinding {}

  /** A known place, of which the line says something else, or which is there again. */
  record Changed(SurveyPlace before, SurveyPlace place) implements SurveyFinding {}

  /** A known place, as it is known. */
  record Unchanged(SurveyPlace place) implements SurveyFinding {}

  /** Code and key name two different places. */
  record Wrong(InvalidValue fault) implements SurveyFinding {}

  /**
   * Decides about a line.
   *
   * @param byCode the place with the line's code, removed or not
   * @param byKey the place with the line's key, removed or not
   * @param fresh the id of the place, if it is a new one
   */
  static SurveyFinding of(
      PlaceDetails line,
      Optional<SurveyPlace> byCode,
      Optional<SurveyPlace> byKey,
      SurveyPlaceId fresh,
      Instant now) {
    boolean two =
        byCode.isPresent() && byKey.isPresent() && !byCode.get().id().equals(byKey.get().id());
    if (two) {
      return new Wrong(new InvalidValue("socialCreditCode", Rule.OF_ANOTHER_PLACE));
    }
    Optional<SurveyPlace> known = byCode.or(() -> byKey);
    return known
        .<SurveyFinding>map(place -> again(place, line))
        .orElseGet(() -> new Added(SurveyPlace.found(fresh, line, now)));
  }

  /** A line without a code takes none away. */
  private static SurveyFinding again(SurveyPlace known, PlaceDetails line) {
    PlaceDetails details =
        line.socialCreditCode().isPresent() ? line : line.with(known.details().socialCreditCode());
    return known.removedAt().isEmpty() && known.details().equals(details)
        ? new Unchanged(known)
        : new Changed(known, known.foundAgain(details));
  }
}
