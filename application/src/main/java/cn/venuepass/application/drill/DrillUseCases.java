package cn.venuepass.application.drill;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.KeepTrace;
import java.time.InstantSource;

/** Everything about drills. */
public record DrillUseCases(HoldDrills holdDrills, EndDrills endDrills) {

  public static DrillUseCases over(
      Stores stores,
      KeepTrace trace,
      Creations creations,
      CaseJournal journal,
      IdGenerator ids,
      InstantSource clock) {
    var clocks = new DrillClocks(stores.contactLists(), stores.followUps());
    var made =
        new DrillCases(
            stores.people(), stores.staff(), stores.divisions(), stores.venues(), ids, clock);
    return new DrillUseCases(
        new DrillService(
            stores.drills(),
            stores.cases(),
            stores.divisions(),
            made,
            clocks,
            trace,
            creations,
            journal,
            clock),
        new EndingService(
            stores.drills(),
            stores.cases(),
            clocks,
            stores.transactions(),
            stores.turns(),
            journal,
            clock));
  }
}
