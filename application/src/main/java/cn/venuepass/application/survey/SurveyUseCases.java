package cn.venuepass.application.survey;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import java.time.InstantSource;

/** Everything that can be done about the places that are known to exist. */
public record SurveyUseCases() {

  public static SurveyUseCases over(
      Stores stores, Creations creations, AuditTrail audit, IdGenerator ids, InstantSource clock) {
    return new SurveyUseCases();
  }
}
