package cn.venuepass.persistence.inspection;

import static java.util.stream.Collectors.groupingBy;

import cn.venuepass.application.inspection.InspectionCount;
import cn.venuepass.application.inspection.InspectionFigures;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.persistence.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Counts by community and venue type: one query for inspections, one for findings. */
record InspectionCounts(
    Jurisdiction jurisdiction,
    Optional<DivisionCode> division,
    Instant from,
    Instant to,
    Instant now) {
  private static final String INSPECTIONS =
      """
      SELECT d.path, i.type_code, i.measure, count(*) AS inspections,
             count(CASE WHEN i.state IN ('OPEN', 'DONE', 'REOPENED') THEN 1 END) AS unsettled,
             count(CASE WHEN i.state IN ('OPEN', 'REOPENED') AND i.due_at < :now THEN 1 END)
               AS overdue,
             count(CASE WHEN i.state = 'VERIFIED' AND i.done_at <= i.due_at THEN 1 END) AS in_time,
             count(CASE WHEN i.state = 'VERIFIED' AND i.done_at > i.due_at THEN 1 END) AS late
        FROM inspection i JOIN division d ON d.code = i.community_code
       WHERE i.inspected_at >= :from AND i.inspected_at < :to
      """;
  private static final String FINDINGS =
      """
      SELECT d.path, i.type_code, f.item, count(*) AS found
        FROM inspection i
        JOIN division d ON d.code = i.community_code
        JOIN inspection_finding f ON f.inspection_id = i.id AND f.result = 'NOT_OK'
       WHERE i.inspected_at >= :from AND i.inspected_at < :to
      """;

  List<InspectionCount> read(Handle handle) {
    Stream<InspectionCount> inspections =
        asked(handle, INSPECTIONS, "i.measure")
            .bind("now", now)
            .map((r, c) -> measured(r))
            .stream();
    Stream<InspectionCount> findings =
        asked(handle, FINDINGS, "f.item").map((r, c) -> found(r)).stream();
    return Stream.concat(inspections, findings)
        .collect(groupingBy(count -> Map.entry(count.path(), count.type())))
        .entrySet()
        .stream()
        .map(
            cell ->
                new InspectionCount(
                    cell.getKey().getKey(),
                    cell.getKey().getValue(),
                    InspectionFigures.sum(
                        cell.getValue().stream().map(InspectionCount::figures).toList())))
        .toList();
  }

  private Query asked(Handle handle, String select, String by) {
    String query =
        select
            + Scope.of(jurisdiction, "i")
            + FilterCondition.within(division, "i")
            + " GROUP BY d.path, i.type_code, "
            + by;
    return FilterCondition.bindWithin(Scope.bind(handle.createQuery(query), jurisdiction), division)
        .bind("from", from)
        .bind("to", to);
  }

  private static InspectionCount measured(ResultSet row) throws SQLException {
    long inspections = row.getLong("inspections");
    return count(
        row,
        new InspectionFigures(
            inspections,
            Map.of(Measure.valueOf(row.getString("measure")), inspections),
            Map.of(),
            row.getLong("unsettled"),
            row.getLong("overdue"),
            row.getLong("in_time"),
            row.getLong("late")));
  }

  private static InspectionCount found(ResultSet row) throws SQLException {
    return count(
        row,
        new InspectionFigures(
            0,
            Map.of(),
            Map.of(ChecklistItem.valueOf(row.getString("item")), row.getLong("found")),
            0,
            0,
            0,
            0));
  }

  private static InspectionCount count(ResultSet row, InspectionFigures figures)
      throws SQLException {
    return new InspectionCount(
        Arrays.stream(row.getString("path").split("/", 0)).map(DivisionCode::new).toList(),
        new VenueTypeCode(row.getString("type_code")),
        figures);
  }
}
