package cn.venuepass.persistence.control;

import cn.venuepass.application.control.ControlOrderFilter;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/** Which control orders are asked for, as conditions on {@code control_order o}. */
final class OrderConditions {
  /** Those whose division lies in a jurisdiction; an industry department has none. */
  static final String WITHIN =
      """
      o.division_code IN (
        SELECT d.code FROM division d
          JOIN division root ON root.code = :root AND d.path LIKE root.path || '%')
      """;

  /** Those that hold. */
  static final String ACTIVE =
      "o.approved_at IS NOT NULL AND o.ending IS NULL AND o.expires_at > :now";

  private OrderConditions() {}

  static <S extends SqlStatement<S>> S bindWithin(S statement, Jurisdiction jurisdiction) {
    return statement.bind(
        "root", jurisdiction instanceof Jurisdiction.OfDivision own ? own.division().text() : "");
  }

  /** The condition, which begins with AND. */
  static String of(ControlOrderFilter filter) {
    var condition = new StringBuilder();
    filter.state().ifPresent(state -> condition.append(" AND ").append(of(state)));
    filter
        .target()
        .ifPresent(
            kind ->
                condition.append(
                    kind == ControlTarget.Kind.PERSON
                        ? " AND o.person_id IS NOT NULL"
                        : " AND o.venue_id IS NOT NULL"));
    filter
        .attention()
        .ifPresent(
            attention ->
                condition.append(
                    switch (attention) {
                      case EXPIRING ->
                          " AND " + of(ControlOrder.State.ACTIVE) + " AND o.expires_at <= :soon";
                      case OVERDUE ->
                          " AND EXISTS (SELECT 1 FROM control_appeal a"
                              + " WHERE a.open_for = o.id AND a.made_at < :overdue)";
                    }));
    return condition.toString();
  }

  static <S extends SqlStatement<S>> S bind(S statement, Instant now) {
    return statement
        .configure(SqlStatements.class, known -> known.setUnusedBindingAllowed(true))
        .bind("now", now)
        .bind("soon", now.plus(ControlOrderFilter.SOON))
        .bind("overdue", now.minus(ControlAppeal.TO_ANSWER));
  }

  private static String of(ControlOrder.State state) {
    return switch (state) {
      case PROPOSED -> "o.approved_at IS NULL AND o.ending IS NULL AND o.lapses_at > :now";
      case LAPSED -> "o.approved_at IS NULL AND o.ending IS NULL AND o.lapses_at <= :now";
      case ACTIVE -> ACTIVE;
      case EXPIRED -> "o.approved_at IS NOT NULL AND o.ending IS NULL AND o.expires_at <= :now";
      case DECLINED, WITHDRAWN, LIFTED -> "o.ending = '" + state.name() + "'";
    };
  }
}
