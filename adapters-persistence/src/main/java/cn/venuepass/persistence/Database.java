package cn.venuepass.persistence;

import static cn.venuepass.persistence.StoreFaults.translated;

import cn.venuepass.application.CreationLog;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.Turns;
import cn.venuepass.application.access.SessionRepository;
import cn.venuepass.application.access.SharedTokens;
import cn.venuepass.application.access.SignInCodeRepository;
import cn.venuepass.application.access.SignInThrottle;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.audit.AuditChain;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.casework.VenueVisitors;
import cn.venuepass.application.control.ControlAppealRepository;
import cn.venuepass.application.control.ControlOrderRepository;
import cn.venuepass.application.coverage.BlindSpotRepository;
import cn.venuepass.application.coverage.CoverageHistory;
import cn.venuepass.application.coverage.CoverageRepository;
import cn.venuepass.application.drill.DrillRepository;
import cn.venuepass.application.followup.ExposureNotices;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.application.gate.EntryCounts;
import cn.venuepass.application.gate.GateDeviceRepository;
import cn.venuepass.application.gate.TurnedAwayRepository;
import cn.venuepass.application.inspection.InspectionPlanRepository;
import cn.venuepass.application.inspection.InspectionRepository;
import cn.venuepass.application.notification.NotificationRepository;
import cn.venuepass.application.notification.Outbox;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.application.person.PaperPassRepository;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.photo.PhotoRepository;
import cn.venuepass.application.posterlife.PosterDays;
import cn.venuepass.application.posterlife.PosterScans;
import cn.venuepass.application.posterlife.PosterWarningRepository;
import cn.venuepass.application.privacy.DataRequestRepository;
import cn.venuepass.application.retention.DataPurge;
import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.application.retention.RetentionReports;
import cn.venuepass.application.survey.PlaceMatchRepository;
import cn.venuepass.application.survey.SurveyImportRepository;
import cn.venuepass.application.survey.SurveyPlaceRepository;
import cn.venuepass.application.tracing.ContactSearch;
import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.application.venue.CommunityChanges;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.application.venue.RosterRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.persistence.access.JdbiSessionRepository;
import cn.venuepass.persistence.access.JdbiSharedTokens;
import cn.venuepass.persistence.access.JdbiSignInCodeRepository;
import cn.venuepass.persistence.access.JdbiSignInThrottle;
import cn.venuepass.persistence.access.JdbiStaffRepository;
import cn.venuepass.persistence.audit.JdbiAuditChain;
import cn.venuepass.persistence.audit.JdbiAuditLog;
import cn.venuepass.persistence.cases.JdbiCases;
import cn.venuepass.persistence.cases.JdbiContactLists;
import cn.venuepass.persistence.control.JdbiControlAppealRepository;
import cn.venuepass.persistence.control.JdbiControlOrderRepository;
import cn.venuepass.persistence.coverage.JdbiBlindSpotRepository;
import cn.venuepass.persistence.coverage.JdbiCoverageHistory;
import cn.venuepass.persistence.coverage.JdbiCoverageRepository;
import cn.venuepass.persistence.drill.JdbiDrills;
import cn.venuepass.persistence.followup.JdbiExposureNotices;
import cn.venuepass.persistence.followup.JdbiFollowUps;
import cn.venuepass.persistence.gate.JdbiEntryCounts;
import cn.venuepass.persistence.gate.JdbiGateDeviceRepository;
import cn.venuepass.persistence.gate.JdbiTurnedAwayRepository;
import cn.venuepass.persistence.inspection.JdbiInspectionPlanRepository;
import cn.venuepass.persistence.inspection.JdbiInspectionRepository;
import cn.venuepass.persistence.notification.JdbiNotificationRepository;
import cn.venuepass.persistence.notification.JdbiOutbox;
import cn.venuepass.persistence.pass.JdbiPaperPassRepository;
import cn.venuepass.persistence.person.JdbiAccountRepository;
import cn.venuepass.persistence.person.JdbiFamilyRepository;
import cn.venuepass.persistence.person.JdbiPersonRepository;
import cn.venuepass.persistence.photo.JdbiPhotoRepository;
import cn.venuepass.persistence.posterlife.JdbiPosterDays;
import cn.venuepass.persistence.posterlife.JdbiPosterScans;
import cn.venuepass.persistence.posterlife.JdbiPosterWarningRepository;
import cn.venuepass.persistence.privacy.JdbiDataRequestRepository;
import cn.venuepass.persistence.retention.JdbiDataPurge;
import cn.venuepass.persistence.retention.JdbiRetentionHolds;
import cn.venuepass.persistence.retention.JdbiRetentionReports;
import cn.venuepass.persistence.rotation.KeyUsage;
import cn.venuepass.persistence.rotation.Renewal;
import cn.venuepass.persistence.survey.JdbiPlaceMatchRepository;
import cn.venuepass.persistence.survey.JdbiSurveyImportRepository;
import cn.venuepass.persistence.survey.JdbiSurveyPlaceRepository;
import cn.venuepass.persistence.tracing.JdbiContactSearch;
import cn.venuepass.persistence.tracing.JdbiTraceParameters;
import cn.venuepass.persistence.venue.JdbiCommunityChanges;
import cn.venuepass.persistence.venue.JdbiDivisionRepository;
import cn.venuepass.persistence.venue.JdbiManagerRepository;
import cn.venuepass.persistence.venue.JdbiPosterRepository;
import cn.venuepass.persistence.venue.JdbiRosterRepository;
import cn.venuepass.persistence.venue.JdbiVenueRepository;
import cn.venuepass.persistence.venue.JdbiVenueTypeRepository;
import cn.venuepass.persistence.visit.BatchTransactions;
import cn.venuepass.persistence.visit.GroupCommitLedger;
import cn.venuepass.persistence.visit.JdbiVenueVisitors;
import cn.venuepass.persistence.visit.JdbiVisitRepository;
import cn.venuepass.persistence.visit.LedgerMeters;
import cn.venuepass.persistence.visit.LedgerSettings;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database with the service's schema: H2 or PostgreSQL, told apart by the JDBC URL. */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int VALIDATION_SECONDS = 2;
  private static final int STOP_SECONDS = 10;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final DatabaseSettings.Vendor vendor;
  private final ScheduledExecutorService upkeep;
  private final LedgerSettings ledgerSettings;
  private final HikariDataSource ledgerPool;
  private final Jdbi ledgerJdbi;
  private final ExecutorService writers = Executors.newCachedThreadPool(Database::writer);
  private final MeterRegistry meters;
  private final List<GroupCommitLedger> ledgers = new CopyOnWriteArrayList<>();

  private Database(
      HikariDataSource pool,
      DatabaseSettings settings,
      MeterRegistry meters,
      ScheduledExecutorService upkeep) {
    this.pool = pool;
    this.jdbi = jdbi(pool);
    this.vendor = settings.vendor();
    this.upkeep = upkeep;
    this.ledgerSettings = settings.ledger();
    this.ledgerPool = Pools.ofLedger(settings, meters);
    this.ledgerJdbi = jdbi(ledgerPool);
    this.meters = meters;
  }

  /**
   * Connects, and brings the schema up to date.
   *
   * @throws TemporarilyUnavailable when there is no connection
   */
  public static Database open(DatabaseSettings settings, InstantSource clock) {
    return open(settings, clock, new CompositeMeterRegistry());
  }

  /**
   * The same, and tells how it fares.
   *
   * @param meters measure how the connections are used, and the ledger
   * @throws TemporarilyUnavailable when there is no connection
   */
  public static Database open(
      DatabaseSettings settings, InstantSource clock, MeterRegistry meters) {
    HikariDataSource pool = Pools.common(settings, meters);
    try {
      migrate(settings);
      ScheduledExecutorService upkeep =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                var thread = new Thread(work, "venuepass-upkeep");
                thread.setDaemon(true);
                return thread;
              });
      if (settings.vendor() == DatabaseSettings.Vendor.POSTGRESQL) {
        keepPartitions(new Partitions(jdbi(pool)), clock, upkeep);
      }
      return new Database(pool, settings, meters, upkeep);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /**
   * Connects to a database as it is, to look at it.
   *
   * @throws TemporarilyUnavailable when there is no connection
   */
  public static Database look(DatabaseSettings settings) {
    return new Database(
        Pools.patient(settings),
        settings,
        new CompositeMeterRegistry(),
        Executors.newSingleThreadScheduledExecutor());
  }

  /** Whether it was written with those keys. */
  public boolean isUnder(PersonalFields fields) {
    return new Installation(jdbi, fields).isMine();
  }

  /**
   * Takes an empty database into possession, or checks that it is one's own.
   *
   * @param purpose what the installation is for; a demo's database never serves another purpose
   * @throws IllegalArgumentException when it belongs to another purpose or to other keys
   */
  public void claim(String purpose, PersonalFields fields) {
    new Installation(jdbi, fields).claim(purpose);
  }

  /**
   * What brings stored values under new keys, a slice at a time.
   *
   * @param slice how many rows are looked at in one step
   */
  public Renewal renewal(PersonalFields fields, InstantSource clock, int slice) {
    return new Renewal(jdbi, fields, new Installation(jdbi, fields)::renew, clock, slice);
  }

  /** How many stored values rest on which key. */
  public KeyUsage keyUsage() {
    return KeyUsage.count(jdbi);
  }

  /** Forgets whose the hashes of a key were, once nothing else rests on it. */
  public void forgetClaims(byte hashKey) {
    HashClaims.forget(jdbi, hashKey);
  }

  /** The stores over this database. */
  public Stores stores(PersonalFields fields, IdGenerator ids) {
    return new Stores(
        new JdbiTransactions(jdbi),
        translated(CreationLog.class, new JdbiCreationLog(jdbi)),
        translated(AccountRepository.class, new JdbiAccountRepository(jdbi, fields, ids)),
        translated(PersonRepository.class, new JdbiPersonRepository(jdbi, fields, ids)),
        translated(FamilyRepository.class, new JdbiFamilyRepository(jdbi, fields)),
        translated(PaperPassRepository.class, new JdbiPaperPassRepository(jdbi)),
        translated(SessionRepository.class, new JdbiSessionRepository(jdbi)),
        translated(StaffRepository.class, new JdbiStaffRepository(jdbi, fields)),
        translated(DivisionRepository.class, new JdbiDivisionRepository(jdbi)),
        translated(VenueTypeRepository.class, new JdbiVenueTypeRepository(jdbi)),
        translated(VenueRepository.class, new JdbiVenueRepository(jdbi, fields)),
        translated(ManagerRepository.class, new JdbiManagerRepository(jdbi, fields)),
        translated(RosterRepository.class, new JdbiRosterRepository(jdbi, fields)),
        translated(PosterRepository.class, new JdbiPosterRepository(jdbi)),
        translated(VisitLedger.class, ledger(ids)),
        translated(VisitRepository.class, new JdbiVisitRepository(jdbi)),
        translated(EntryCounts.class, new JdbiEntryCounts(jdbi)),
        translated(TurnedAwayRepository.class, new JdbiTurnedAwayRepository(jdbi, fields)),
        translated(GateDeviceRepository.class, new JdbiGateDeviceRepository(jdbi)),
        translated(SignInThrottle.class, new JdbiSignInThrottle(jdbi, fields)),
        translated(AuditLog.class, new JdbiAuditLog(jdbi)),
        translated(AuditChain.class, new JdbiAuditChain(jdbi)),
        translated(DataRequestRepository.class, new JdbiDataRequestRepository(jdbi, fields)),
        translated(SharedTokens.class, new JdbiSharedTokens(jdbi, fields, ids)),
        translated(SignInCodeRepository.class, new JdbiSignInCodeRepository(jdbi, fields)),
        translated(Outbox.class, new JdbiOutbox(jdbi)),
        translated(NotificationRepository.class, new JdbiNotificationRepository(jdbi)),
        translated(
            DataPurge.class, new JdbiDataPurge(jdbi, vendor == DatabaseSettings.Vendor.POSTGRESQL)),
        translated(RetentionHolds.class, new JdbiRetentionHolds(jdbi)),
        translated(RetentionReports.class, new JdbiRetentionReports(jdbi)),
        translated(Turns.class, new JdbiTurns(jdbi)),
        translated(SurveyPlaceRepository.class, new JdbiSurveyPlaceRepository(jdbi)),
        translated(CoverageRepository.class, new JdbiCoverageRepository(jdbi)),
        translated(CoverageHistory.class, new JdbiCoverageHistory(jdbi)),
        translated(BlindSpotRepository.class, new JdbiBlindSpotRepository(jdbi, fields)),
        translated(PosterDays.class, new JdbiPosterDays(jdbi)),
        translated(PosterScans.class, new JdbiPosterScans(jdbi)),
        translated(PosterWarningRepository.class, new JdbiPosterWarningRepository(jdbi)),
        translated(InspectionRepository.class, new JdbiInspectionRepository(jdbi, fields, ids)),
        translated(InspectionPlanRepository.class, new JdbiInspectionPlanRepository(jdbi)),
        translated(PhotoRepository.class, new JdbiPhotoRepository(jdbi, fields)),
        translated(SurveyImportRepository.class, new JdbiSurveyImportRepository(jdbi)),
        translated(PlaceMatchRepository.class, new JdbiPlaceMatchRepository(jdbi, ids)),
        translated(CommunityChanges.class, new JdbiCommunityChanges(jdbi, ids)),
        translated(TraceParametersRepository.class, new JdbiTraceParameters(jdbi)),
        translated(CaseRepository.class, new JdbiCases(jdbi, fields)),
        translated(ContactLists.class, new JdbiContactLists(jdbi)),
        translated(ContactSearch.class, new JdbiContactSearch(jdbi)),
        translated(FollowUps.class, new JdbiFollowUps(jdbi, fields, ids)),
        translated(ExposureNotices.class, new JdbiExposureNotices(jdbi)),
        translated(VenueVisitors.class, new JdbiVenueVisitors(jdbi)),
        translated(DrillRepository.class, new JdbiDrills(jdbi, fields)),
        translated(ControlOrderRepository.class, new JdbiControlOrderRepository(jdbi, fields)),
        translated(ControlAppealRepository.class, new JdbiControlAppealRepository(jdbi, fields)));
  }

  /**
   * Makes room for visits of other times than the present, for which there is always room: those
   * with an entry on these days (UTC), both included. H2 needs none.
   */
  public void makeRoomForVisits(LocalDate first, LocalDate last) {
    if (vendor == DatabaseSettings.Vendor.POSTGRESQL) {
      new Partitions(jdbi).makeForVisits(first, last);
    }
  }

  private GroupCommitLedger ledger(IdGenerator ids) {
    var told = new LedgerMeters(meters);
    var ledger =
        new GroupCommitLedger(
            jdbi,
            new BatchTransactions(ledgerJdbi, ids, new Partitions(jdbi)::makeAround, told),
            writers,
            ledgerSettings,
            told);
    ledgers.add(ledger);
    return ledger;
  }

  /** Whether a connection answers now, and scans are being stored. */
  public boolean isReady() {
    if (ledgers.stream().anyMatch(GroupCommitLedger::isStuck)) {
      return false;
    }
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(VALIDATION_SECONDS);
    } catch (SQLException e) {
      LOG.debug("not ready", e);
      return false;
    }
  }

  /** Stores the scans that still wait, and lets go of the database. */
  @Override
  public void close() {
    upkeep.shutdownNow();
    writers.shutdown();
    try {
      if (!writers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("scans are still being stored");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ledgerPool.close();
    pool.close();
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** What the ledger's writers use. */
  Jdbi ledgerJdbi() {
    return ledgerJdbi;
  }

  private static Jdbi jdbi(HikariDataSource pool) {
    Jdbi jdbi = Columns.register(Jdbi.create(() -> connection(pool)));
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    if (pool.getJdbcUrl().startsWith("jdbc:h2:")) {
      jdbi.setTransactionHandler(new WrittenCommits());
    }
    return jdbi;
  }

  private static Thread writer(Runnable work) {
    return new Thread(work, "venuepass-ledger");
  }

  private static Connection connection(HikariDataSource pool) {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw new TemporarilyUnavailable("no connection to the database", e);
    }
  }

  private static void migrate(DatabaseSettings settings) {
    try (HikariDataSource patient = Pools.patient(settings)) {
      Flyway.configure()
          .dataSource(patient)
          .locations(
              "classpath:db/migration/common",
              "classpath:db/migration/" + settings.vendor().folder())
          .load()
          .migrate();
    }
  }

  private static void keepPartitions(
      Partitions partitions, InstantSource clock, ScheduledExecutorService upkeep) {
    partitions.makeAround(clock.instant());
    var unused =
        upkeep.scheduleWithFixedDelay(
            () -> {
              try {
                partitions.makeAround(clock.instant());
              } catch (JdbiException | TemporarilyUnavailable e) {
                LOG.warn("partitions could not be made ahead; trying again in an hour", e);
              }
            },
            1,
            1,
            TimeUnit.HOURS);
  }
}
