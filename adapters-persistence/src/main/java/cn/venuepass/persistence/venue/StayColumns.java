package cn.venuepass.persistence.venue;

import cn.venuepass.domain.venue.StayRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The rules of stay as {@code venue_type} holds them, in whole seconds. */
public final class StayColumns {
  private StayColumns() {}

  public static StayRules read(ResultSet row) throws SQLException {
    return new StayRules(
        Duration.ofSeconds(row.getInt("typical_stay_seconds")),
        Duration.ofSeconds(row.getInt("maximum_stay_seconds")),
        Duration.ofSeconds(row.getInt("reentry_gap_seconds")));
  }
}
