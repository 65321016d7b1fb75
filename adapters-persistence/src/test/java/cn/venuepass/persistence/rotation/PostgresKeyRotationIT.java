package cn.venuepass.persistence.rotation;

import cn.venuepass.persistence.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresKeyRotationIT implements KeyRotationContract {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Override
  public DatabaseSettings settings() {
    String name = "keys" + NEXT.incrementAndGet();
    Jdbi.create(postgres.getPostgresDatabase())
        .useHandle(handle -> handle.execute("CREATE DATABASE " + name));
    return new DatabaseSettings(postgres.getJdbcUrl("postgres", name), "postgres", "", 16);
  }
}
