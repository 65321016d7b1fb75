package cn.venuepass.application.casework;

import cn.venuepass.application.Stores;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.cases.CaseJournal;
import cn.venuepass.application.cases.CasePeople;
import cn.venuepass.application.visit.Stays;
import java.time.InstantSource;

/** What the team of a case looks at and takes out. */
public record CaseworkUseCases(
    ViewGraph viewGraph, ExportContacts exportContacts, ViewVenueVisitors viewVenueVisitors) {

  public static CaseworkUseCases over(
      Stores stores, CaseJournal journal, Stays stays, InstantSource clock) {
    var access = new CaseAccess(stores.cases());
    var people = new CasePeople(stores.people());
    return new CaseworkUseCases(
        new GraphService(access, stores.contactLists(), stores.followUps(), people, journal),
        new ExportService(
            access, stores.contactLists(), stores.followUps(), people, journal, clock),
        new VisitorsService(
            access, stores.venues(), stores.venueVisitors(), stays, people, journal));
  }
}
