package cn.venuepass.persistence;

import static cn.venuepass.persistence.StoreFaults.translated;

import cn.venuepass.application.CreationLog;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.access.SessionRepository;
import cn.venuepass.application.access.SharedTokens;
import cn.venuepass.application.access.SignInCodeRepository;
import cn.venuepass.application.access.SignInThrottle;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.audit.AuditChain;
import cn.venuepass.application.audit.AuditLog;
import cn.venuepass.application.gate.EntryCounts;
import cn.venuepass.application.gate.GateDeviceRepository;
import cn.venuepass.application.gate.TurnedAwayRepository;
import cn.venuepass.application.notification.NotificationRepository;
import cn.venuepass.application.notification.Outbox;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.application.person.PaperPassRepository;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.privacy.DataRequestRepository;
import cn.venuepass.application.retention.DataPurge;
import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.application.retention.RetentionReports;
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
import cn.venuepass.persistence.gate.JdbiEntryCounts;
import cn.venuepass.persistence.gate.JdbiGateDeviceRepository;
import cn.venuepass.persistence.gate.JdbiTurnedAwayRepository;
import cn.venuepass.persistence.notification.JdbiNotificationRepository;
import cn.venuepass.persistence.notification.JdbiOutbox;
import cn.venuepass.persistence.pass.JdbiPaperPassRepository;
import cn.venuepass.persistence.person.JdbiAccountRepository;
import cn.venuepass.persistence.person.JdbiFamilyRepository;
import cn.venuepass.persistence.person.JdbiPersonRepository;
import cn.venuepass.persistence.privacy.JdbiDataRequestRepository;
import cn.venuepass.persistence.retention.JdbiDataPurge;
import cn.venuepass.persistence.retention.JdbiRetentionHolds;
import cn.venuepass.persistence.retention.JdbiRetentionReports;
import cn.venuepass.persistence.rotation.KeyUsage;
import cn.venuepass.persistence.rotation.Renewal;
import cn.venuepass.persistence.venue.JdbiDivisionRepository;
import cn.venuepass.persistence.venue.JdbiManagerRepository;
import cn.venuepass.persistence.venue.JdbiPosterRepository;
import cn.venuepass.persistence.venue.JdbiRosterRepository;
import cn.venuepass.persistence.venue.JdbiVenueRepository;
import cn.venuepass.persistence.venue.JdbiVenueTypeRepository;
import cn.venuepass.persistence.visit.JdbiVisitLedger;
import cn.venuepass.persistence.visit.JdbiVisitRepository;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
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

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final DatabaseSettings.Vendor vendor;
  private final ScheduledExecutorService upkeep;

  private Database(
      HikariDataSource pool,
      Jdbi jdbi,
      DatabaseSettings.Vendor vendor,
      ScheduledExecutorService upkeep) {
    this.pool = pool;
    this.jdbi = jdbi;
    this.vendor = vendor;
    this.upkeep = upkeep;
  }

  /**
   * Connects, and brings the schema up to date.
   *
   * @throws TemporarilyUnavailable when there is no connection
   */
  public static Database open(DatabaseSettings settings, InstantSource clock) {
    HikariDataSource pool = pool(settings);
    try {
      migrate(pool, settings.vendor());
      Jdbi jdbi = jdbi(pool);
      ScheduledExecutorService upkeep =
          Executors.newSingleThreadScheduledExecutor(
              work -> {
                var thread = new Thread(work, "venuepass-upkeep");
                thread.setDaemon(true);
                return thread;
              });
      if (settings.vendor() == DatabaseSettings.Vendor.POSTGRESQL) {
        keepPartitions(new Partitions(jdbi), clock, upkeep);
      }
      return new Database(pool, jdbi, settings.vendor(), upkeep);
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
    HikariDataSource pool = pool(settings);
    return new Database(
        pool, jdbi(pool), settings.vendor(), Executors.newSingleThreadScheduledExecutor());
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
        translated(
            VisitLedger.class, new JdbiVisitLedger(jdbi, ids, new Partitions(jdbi)::makeAround)),
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
        translated(RetentionReports.class, new JdbiRetentionReports(jdbi)));
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

  /** Whether a connection answers now. */
  public boolean isReady() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(VALIDATION_SECONDS);
    } catch (SQLException e) {
      LOG.debug("not ready", e);
      return false;
    }
  }

  @Override
  public void close() {
    upkeep.shutdownNow();
    pool.close();
  }

  Jdbi jdbi() {
    return jdbi;
  }

  private static Jdbi jdbi(HikariDataSource pool) {
    Jdbi jdbi = Columns.register(Jdbi.create(() -> connection(pool)));
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  private static HikariDataSource pool(DatabaseSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("venuepass");
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(5));
    if (settings.vendor() == DatabaseSettings.Vendor.POSTGRESQL) {
      config.addDataSourceProperty("logServerErrorDetail", "false");
    }
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new TemporarilyUnavailable("no connection to the database", e);
    }
  }

  private static Connection connection(HikariDataSource pool) {
    try {
      return pool.getConnection();
    } catch (SQLException e) {
      throw new TemporarilyUnavailable("no connection to the database", e);
    }
  }

  private static void migrate(HikariDataSource pool, DatabaseSettings.Vendor vendor) {
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor.folder())
        .load()
        .migrate();
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
