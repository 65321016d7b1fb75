package cn.venuepass.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresUpgradeIT implements UpgradeContract {
  private EmbeddedPostgres postgres;

  @BeforeEach
  void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterEach
  void stop() throws IOException {
    postgres.close();
  }

  @Override
  public DatabaseSettings settings() {
    return new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", 4);
  }
}
