package cn.venuepass.persistence;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.persistence.rotation.KeyUsage;
import cn.venuepass.persistence.rotation.Renewal;
import cn.venuepass.persistence.visit.BatchTransactions;
import cn.venuepass.persistence.visit.GroupCommitLedger;
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
    this.jdbi = jdbi(pool, settings.vendor());
    this.vendor = settings.vendor();
    this.upkeep = upkeep;
    this.ledgerSettings = settings.ledger();
    this.ledgerPool = Pools.ofLedger(settings, meters);
    this.ledgerJdbi = jdbi(ledgerPool, settings.vendor());
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
        keepPartitions(new Partitions(jdbi(pool, settings.vendor())), clock, upkeep);
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
    return JdbiStores.of(jdbi, vendor, ledger(ids), fields, ids);
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

  private static Jdbi jdbi(HikariDataSource pool, DatabaseSettings.Vendor vendor) {
    Jdbi jdbi = Columns.register(Jdbi.create(() -> connection(pool)));
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    if (vendor == DatabaseSettings.Vendor.H2) {
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
