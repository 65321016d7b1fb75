package cn.venuepass.application.inspection;

import cn.venuepass.application.Creations;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.notification.Notifications;
import cn.venuepass.application.venue.VenueRights;
import java.time.InstantSource;

/** Everything that can be done about inspections and what they order. */
public record InspectionUseCases(
    InspectVenues inspectVenues,
    AnswerInspections answerInspections,
    ViewInspection viewInspection,
    PlanInspections planInspections,
    ViewInspectionStatistics viewStatistics) {

  public static InspectionUseCases over(
      Stores stores,
      Creations creations,
      VenueRights rights,
      AuditTrail audit,
      Notifications notifications,
      InstantSource clock) {
    var premises = new PremisesFinder(stores.venues(), stores.surveyPlaces());
    var rectifications = new Rectifications(notifications, stores.managers());
    var view = new ViewInspectionService(stores.inspections(), rights);
    return new InspectionUseCases(
        new InspectionService(
            stores.inspections(),
            stores.inspectionPlans(),
            premises,
            stores.venues(),
            stores.posters(),
            rectifications,
            creations,
            stores.transactions(),
            audit,
            clock),
        new AnswerService(
            view,
            stores.inspections(),
            rights,
            rectifications,
            stores.transactions(),
            audit,
            clock),
        view,
        new PlanService(stores.inspectionPlans(), premises, creations, audit, clock),
        new StatisticsService(stores.inspections(), stores.divisions(), clock));
  }
}
