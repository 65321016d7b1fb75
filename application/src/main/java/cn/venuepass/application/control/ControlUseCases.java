package cn.venuepass.application.control;

import cn.venuepass.application.Creations;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.notification.Notifications;
import java.time.InstantSource;

/** Everything that can be done about control orders and appeals against them. */
public record ControlUseCases(
    MakeControlOrders makeControlOrders,
    ViewControlOrders viewControlOrders,
    AppealAgainstControl appealAgainstControl,
    AnswerAppeals answerAppeals) {

  /**
   * The use cases over those stores.
   *
   * @param dutyPhone whether somebody on duty is told of every order
   */
  public static ControlUseCases over(
      Stores stores,
      Creations creations,
      Lookups lookups,
      AuditTrail audit,
      Notifications notifications,
      boolean dutyPhone,
      InstantSource clock) {
    var news =
        new ControlNews(
            notifications, stores.venues(), stores.managers(), stores.accounts(), dutyPhone);
    var deeds = new ControlDeeds(audit, stores.venues());
    var appeals =
        new AppealService(
            stores.controlOrders(),
            stores.controlAppeals(),
            stores.venues(),
            stores.family(),
            news,
            deeds,
            creations,
            stores.transactions(),
            clock);
    return new ControlUseCases(
        new ControlOrderService(
            stores.controlOrders(),
            stores.controlAppeals(),
            stores.cases(),
            stores.venues(),
            stores.people(),
            lookups,
            news,
            deeds,
            creations,
            stores.transactions(),
            clock),
        new ControlViewService(
            stores.controlOrders(),
            stores.controlAppeals(),
            stores.venues(),
            stores.people(),
            stores.staff(),
            new CaseAccess(stores.cases()),
            deeds,
            clock),
        appeals,
        appeals);
  }
}
