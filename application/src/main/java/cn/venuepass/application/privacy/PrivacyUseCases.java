package cn.venuepass.application.privacy;

import cn.venuepass.application.Creations;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import java.time.InstantSource;

/** What people can do about the data that is kept of them. */
public record PrivacyUseCases(
    ViewAccesses viewAccesses,
    MakeDataRequests makeDataRequests,
    AnswerDataRequests answerDataRequests) {

  public static PrivacyUseCases over(
      Stores stores, Creations creations, AuditTrail audit, InstantSource clock) {
    var requests =
        new DataRequestService(
            stores.dataRequests(),
            stores.family(),
            stores.people(),
            creations,
            stores.transactions(),
            audit,
            clock);
    return new PrivacyUseCases(
        new AccessViewService(stores.auditLog(), stores.family()), requests, requests);
  }
}
