package cn.venuepass.persistence.coverage;

import cn.venuepass.application.coverage.CoverageFilter;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.persistence.Scope;
import org.jdbi.v3.core.statement.SqlStatement;

/** What lies in an extent, as a condition like those of {@link Scope}. */
final class ExtentScope {
  private static final String BELOW =
      """
       AND %s.community_code IN (
             SELECT d.code FROM division d
               JOIN division top ON top.code = :extentTop AND d.path LIKE top.path || '%%')
      """;
  private static final String OF_TYPE = " AND %s.type_code = :extentType\n";
  private static final String OF_DEPARTMENT =
      """
       AND %s.type_code IN (SELECT t.code FROM venue_type t WHERE t.department = :extentDepartment)
      """;

  private ExtentScope() {}

  /** The condition, which begins with AND or is empty. */
  static String of(Extent extent, String table) {
    CoverageFilter filter = extent.filter();
    return extent.jurisdiction().map(own -> Scope.of(own, table)).orElse("")
        + filter.division().map(top -> BELOW.formatted(table)).orElse("")
        + filter.type().map(type -> OF_TYPE.formatted(table)).orElse("")
        + filter.department().map(name -> OF_DEPARTMENT.formatted(table)).orElse("");
  }

  /** Binds what the condition names. */
  static <S extends SqlStatement<S>> S bind(S statement, Extent extent) {
    extent.jurisdiction().ifPresent(own -> Scope.bind(statement, own));
    CoverageFilter filter = extent.filter();
    filter.division().ifPresent(top -> statement.bind("extentTop", top.text()));
    filter.type().ifPresent(type -> statement.bind("extentType", type.text()));
    filter.department().ifPresent(name -> statement.bind("extentDepartment", name));
    return statement;
  }
}
