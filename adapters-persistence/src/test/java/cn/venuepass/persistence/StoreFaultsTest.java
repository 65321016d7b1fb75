package cn.venuepass.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.TemporarilyUnavailable;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

/** Which faults of a database pass by themselves. */
class StoreFaultsTest {
  @Test
  void aFaultThatPassesShouldBeTriedAgainLater() {
    for (String state :
        List.of(
            "08006", "25P03", "40001", "40P01", "53100", "53300", "55P03", "57P01", "57P03",
            "58030", "90067", "90098")) {
      assertThatThrownBy(() -> failing(state).run())
          .as(state)
          .isInstanceOf(TemporarilyUnavailable.class)
          .hasMessageContaining(state);
    }
  }

  @Test
  void aFaultThatStaysShouldNotBeCalledPassing() {
    for (String state : List.of("23505", "22001", "42P01", "57P04", "25P02")) {
      assertThatThrownBy(() -> failing(state).run())
          .as(state)
          .isInstanceOf(ConnectionException.class);
    }
  }

  private static Runnable failing(String state) {
    return StoreFaults.translated(
        Runnable.class,
        () -> {
          throw new ConnectionException(new SQLException("of the database", state));
        });
  }
}
