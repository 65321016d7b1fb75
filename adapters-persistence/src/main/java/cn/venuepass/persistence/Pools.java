package cn.venuepass.persistence;

import cn.venuepass.application.TemporarilyUnavailable;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.concurrent.TimeUnit;

/** The connections to a database, by what they are for. */
final class Pools {
  private static final int CONNECT_SECONDS = 5;
  private static final int VALIDATION_SECONDS = 2;

  /**
   * Nobody hears of a network that swallows everything. A connection that says nothing for so long
   * while it is asked is given up, unless the URL has a socketTimeout of its own; and PostgreSQL
   * gives up a transaction that it hears no more of, with the rows that it holds.
   */
  private static final int SILENCE_SECONDS = 10;

  /** What works on everything, as a migration does, may take its time. */
  private static final int WHATEVER_IT_TAKES = 0;

  /**
   * The ledger's statements are about a few hundred known keys at once, and must stay that way also
   * while PostgreSQL does not know yet how large a new partition has become.
   */
  private static final String BY_INDEX =
      "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off"
          + " -c plan_cache_mode=force_custom_plan";

  private Pools() {}

  /**
   * For all that people ask.
   *
   * @throws TemporarilyUnavailable when there is no connection
   */
  static HikariDataSource common(DatabaseSettings settings, MeterRegistry meters) {
    return opened(config(settings, "venuepass", SILENCE_SECONDS, meters));
  }

  /**
   * For work on everything, at the pace that it takes.
   *
   * @throws TemporarilyUnavailable when there is no connection
   */
  static HikariDataSource patient(DatabaseSettings settings) {
    return opened(
        config(settings, "venuepass-work", WHATEVER_IT_TAKES, new CompositeMeterRegistry()));
  }

  /** For the ledger's writers, so that nobody who asks much holds up a scan; opened by scans. */
  static HikariDataSource ofLedger(DatabaseSettings settings, MeterRegistry meters) {
    HikariConfig config = config(settings, "venuepass-ledger", SILENCE_SECONDS, meters);
    config.setMaximumPoolSize(settings.ledger().writers());
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    if (settings.vendor() == DatabaseSettings.Vendor.POSTGRESQL) {
      config.addDataSourceProperty("options", BY_INDEX);
      config.addDataSourceProperty("prepareThreshold", "1");
    }
    return new HikariDataSource(config);
  }

  private static HikariDataSource opened(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      throw new TemporarilyUnavailable("no connection to the database", e);
    }
  }

  private static HikariConfig config(
      DatabaseSettings settings, String name, int silenceSeconds, MeterRegistry meters) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
    config.setValidationTimeout(TimeUnit.SECONDS.toMillis(VALIDATION_SECONDS));
    if (settings.vendor() == DatabaseSettings.Vendor.POSTGRESQL) {
      config.addDataSourceProperty("socketTimeout", String.valueOf(silenceSeconds));
      config.addDataSourceProperty("tcpKeepAlive", "true");
      config.setConnectionInitSql(
          "SET idle_in_transaction_session_timeout = '%ds'".formatted(silenceSeconds));
      config.addDataSourceProperty("logServerErrorDetail", "false");
    }
    return config;
  }
}
