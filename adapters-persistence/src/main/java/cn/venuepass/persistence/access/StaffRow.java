package cn.venuepass.persistence.access;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.access.StaffRepository.Credentials;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;

/** How a staff account stands in its row: roles and venue types as codes between commas. */
final class StaffRow {
  static final String COLUMNS =
      """
      s.id, s.username, s.password_hash, s.roles, s.division_code, s.venue_types, s.enabled,
      s.temporary_password, s.totp_secret, s.totp_confirmed, s.added_at, s.revision
      """;
  private static final String SECRET = "staff_account.totp_secret";

  private final PersonalFields fields;

  StaffRow(PersonalFields fields) {
    this.fields = fields;
  }

  /** Binds id, rights and revision. */
  static <S extends SqlStatement<S>> S bind(S statement, StaffAccount account) {
    Optional<String> division =
        account.jurisdiction() instanceof Jurisdiction.OfDivision of
            ? Optional.of(of.division().text())
            : Optional.empty();
    Optional<String> types =
        account.jurisdiction() instanceof Jurisdiction.OfVenueTypes of
            ? Optional.of(joined(of.types(), VenueTypeCode::text))
            : Optional.empty();
    return statement
        .bind("id", account.id().value())
        .bind("roles", joined(account.roles(), Role::name))
        .bindByType("division", division.orElse(null), String.class)
        .bindByType("types", types.orElse(null), String.class)
        .bind("enabled", account.enabled())
        .bind("revision", account.revision());
  }

  byte[] hidden(UUID staff, String secret) {
    return fields.encrypt(SECRET, staff, secret);
  }

  String shown(UUID staff, byte[] hidden) {
    return fields.decrypt(SECRET, staff, hidden);
  }

  Credentials credentials(ResultSet row) throws SQLException {
    UUID id = uuid(row, "id");
    return new Credentials(
        account(row),
        row.getString("password_hash"),
        Optional.ofNullable(row.getBytes("totp_secret")).map(secret -> shown(id, secret)));
  }

  static StaffAccount account(ResultSet row) throws SQLException {
    return new StaffAccount(
        new StaffId(uuid(row, "id")),
        new Username(row.getString("username")),
        split(row.getString("roles"), Role::valueOf),
        jurisdiction(row),
        row.getBoolean("enabled"),
        row.getBoolean("temporary_password"),
        row.getBoolean("totp_confirmed"),
        instant(row, "added_at"),
        row.getInt("revision"));
  }

  private static Jurisdiction jurisdiction(ResultSet row) throws SQLException {
    Optional<Jurisdiction> division =
        optionalText(
            row, "division_code", code -> new Jurisdiction.OfDivision(new DivisionCode(code)));
    Optional<Jurisdiction> types =
        optionalText(
            row,
            "venue_types",
            codes -> new Jurisdiction.OfVenueTypes(split(codes, VenueTypeCode::new)));
    return division.or(() -> types).orElseThrow();
  }

  private static <T> String joined(Collection<T> values, Function<T, String> code) {
    return values.stream().map(code).sorted().collect(Collectors.joining(","));
  }

  private static <T> Set<T> split(String codes, Function<String, T> value) {
    return Arrays.stream(codes.split(",", -1)).map(value).collect(Collectors.toUnmodifiableSet());
  }
}
