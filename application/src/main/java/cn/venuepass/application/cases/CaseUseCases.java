package cn.venuepass.application.cases;

import cn.venuepass.application.Creations;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.tracing.FindContacts;
import cn.venuepass.application.venue.Jurisdictions;
import java.time.Duration;
import java.time.InstantSource;

/** Everything about cases and their contacts. */
public record CaseUseCases(
    OpenCase openCase,
    ConductCase conductCase,
    ViewCases viewCases,
    TakeStatements takeStatements,
    ViewTrajectories viewTrajectories,
    ViewContacts viewContacts,
    FitToCapacity fitToCapacity,
    SetTraceRules setTraceRules,
    KeepTrace keepTrace,
    KeepCases keepCases) {

  /**
   * The use cases over those stores.
   *
   * @param visitsKept how long a visit is kept that nothing holds
   */
  public static CaseUseCases over(
      Stores stores,
      FindContacts findContacts,
      FollowedContacts followed,
      Lookups lookups,
      Creations creations,
      AuditTrail audit,
      IdGenerator ids,
      InstantSource clock,
      Duration visitsKept) {
    var access = new CaseAccess(stores.cases());
    var journal = new CaseJournal(audit);
    var views =
        new CaseViews(
            stores.cases(),
            stores.staff(),
            new CasePeople(stores.people()),
            stores.traceParameters(),
            stores.contactLists(),
            clock);
    var holds = new CaseHolds(stores.retentionHolds(), stores.venues(), ids);
    var jurisdictions = new Jurisdictions(stores.divisions());
    var keepTrace =
        new KeepTraceService(
            stores.cases(),
            stores.contactLists(),
            stores.traceParameters(),
            findContacts,
            followed,
            holds,
            stores.transactions(),
            clock);
    var trajectories =
        new TrajectoryService(
            stores.cases(), stores.contactLists(), findContacts, access, views, journal, clock);
    var cases =
        new CaseService(
            stores.cases(),
            stores.people(),
            lookups,
            stores.traceParameters(),
            new Tracers(stores.staff(), jurisdictions),
            access,
            views,
            holds,
            keepTrace,
            creations,
            stores.transactions(),
            journal,
            clock,
            visitsKept);
    var statements =
        new StatementService(
            stores.cases(),
            stores.contactLists(),
            stores.venues(),
            trajectories,
            access,
            keepTrace,
            creations,
            stores.transactions(),
            journal,
            clock);
    var contacts =
        new ContactViewService(stores.contactLists(), access, views, keepTrace, followed, journal);
    return new CaseUseCases(
        cases,
        cases,
        cases,
        statements,
        trajectories,
        contacts,
        contacts,
        new TraceRulesService(
            stores.traceParameters(),
            stores.venueTypes(),
            jurisdictions,
            stores.transactions(),
            audit,
            clock),
        keepTrace,
        new CaseRound(stores.cases(), keepTrace, stores.turns(), clock));
  }
}
