package cn.venuepass.persistence.posterlife;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Days;
import cn.venuepass.application.posterlife.PosterScans;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.posterlife.BusyHour;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.OwnScan;
import cn.venuepass.domain.posterlife.TwoPlaces;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** One query over the visits of a span of time, for all posters. */
public final class JdbiPosterScans implements PosterScans {
  private static final String BUSY_HOURS =
      """
      SELECT h.poster_id, p.venue_id, h.epoch_hour, h.scans, h.people, h.first_at, h.last_at,
             COUNT(d.counted_on) AS past_days, COALESCE(SUM(d.busiest_hour), 0) AS past_busiest
        FROM (SELECT s.poster_id, FLOOR(EXTRACT(EPOCH FROM s.at) / 3600) AS epoch_hour,
                     COUNT(*) AS scans, COUNT(DISTINCT s.person_id) AS people,
                     MIN(s.at) AS first_at, MAX(s.at) AS last_at
                FROM %s s
               GROUP BY s.poster_id, FLOOR(EXTRACT(EPOCH FROM s.at) / 3600)
              HAVING COUNT(*) > :least) h
        JOIN poster p ON p.id = h.poster_id
        LEFT JOIN poster_day d ON d.poster_id = h.poster_id AND d.counted_on >= :past AND d.counted_on < :day
       GROUP BY h.poster_id, p.venue_id, h.epoch_hour, h.scans, h.people, h.first_at, h.last_at
      """
          .formatted(PosterPassages.TABLE);

  /** Each person's entries in order, each beside the one before: the visits are read once. */
  private static final String TWO_PLACES =
      """
      SELECT e.person_id, e.id, e.venue_id, e.entered_at, e.entry_poster_id,
             COALESCE(d.parent_code, d.code) AS territory,
             e.first_id, e.first_venue, e.first_at, e.first_poster,
             COALESCE(fd.parent_code, fd.code) AS first_territory
        FROM (SELECT v.person_id, v.id, v.venue_id, v.entered_at, v.entry_poster_id,
                     LAG(v.id) OVER w AS first_id,
                     LAG(v.venue_id) OVER w AS first_venue,
                     LAG(v.entered_at) OVER w AS first_at,
                     LAG(v.entry_poster_id) OVER w AS first_poster
                FROM visit v
               WHERE v.entered_at >= :earliest AND v.entered_at < :to
                 AND v.entry_method = 'POSTER' AND v.entry_poster_id IS NOT NULL
              WINDOW w AS (PARTITION BY v.person_id ORDER BY v.entered_at, v.id)) e
        JOIN venue ON venue.id = e.venue_id
        JOIN division d ON d.code = venue.community_code
        JOIN venue fv ON fv.id = e.first_venue
        JOIN division fd ON fd.code = fv.community_code
       WHERE e.entered_at >= :from
         AND e.first_at >= e.entered_at - CAST(:seconds AS integer) * INTERVAL '1' SECOND
         AND COALESCE(d.parent_code, d.code) <> COALESCE(fd.parent_code, fd.code)
      """;

  private final Jdbi jdbi;

  public JdbiPosterScans(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<BusyHour> listBusyHours(LocalDate day, int least, int pastDays) {
    return jdbi.withHandle(
        handle ->
            PosterPassages.bind(
                    handle.createQuery(BUSY_HOURS), Days.begin(day), Days.begin(day.plusDays(1)))
                .bind("least", least)
                .bind("past", day.minusDays(pastDays))
                .bind("day", day)
                .map(JdbiPosterScans::busyHour)
                .list());
  }

  @Override
  public List<TwoPlaces> listTwoPlaces(Instant from, Instant to, Duration within) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TWO_PLACES)
                .bind("from", from)
                .bind("earliest", from.minus(within))
                .bind("to", to)
                .bind("seconds", within.toSeconds())
                .map(JdbiPosterScans::twoPlaces)
                .list());
  }

  @Override
  public List<DoubtfulScan> listOf(VenueId venue, PosterId poster, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            PosterPassages.bind(
                    handle.createQuery(
                        "SELECT s.venue_id, s.begins, s.visit_id, s.direction, s.at FROM "
                            + PosterPassages.TABLE
                            + " s WHERE s.venue_id = :venue AND s.poster_id = :poster"),
                    from,
                    to)
                .bind("venue", venue.value())
                .bind("poster", poster.value())
                .map((row, context) -> PosterPassages.read(row))
                .list());
  }

  private static BusyHour busyHour(ResultSet row, StatementContext context) throws SQLException {
    return new BusyHour(
        new PosterId(uuid(row, "poster_id")),
        new VenueId(uuid(row, "venue_id")),
        Instant.EPOCH.plus(Duration.ofHours(row.getLong("epoch_hour"))),
        row.getInt("scans"),
        row.getInt("people"),
        instant(row, "first_at"),
        instant(row, "last_at"),
        new BusyHour.Past(row.getInt("past_days"), row.getInt("past_busiest")));
  }

  private static TwoPlaces twoPlaces(ResultSet row, StatementContext context) throws SQLException {
    var person = new PersonId(uuid(row, "person_id"));
    return new TwoPlaces(
        new OwnScan(
            person,
            new PosterId(uuid(row, "first_poster")),
            new DivisionCode(row.getString("first_territory")),
            entry(row, "first_venue", "first_id", "first_at")),
        new OwnScan(
            person,
            new PosterId(uuid(row, "entry_poster_id")),
            new DivisionCode(row.getString("territory")),
            entry(row, "venue_id", "id", "entered_at")));
  }

  private static DoubtfulScan entry(ResultSet row, String venue, String visit, String at)
      throws SQLException {
    return new DoubtfulScan(
        new VenueId(uuid(row, venue)),
        instant(row, at),
        new VisitId(uuid(row, visit)),
        Direction.IN,
        instant(row, at));
  }
}
