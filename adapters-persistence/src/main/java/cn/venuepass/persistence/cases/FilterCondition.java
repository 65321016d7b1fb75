package cn.venuepass.persistence.cases;

import cn.venuepass.application.cases.ContactLists.Filter;
import org.jdbi.v3.core.statement.SqlStatement;

/** Which contacts are asked for, as a condition on the table {@code case_contact c}. */
final class FilterCondition {
  private FilterCondition() {}

  static String of(Filter filter) {
    return (filter.ring().isPresent() ? " AND c.ring = :ring" : "")
        + (filter.grade().isPresent() ? " AND c.grade = :grade" : "")
        + (filter.minimumMinutes().isPresent() ? " AND c.total_minutes >= :least" : "")
        + (filter.staff().isPresent() ? " AND c.staff = :staff" : "");
  }

  static <S extends SqlStatement<S>> S bind(S statement, Filter filter) {
    filter.ring().ifPresent(ring -> statement.bind("ring", ring));
    filter.grade().ifPresent(grade -> statement.bind("grade", grade.name()));
    filter.minimumMinutes().ifPresent(least -> statement.bind("least", least));
    filter.staff().ifPresent(staff -> statement.bind("staff", staff));
    return statement;
  }
}
