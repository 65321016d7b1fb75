package cn.venuepass.persistence.access;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.venue.DivisionCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Staff accounts, with the roles in one column. */
public final class JdbiStaffRepository implements StaffRepository {
  private static final String COLUMNS =
      "SELECT id, username, password_hash, roles, division_code, enabled FROM staff_account ";

  private final Jdbi jdbi;

  public JdbiStaffRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean add(StaffAccount account, String passwordHash) {
    String roles =
        account.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        INSERT INTO staff_account
                               (id, username, password_hash, roles, division_code, enabled)
                        VALUES (:id, :username, :password, :roles, :division, :enabled)
                        ON CONFLICT DO NOTHING
                        """)
                    .bind("id", account.id().value())
                    .bind("username", account.username())
                    .bind("password", passwordHash)
                    .bind("roles", roles)
                    .bind("division", account.jurisdiction().division().text())
                    .bind("enabled", account.enabled())
                    .execute()
                == 1);
  }

  @Override
  public Optional<StaffAccount> find(StaffId staff) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE id = :id")
                .bind("id", staff.value())
                .map(JdbiStaffRepository::credentials)
                .findOne()
                .map(Credentials::account));
  }

  @Override
  public Optional<Credentials> findCredentials(String username) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE username = :username")
                .bind("username", username)
                .map(JdbiStaffRepository::credentials)
                .findOne());
  }

  private static Credentials credentials(ResultSet row, StatementContext context)
      throws SQLException {
    Set<Role> roles =
        Arrays.stream(row.getString("roles").split(",", -1))
            .map(Role::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    var account =
        new StaffAccount(
            new StaffId(uuid(row, "id")),
            row.getString("username"),
            roles,
            new Jurisdiction(new DivisionCode(row.getString("division_code"))),
            row.getBoolean("enabled"));
    return new Credentials(account, row.getString("password_hash"));
  }
}
