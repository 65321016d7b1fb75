package cn.venuepass.benchmarks.city;

import cn.venuepass.persistence.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL of one's own, whose data stays in a folder when it stops. */
public final class CityServer implements AutoCloseable {
  private static final String SUPERUSER = "postgres";

  private final EmbeddedPostgres server;

  private CityServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /** Starts it on that folder, which is made if it is not there. */
  public static CityServer on(Path folder) {
    try {
      Path data = Files.createDirectories(folder).toAbsolutePath();
      return new CityServer(
          EmbeddedPostgres.builder()
              .setDataDirectory(data.resolve("postgres"))
              .setCleanDataDirectory(false)
              .setServerConfig("shared_buffers", "1GB")
              .setServerConfig("max_wal_size", "8GB")
              .setServerConfig("checkpoint_timeout", "15min")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where to find it. */
  public DatabaseSettings settings() {
    return target().settings();
  }

  Target target() {
    return new Target(server.getJdbcUrl(SUPERUSER, SUPERUSER), SUPERUSER, "");
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
