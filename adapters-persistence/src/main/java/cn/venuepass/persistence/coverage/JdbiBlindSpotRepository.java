package cn.venuepass.persistence.coverage;

import static cn.venuepass.persistence.Columns.instant;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.coverage.BlindSpotRepository;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.domain.coverage.BlindSpotStep.What;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The ledger; a unique key holds one open task of a subject, on whichever node it is opened. */
public final class JdbiBlindSpotRepository implements BlindSpotRepository {
  private static final String SELECT = "SELECT b.* FROM " + BlindSpotRow.TABLE + " WHERE ";

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiBlindSpotRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public List<BlindSpotStep> apply(List<BlindSpotStep> steps) {
    return jdbi.inTransaction(handle -> new BlindSpotWrites(handle, fields).apply(steps));
  }

  @Override
  public List<BlindSpot> listStanding(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "(b.closed_at IS NULL OR b.excused_until > :now)")
                .bind("now", now)
                .map((row, context) -> BlindSpotRow.read(row, fields))
                .list());
  }

  @Override
  public Page<Listed> list(
      Extent extent, Optional<Gap> gap, State state, Instant now, PageRequest request) {
    Keyset order = Keyset.ascending(state == State.OVERDUE ? "b.since" : "b.due_at", "b.id");
    String query =
        SELECT
            + condition(state)
            + gap.map(wanted -> " AND b.gap = :gap").orElse("")
            + ExtentScope.of(extent, "b");
    return Page.of(
        jdbi.withHandle(
            handle -> {
              var bound =
                  ExtentScope.bind(
                      Keyset.bind(handle.createQuery(order.page(query, request)), request), extent);
              gap.ifPresent(wanted -> bound.bind("gap", wanted.name()));
              if (state == State.OVERDUE) {
                bound.bind("now", now);
              } else if (state == State.CLOSED_LAST_7_DAYS) {
                bound.bind("ofLate", now.minus(GapCounts.OF_LATE));
              }
              return bound.map(this::listed).list();
            }),
        request,
        listed -> new Cursor(listed.orderedBy(state), listed.task().id().value()));
  }

  private static String condition(State state) {
    return switch (state) {
      case OPEN -> "b.closed_at IS NULL";
      case OVERDUE -> "b.closed_at IS NULL AND (b.escalations > 0 OR b.due_at <= :now)";
      case CLOSED -> "b.closed_at IS NOT NULL";
      case CLOSED_LAST_7_DAYS -> "b.closed_at >= :ofLate";
    };
  }

  @Override
  public Optional<Listed> find(BlindSpotId task, Jurisdiction jurisdiction) {
    var extent = Extent.of(jurisdiction);
    return jdbi.withHandle(
        handle ->
            ExtentScope.bind(
                    handle.createQuery(SELECT + "b.id = :task" + ExtentScope.of(extent, "b")),
                    extent)
                .bind("task", task.value())
                .map(this::listed)
                .findOne());
  }

  @Override
  public List<Past> historyOf(BlindSpotId task) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT s.what, s.at, s.owner_department, own.code AS owner_code,
                           own.name AS owner_name, own.level AS owner_level,
                           own.parent_code AS owner_parent
                      FROM blind_spot_step s
                      LEFT JOIN division own ON own.code = s.owner_division
                     WHERE s.task_id = :task
                     ORDER BY s.revision
                    """)
                .bind("task", task.value())
                .map(
                    (row, context) ->
                        new Past(
                            What.valueOf(row.getString("what")),
                            instant(row, "at"),
                            BlindSpotRow.owner(row)))
                .list());
  }

  private record Counted(DivisionCode community, GapCounts counts) {}

  @Override
  public Map<DivisionCode, GapCounts> count(Extent extent, Instant now) {
    return jdbi
        .withHandle(
            handle ->
                ExtentScope.bind(
                        handle.createQuery(
                            """
                            SELECT b.community_code, b.gap,
                                   count(CASE WHEN b.closed_at IS NULL THEN 1 END) AS still_open,
                                   count(CASE WHEN b.closed_at IS NULL
                                               AND (b.escalations > 0 OR b.due_at <= :now)
                                              THEN 1 END) AS overdue,
                                   count(b.closed_at) AS closed
                              FROM\s"""
                                + BlindSpotRow.TABLE
                                + " WHERE (b.closed_at IS NULL OR b.closed_at >= :ofLate)"
                                + ExtentScope.of(extent, "b")
                                + " GROUP BY b.community_code, b.gap"),
                        extent)
                    .bind("now", now)
                    .bind("ofLate", now.minus(GapCounts.OF_LATE))
                    .map((row, context) -> counted(row))
                    .list())
        .stream()
        .collect(
            groupingBy(
                Counted::community, reducing(GapCounts.NONE, Counted::counts, GapCounts::plus)));
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        new DivisionCode(row.getString("community_code")),
        new GapCounts(
            Map.of(
                Gap.valueOf(row.getString("gap")),
                new GapCounts.Count(
                    row.getLong("still_open"), row.getLong("overdue"), row.getLong("closed")))));
  }

  private Listed listed(ResultSet row, StatementContext context) throws SQLException {
    return new Listed(
        BlindSpotRow.read(row, fields),
        new VenueName(row.getString("name")),
        new VenueTypeCode(row.getString("type_code")),
        new DivisionCode(row.getString("community_code")));
  }
}
