package cn.venuepass.persistence;

import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import org.jdbi.v3.core.statement.SqlStatement;

/** What is asked for of a jurisdiction, as a condition on the venue {@code v} of a query. */
public final class Narrowed {
  private static final String DIVISION =
      """
       AND v.community_code IN (
             SELECT d.code FROM division d
               JOIN division above ON above.code = :division AND d.path LIKE above.path || '%')
      """;
  private static final String TYPE = " AND v.type_code = :type\n";

  private Narrowed() {}

  /** The condition, which begins with AND. */
  public static String of(Jurisdiction jurisdiction, Narrowing narrowing) {
    return Scope.of(jurisdiction, "v")
        + narrowing.division().map(division -> DIVISION).orElse("")
        + narrowing.type().map(type -> TYPE).orElse("");
  }

  /** Binds what the condition names. */
  public static <S extends SqlStatement<S>> S bind(
      S statement, Jurisdiction jurisdiction, Narrowing narrowing) {
    narrowing
        .division()
        .map(DivisionCode::text)
        .ifPresent(code -> statement.bind("division", code));
    narrowing.type().map(VenueTypeCode::text).ifPresent(code -> statement.bind("type", code));
    return Scope.bind(statement, jurisdiction);
  }
}
