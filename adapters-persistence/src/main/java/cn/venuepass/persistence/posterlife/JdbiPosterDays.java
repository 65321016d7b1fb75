package cn.venuepass.persistence.posterlife;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Days;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.posterlife.PosterDays;
import cn.venuepass.application.posterlife.SilentPoster;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.Narrowed;
import cn.venuepass.persistence.venue.PosterRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts in one statement for all posters. */
public final class JdbiPosterDays implements PosterDays {
  private static final String COUNT =
      """
      INSERT INTO poster_day (poster_id, counted_on, scans, busiest_hour, last_scan_at)
      SELECT h.poster_id, CAST(:day AS date), SUM(h.scans), MAX(h.scans), MAX(h.last_at)
        FROM (SELECT s.poster_id, COUNT(*) AS scans, MAX(s.at) AS last_at
                FROM %s s
               GROUP BY s.poster_id, FLOOR(EXTRACT(EPOCH FROM s.at) / 3600)) h
       GROUP BY h.poster_id
      """
          .formatted(PosterPassages.TABLE);
  private static final String SILENT =
      "SELECT "
          + PosterRow.COLUMNS
          + """
          , v.name AS venue_name, v.community_code,
            (SELECT MAX(d.last_scan_at) FROM poster_day d WHERE d.poster_id = p.id) AS last_scan_at
            FROM poster p JOIN venue v ON v.id = p.venue_id
           WHERE v.status = 'APPROVED' AND p.issued_at < :since
             AND (p.revoked_at IS NULL OR p.revoked_at > :now)
             AND NOT EXISTS (SELECT 1 FROM poster_day d
                              WHERE d.poster_id = p.id AND d.counted_on >= :day
                                AND d.last_scan_at >= :since)
          """;
  private static final Keyset OLDEST_FIRST = Keyset.ascending("p.issued_at", "p.id");

  private final Jdbi jdbi;

  public JdbiPosterDays(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Instant lockCountedUntil() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT counted_until FROM poster_count WHERE id = 1 FOR UPDATE")
                .map((row, context) -> instant(row, "counted_until"))
                .one());
  }

  @Override
  public void setCountedUntil(Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE poster_count SET counted_until = :at WHERE id = 1")
                .bind("at", at)
                .execute());
  }

  @Override
  public void recount(LocalDate day) {
    jdbi.useTransaction(
        handle -> {
          int unused =
              handle
                  .createUpdate("DELETE FROM poster_day WHERE counted_on = :day")
                  .bind("day", day)
                  .execute();
          int unusedToo =
              PosterPassages.bind(
                      handle.createUpdate(COUNT).bind("day", day),
                      Days.begin(day),
                      Days.begin(day.plusDays(1)))
                  .execute();
        });
  }

  @Override
  public List<PosterDay> daysOf(PosterId poster, LocalDate from) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT counted_on, scans, busiest_hour, last_scan_at FROM poster_day
                     WHERE poster_id = :poster AND counted_on >= :from ORDER BY counted_on
                    """)
                .bind("poster", poster.value())
                .bind("from", from)
                .map(
                    (row, context) ->
                        new PosterDay(
                            poster,
                            row.getObject("counted_on", LocalDate.class),
                            row.getInt("scans"),
                            row.getInt("busiest_hour"),
                            instant(row, "last_scan_at")))
                .list());
  }

  @Override
  public Optional<Instant> lastScanOf(PosterId poster) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT last_scan_at FROM poster_day WHERE poster_id = :poster
                     ORDER BY counted_on DESC LIMIT 1
                    """)
                .bind("poster", poster.value())
                .map((row, context) -> instant(row, "last_scan_at"))
                .findOne());
  }

  @Override
  public Page<SilentPoster> listSilent(
      Jurisdiction jurisdiction,
      Narrowing narrowing,
      Instant since,
      Instant now,
      PageRequest request) {
    String query = SILENT + Narrowed.of(jurisdiction, narrowing);
    return Page.of(
        jdbi.withHandle(
            handle ->
                Narrowed.bind(
                        Keyset.bind(handle.createQuery(OLDEST_FIRST.page(query, request)), request),
                        jurisdiction,
                        narrowing)
                    .bind("since", since)
                    .bind("day", Days.of(since))
                    .bind("now", now)
                    .map(JdbiPosterDays::silent)
                    .list()),
        request,
        silent -> new Cursor(silent.poster().issuedAt(), silent.poster().id().value()));
  }

  private static SilentPoster silent(ResultSet row, StatementContext context) throws SQLException {
    return new SilentPoster(
        PosterRow.read(row),
        new VenueName(row.getString("venue_name")),
        new DivisionCode(row.getString("community_code")),
        optionalInstant(row, "last_scan_at"));
  }
}
