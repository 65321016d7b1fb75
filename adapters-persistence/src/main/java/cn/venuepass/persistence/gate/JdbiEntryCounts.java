package cn.venuepass.persistence.gate;

import cn.venuepass.application.gate.EntryCounts;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** Counts the entries among the visits. */
public final class JdbiEntryCounts implements EntryCounts {
  private static final ZoneOffset CHINA_OFFSET = ZoneOffset.ofHours(8);

  private final Jdbi jdbi;

  public JdbiEntryCounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Map<LocalDate, Map<ScanMethod, Long>> byDay(VenueId venue, Instant from, Instant to) {
    Map<LocalDate, Map<ScanMethod, Long>> days = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT FLOOR((EXTRACT(EPOCH FROM entered_at) + :zone) / 86400) AS epoch_day,
                           entry_method, count(*) AS entries
                      FROM visit
                     WHERE venue_id = :venue AND entry_method IS NOT NULL
                       AND entered_at >= :from AND entered_at < :to
                     GROUP BY 1, entry_method
                    """)
                .bind("zone", CHINA_OFFSET.getTotalSeconds())
                .bind("venue", venue.value())
                .bind("from", from)
                .bind("to", to)
                .map(
                    (row, context) ->
                        days.computeIfAbsent(
                                LocalDate.ofEpochDay(row.getLong("epoch_day")),
                                day -> new EnumMap<>(ScanMethod.class))
                            .put(method(row), row.getLong("entries")))
                .list());
    return days;
  }

  @Override
  public Map<ScanMethod, Long> inCommunity(DivisionCode community, Instant from, Instant to) {
    Map<ScanMethod, Long> counts = new EnumMap<>(ScanMethod.class);
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT v.entry_method, count(*) AS entries
                      FROM visit v JOIN venue ON venue.id = v.venue_id
                     WHERE venue.community_code = :community AND v.entry_method IS NOT NULL
                       AND v.entered_at >= :from AND v.entered_at < :to
                     GROUP BY v.entry_method
                    """)
                .bind("community", community.text())
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> counts.put(method(row), row.getLong("entries")))
                .list());
    return counts;
  }

  private static ScanMethod method(ResultSet row) throws SQLException {
    return ScanMethod.valueOf(row.getString("entry_method"));
  }
}
