package cn.venuepass.persistence.coverage;

import cn.venuepass.application.coverage.CoverageHistory;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** A row for each day, community and type; an answer is one sum over the rows of its extent. */
public final class JdbiCoverageHistory implements CoverageHistory {
  private final Jdbi jdbi;

  public JdbiCoverageHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void keep(LocalDate day, List<CoverageRow> rows) {
    jdbi.useTransaction(
        handle -> {
          int unused =
              handle
                  .createUpdate("DELETE FROM coverage_day WHERE counted_on = :day")
                  .bind("day", day)
                  .execute();
          insert(handle, day, rows);
        });
  }

  /** Of two nodes that keep the same day at once, the rows of one stay. */
  private static void insert(Handle handle, LocalDate day, List<CoverageRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO coverage_day (counted_on, community_code, type_code, surveyed, applied,
                                      approved, posted, scanned, unsurveyed)
            VALUES (:day, :community, :type, :surveyed, :applied, :approved, :posted, :scanned,
                    :unsurveyed)
            ON CONFLICT DO NOTHING
            """);
    for (CoverageRow row : rows) {
      Funnel funnel = row.funnel();
      PreparedBatch unused =
          batch
              .bind("day", day)
              .bind("community", row.division().text())
              .bind("type", row.type().text())
              .bind("surveyed", funnel.surveyed())
              .bind("applied", funnel.applied())
              .bind("approved", funnel.approved())
              .bind("posted", funnel.posted())
              .bind("scanned", funnel.scanned())
              .bind("unsurveyed", funnel.unsurveyed())
              .add();
    }
    int[] unused = batch.execute();
  }

  @Override
  public List<Day> list(Extent extent, LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            ExtentScope.bind(
                    handle.createQuery(
                        """
                        SELECT c.counted_on, sum(c.surveyed) AS surveyed, sum(c.applied) AS applied,
                               sum(c.approved) AS approved, sum(c.posted) AS posted,
                               sum(c.scanned) AS scanned, sum(c.unsurveyed) AS unsurveyed
                          FROM coverage_day c
                         WHERE c.counted_on >= :from AND c.counted_on <= :to
                        """
                            + ExtentScope.of(extent, "c")
                            + " GROUP BY c.counted_on ORDER BY c.counted_on"),
                    extent)
                .bind("from", from)
                .bind("to", to)
                .map(JdbiCoverageHistory::day)
                .list());
  }

  @Override
  public Optional<LocalDate> lastDay(LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT counted_on FROM coverage_day
                     WHERE counted_on >= :from AND counted_on <= :to
                     ORDER BY counted_on DESC LIMIT 1
                    """)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> row.getObject("counted_on", LocalDate.class))
                .findOne());
  }

  @Override
  public List<CoverageRow> rows(Extent extent, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            ExtentScope.bind(
                    handle.createQuery(
                        """
                        SELECT c.community_code, c.type_code, c.surveyed, c.applied, c.approved,
                               c.posted, c.scanned, c.unsurveyed
                          FROM coverage_day c
                         WHERE c.counted_on = :day
                        """
                            + ExtentScope.of(extent, "c")),
                    extent)
                .bind("day", day)
                .map(
                    (row, context) ->
                        new CoverageRow(
                            new DivisionCode(row.getString("community_code")),
                            new VenueTypeCode(row.getString("type_code")),
                            funnel(row)))
                .list());
  }

  private static Day day(ResultSet row, StatementContext context) throws SQLException {
    return new Day(row.getObject("counted_on", LocalDate.class), funnel(row));
  }

  private static Funnel funnel(ResultSet row) throws SQLException {
    return new Funnel(
        row.getLong("surveyed"),
        row.getLong("applied"),
        row.getLong("approved"),
        row.getLong("posted"),
        row.getLong("scanned"),
        row.getLong("unsurveyed"));
  }
}
