package cn.venuepass.testkit.memory;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.Transactions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps everything in maps under one lock, and undoes what a failed transaction did. For tests: it
 * forgets everything when it is collected.
 */
public final class InMemoryStore implements Transactions {
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Map<?, ?>> tables = new ArrayList<>();

  /** Fresh, empty stores of all kinds, with random ids. */
  public static Stores create() {
    return create(UUID::randomUUID);
  }

  public static Stores create(IdGenerator ids) {
    var store = new InMemoryStore();
    var divisions = new InMemoryDivisionRepository(store);
    var types = new InMemoryVenueTypeRepository(store);
    var managers = new InMemoryManagerRepository(store);
    var venues = new InMemoryVenueRepository(store, managers, divisions);
    var accounts = new InMemoryAccountRepository(store);
    var family = new InMemoryFamilyRepository(store, accounts);
    var controlOrders = new InMemoryControlOrderRepository(store, divisions, venues, family);
    divisions.keep(controlOrders::anyIsOf);
    var posters = new InMemoryPosterRepository(store, venues, controlOrders);
    var ledger = new InMemoryVisitLedger(store, venues, posters, types, controlOrders, ids);
    controlOrders.lookInside(ledger::lockedIn);
    var surveyPlaces = new InMemorySurveyPlaceRepository(store, divisions);
    var staff = new InMemoryStaffRepository(store, divisions);
    divisions.keep(staff::answerFor);
    divisions.keep(code -> venues.anyIs(venue -> venue.details().community().equals(code)));
    types.keep(code -> venues.anyIs(venue -> venue.details().type().equals(code)));
    divisions.keep(code -> surveyPlaces.anyIs(place -> place.details().community().equals(code)));
    types.keep(code -> surveyPlaces.anyIs(place -> place.details().type().equals(code)));
    var extents = new InMemoryExtents(divisions, types);
    var blindSpots = new InMemoryBlindSpots(store, surveyPlaces, venues, extents);
    divisions.keep(blindSpots::anyIsOf);
    var inspections = new InMemoryInspectionRepository(store, divisions);
    var plans = new InMemoryInspectionPlanRepository(store, venues, surveyPlaces, inspections);
    divisions.keep(code -> inspections.anyIs(found -> found.premises().community().equals(code)));
    types.keep(code -> inspections.anyIs(found -> found.premises().type().equals(code)));
    divisions.keep(code -> plans.anyIs(premises -> premises.community().equals(code)));
    types.keep(code -> plans.anyIs(premises -> premises.type().equals(code)));
    var notifications = new InMemoryNotifications(store, venues, divisions);
    var auditLog = new InMemoryAuditLog(store, divisions, venues);
    var warnings = new InMemoryPosterWarningRepository(store, venues, divisions);
    var visits = new InMemoryVisitRepository(store, ledger, venues, types, warnings);
    var posterDays = new InMemoryPosterDays(store, ledger, posters, venues, divisions);
    var turnedAway = new InMemoryTurnedAwayRepository(store);
    var holds = new InMemoryRetentionHolds(store);
    var rosters = new InMemoryRosterRepository(store);
    var cases = new InMemoryCases(store, divisions);
    divisions.keep(cases::anyIsOf);
    var contactLists = new InMemoryContactLists(store);
    var drills = new InMemoryDrills(store, divisions);
    divisions.keep(drills::anyIsOf);
    return new Stores(
        store,
        new InMemoryCreationLog(store),
        accounts,
        new InMemoryPersonRepository(store, ids),
        family,
        new InMemoryPaperPassRepository(store),
        new InMemorySessionRepository(store),
        staff,
        divisions,
        types,
        venues,
        managers,
        rosters,
        posters,
        ledger,
        visits,
        new InMemoryEntryCounts(store, ledger, venues),
        turnedAway,
        new InMemoryGateDeviceRepository(store),
        new InMemorySignInThrottle(store),
        auditLog,
        new InMemoryAuditChain(store, auditLog),
        new InMemoryDataRequestRepository(store, divisions, venues, visits),
        new InMemorySharedTokens(store),
        new InMemorySignInCodeRepository(store),
        notifications,
        notifications,
        new InMemoryDataPurge(store, ledger, turnedAway, holds),
        holds,
        new InMemoryRetentionReports(store),
        new InMemoryTurns(store),
        surveyPlaces,
        new InMemoryCoverage(store, surveyPlaces, venues, posters, ledger, extents),
        new InMemoryCoverageHistory(store, extents),
        blindSpots,
        posterDays,
        new InMemoryPosterScans(store, ledger, posterDays, posters, venues, divisions),
        warnings,
        inspections,
        plans,
        new InMemoryPhotoRepository(store),
        new InMemorySurveyImportRepository(store, surveyPlaces),
        new InMemoryPlaceMatchRepository(store, surveyPlaces, venues, divisions),
        new InMemoryCommunityChanges(store),
        new InMemoryTraceParameters(store),
        cases,
        contactLists,
        new InMemoryContactSearch(store, visits, venues, types, divisions, rosters),
        new InMemoryFollowUps(store, contactLists),
        new InMemoryExposureNotices(store, accounts),
        visits,
        drills,
        controlOrders,
        new InMemoryControlAppealRepository(store, controlOrders),
        new InMemoryVenueDirectory(store, venues, divisions),
        new InMemoryNodeBoard(store));
  }

  @Override
  public <T> T run(Supplier<T> work) {
    lock.lock();
    try {
      return lock.getHoldCount() > 1 ? work.get() : undoneOnFailure(work);
    } finally {
      lock.unlock();
    }
  }

  /** A table that takes part in the transactions. */
  <K, V> Map<K, V> table() {
    Map<K, V> table = new LinkedHashMap<>();
    tables.add(table);
    return table;
  }

  private <T> T undoneOnFailure(Supplier<T> work) {
    List<Runnable> undo = tables.stream().map(InMemoryStore::snapshot).toList();
    boolean finished = false;
    try {
      T result = work.get();
      finished = true;
      return result;
    } finally {
      if (!finished) {
        undo.forEach(Runnable::run);
      }
    }
  }

  private static <K, V> Runnable snapshot(Map<K, V> table) {
    Map<K, V> before = new LinkedHashMap<>(table);
    return () -> {
      table.clear();
      table.putAll(before);
    };
  }
}
