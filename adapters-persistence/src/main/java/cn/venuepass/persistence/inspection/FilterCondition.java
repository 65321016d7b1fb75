package cn.venuepass.persistence.inspection;

import cn.venuepass.application.inspection.InspectionFilter;
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
    if (filter.isOverdue()) {
      condition.append(" AND i.state IN ('OPEN', 'REOPENED') AND i.due_at < :now");
    } else if (filter.progress().isPresent()) {
      condition.append(" AND i.state = :state");
    }
    return condition.toString();
  }

  static <S extends SqlStatement<S>> S bind(S statement, InspectionFilter filter, Instant now) {
    S bound = bindWithin(statement, filter.division());
    filter.type().ifPresent(type -> bound.bind("type", type.text()));
    filter.venue().ifPresent(venue -> bound.bind("venue", venue.value()));
    if (filter.isOverdue()) {
      return bound.bind("now", now);
    }
    filter.progress().ifPresent(progress -> bound.bind("state", progress.name()));
    return bound;
  }
}
