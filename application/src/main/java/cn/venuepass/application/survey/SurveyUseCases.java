package cn.venuepass.application.survey;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** Everything that can be done about the places that are known to exist. */
public record SurveyUseCases(
    ImportPlaces importPlaces,
    WorkOffImports workOffImports,
    JudgeMatches judgeMatches,
    MatchPlaces matchPlaces) {

  /**
   * The use cases over those stores.
   *
   * @param background where a long list is begun at once, beside its answer
   */
  public static SurveyUseCases over(
      Stores stores,
      Creations creations,
      AuditTrail audit,
      Executor background,
      IdGenerator ids,
      InstantSource clock) {
    var work =
        new ImportWork(
            stores.surveyImports(),
            stores.surveyPlaces(),
            new ImportSlices(stores.surveyPlaces(), stores.divisions(), stores.venueTypes(), ids),
            stores.communityChanges(),
            stores.staff(),
            stores.transactions(),
            stores.turns(),
            clock);
    var matching =
        new MatchWork(
            stores.placeMatches(),
            stores.surveyPlaces(),
            stores.communityChanges(),
            stores.transactions(),
            stores.turns(),
            audit,
            clock);
    return new SurveyUseCases(
        new ImportService(
            stores.surveyImports(),
            work,
            creations,
            audit,
            clock,
            background,
            () -> {
              work.workOff();
              matching.matchChanged();
            }),
        work,
        new PlaceService(
            stores.surveyPlaces(),
            stores.placeMatches(),
            stores.venues(),
            stores.communityChanges(),
            stores.transactions(),
            audit,
            clock),
        matching);
  }
}
