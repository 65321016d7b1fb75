package cn.venuepass.persistence.venue;

import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Venue types. */
public final class JdbiVenueTypeRepository implements VenueTypeRepository {
  private static final String SELECT =
      """
      SELECT code, name, department,
             typical_stay_seconds, maximum_stay_seconds, reentry_gap_seconds
        FROM venue_type
      """;

  private final Jdbi jdbi;

  public JdbiVenueTypeRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void save(VenueType type) {
    jdbi.useTransaction(
        handle -> {
          if (!replace(handle, type)) {
            add(handle, type);
          }
        });
  }

  @Override
  public Optional<VenueType> find(VenueTypeCode code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " WHERE code = :code")
                .bind("code", code.text())
                .map(JdbiVenueTypeRepository::type)
                .findOne());
  }

  @Override
  public List<VenueType> list() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " ORDER BY code")
                .map(JdbiVenueTypeRepository::type)
                .list());
  }

  @Override
  public boolean remove(VenueTypeCode code) {
    return KeptByOthers.removed(jdbi, "DELETE FROM venue_type WHERE code = :code", code.text());
  }

  private static boolean replace(Handle handle, VenueType type) {
    return bound(
                handle.createUpdate(
                    """
                    UPDATE venue_type
                       SET name = :name, department = :department,
                           typical_stay_seconds = :typical, maximum_stay_seconds = :maximum,
                           reentry_gap_seconds = :gap,
                           longest_stay_seconds = greatest(longest_stay_seconds, :maximum)
                     WHERE code = :code
                    """),
                type)
            .execute()
        == 1;
  }

  private static void add(Handle handle, VenueType type) {
    int unused =
        bound(
                handle.createUpdate(
                    """
                    INSERT INTO venue_type
                           (code, name, department,
                            typical_stay_seconds, maximum_stay_seconds, reentry_gap_seconds,
                            longest_stay_seconds)
                    VALUES (:code, :name, :department, :typical, :maximum, :gap, :maximum)
                    ON CONFLICT DO NOTHING
                    """),
                type)
            .execute();
  }

  private static <S extends SqlStatement<S>> S bound(S statement, VenueType type) {
    return statement
        .bind("code", type.code().text())
        .bind("name", type.name())
        .bind("department", type.department())
        .bind("typical", type.stay().typicalStay().toSeconds())
        .bind("maximum", type.stay().maximumStay().toSeconds())
        .bind("gap", type.stay().reentryGap().toSeconds());
  }

  private static VenueType type(ResultSet row, StatementContext context) throws SQLException {
    return new VenueType(
        new VenueTypeCode(row.getString("code")),
        row.getString("name"),
        row.getString("department"),
        StayColumns.read(row));
  }
}
