package cn.venuepass.persistence.venue;

import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.VenueTypeCode;
import org.jdbi.v3.core.statement.SqlStatement;

/** The venues of a jurisdiction, as a condition on the table {@code venue v} of a query. */
public final class VenueScope {
  private static final String OF_DIVISION =
      """
       AND v.community_code IN (
             SELECT d.code FROM division d
               JOIN division root ON root.code = :scopeRoot AND d.path LIKE root.path || '%')
      """;
  private static final String OF_TYPES = " AND v.type_code IN (<scopeTypes>)\n";

  private VenueScope() {}

  /** The condition, which begins with AND. */
  public static String of(Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfDivision ? OF_DIVISION : OF_TYPES;
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
