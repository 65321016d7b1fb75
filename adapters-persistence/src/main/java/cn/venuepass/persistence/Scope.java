package cn.venuepass.persistence;

import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.VenueTypeCode;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What lies in a jurisdiction, as a condition on a table of a query that has the columns
 * community_code and type_code, such as venue and survey_place.
 */
public final class Scope {
  private static final String OF_DIVISION =
      """
       AND %s.community_code IN (
             SELECT d.code FROM division d
               JOIN division root ON root.code = :scopeRoot AND d.path LIKE root.path || '%%')
      """;
  private static final String OF_TYPES = " AND %s.type_code IN (<scopeTypes>)\n";

  private Scope() {}

  /**
   * The condition, which begins with AND.
   *
   * @param table the table's name in the query
   */
  public static String of(Jurisdiction jurisdiction, String table) {
    return (jurisdiction instanceof Jurisdiction.OfDivision ? OF_DIVISION : OF_TYPES)
        .formatted(table);
  }

  /** Binds what the condition names. */
  public static <S extends SqlStatement<S>> S bind(S statement, Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfDivision own
        ? statement.bind("scopeRoot", own.division().text())
        : statement.bindList(
            "scopeTypes",
            ((Jurisdiction.OfVenueTypes) jurisdiction)
                .types().stream().map(VenueTypeCode::text).toList());
  }
}
