package cn.venuepass.persistence.inspection;

import cn.venuepass.application.inspection.InspectionFilter;
import cn.venuepass.application.inspection.InspectionFilter.Made;
import cn.venuepass.application.inspection.InspectionFilter.Progress;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Which inspections are asked for, as a condition on the table {@code inspection i}. */
final class FilterCondition {
  private static final String BELOW =
      """
       AND %s.community_code IN (
             SELECT d.code FROM division d
               JOIN division top ON top.code = :within AND d.path LIKE top.path || '%%')
      """;

  private static final String NOT_OK =
      """
       AND EXISTS (SELECT 1 FROM inspection_finding f
                    WHERE f.inspection_id = i.id AND f.item = :notOk AND f.result = 'NOT_OK')
      """;

  private FilterCondition() {}

  /** The condition that a row lies in that division, if one is given; begins with AND. */
  static String within(Optional<DivisionCode> division, String table) {
    return division.isPresent() ? BELOW.formatted(table) : "";
  }

  static <S extends SqlStatement<S>> S bindWithin(S statement, Optional<DivisionCode> division) {
    division.ifPresent(code -> statement.bind("within", code.text()));
    return statement;
  }

  static String of(InspectionFilter filter) {
    var condition = new StringBuilder(within(filter.division(), "i"));
    if (filter.type().isPresent()) {
      condition.append(" AND i.type_code = :type");
    }
    if (filter.venue().isPresent()) {
      condition.append(" AND i.venue_id = :venue");
    }
    filter.progress().map(FilterCondition::standing).ifPresent(condition::append);
    Made made = filter.made();
    made.from().ifPresent(from -> condition.append(" AND i.inspected_at >= :madeFrom"));
    made.to().ifPresent(to -> condition.append(" AND i.inspected_at < :madeTo"));
    made.measure().ifPresent(measure -> condition.append(" AND i.measure = :measure"));
    made.notOk().ifPresent(item -> condition.append(NOT_OK));
    return condition.toString();
  }

  private static String standing(Progress progress) {
    return switch (progress) {
      case OPEN, DONE, VERIFIED, REOPENED, CLOSED -> " AND i.state = :state";
      case OVERDUE -> " AND i.state IN ('OPEN', 'REOPENED') AND i.due_at < :now";
      case UNSETTLED -> " AND i.state IN ('OPEN', 'DONE', 'REOPENED')";
      case VERIFIED_IN_TIME -> " AND i.state = 'VERIFIED' AND i.done_at <= i.due_at";
      case VERIFIED_LATE -> " AND i.state = 'VERIFIED' AND i.done_at > i.due_at";
    };
  }

  static <S extends SqlStatement<S>> S bind(S statement, InspectionFilter filter, Instant now) {
    S bound = bindWithin(statement, filter.division());
    filter.type().ifPresent(type -> bound.bind("type", type.text()));
    filter.venue().ifPresent(venue -> bound.bind("venue", venue.value()));
    Made made = filter.made();
    made.from().ifPresent(from -> bound.bind("madeFrom", from));
    made.to().ifPresent(to -> bound.bind("madeTo", to));
    made.measure().ifPresent(measure -> bound.bind("measure", measure.name()));
    made.notOk().ifPresent(item -> bound.bind("notOk", item.name()));
    return filter.progress().map(progress -> bindStanding(bound, progress, now)).orElse(bound);
  }

  private static <S extends SqlStatement<S>> S bindStanding(
      S statement, Progress progress, Instant now) {
    return switch (progress) {
      case OPEN, DONE, VERIFIED, REOPENED, CLOSED -> statement.bind("state", progress.name());
      case OVERDUE -> statement.bind("now", now);
      case UNSETTLED, VERIFIED_IN_TIME, VERIFIED_LATE -> statement;
    };
  }
}
