package cn.venuepass.persistence.access;

import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Staff accounts; the secrets of authenticator apps are hidden like personal fields. */
public final class JdbiStaffRepository implements StaffRepository {
  private static final Keyset ORDER = Keyset.ascending("s.added_at", "s.id");

  /** What an administrator of a division answers for; departments belong to roots. */
  private static final String WITHIN =
      "SELECT "
          + StaffRow.COLUMNS
          + """
          FROM staff_account s
          LEFT JOIN division d ON d.code = s.division_code
          JOIN division root ON root.code = :root
           AND (d.path LIKE root.path || '%' OR (d.code IS NULL AND root.parent_code IS NULL))
         WHERE 1 = 1
        """;

  private final Jdbi jdbi;
  private final StaffRow rows;

  public JdbiStaffRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.rows = new StaffRow(fields);
  }

  @Override
  public boolean add(StaffAccount account, String passwordHash) {
    return jdbi.withHandle(
        handle ->
            StaffRow.bind(
                        handle.createUpdate(
                            """
                            INSERT INTO staff_account
                                   (id, username, password_hash, roles, division_code, venue_types,
                                    enabled, temporary_password, added_at, revision)
                            VALUES (:id, :username, :password, :roles, :division, :types,
                                    :enabled, :temporary, :addedAt, :revision)
                            ON CONFLICT DO NOTHING
                            """),
                        account)
                    .bind("username", account.username().text())
                    .bind("password", passwordHash)
                    .bind("temporary", account.temporaryPassword())
                    .bind("addedAt", account.addedAt())
                    .execute()
                == 1);
  }

  @Override
  public Optional<StaffAccount> find(StaffId staff) {
    return findCredentials(staff).map(Credentials::account);
  }

  @Override
  public List<StaffAccount> findAll(Collection<StaffId> staff) {
    return staff.isEmpty()
        ? List.of()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT "
                            + StaffRow.COLUMNS
                            + " FROM staff_account s WHERE s.id IN (<ids>)")
                    .bindList("ids", staff.stream().map(StaffId::value).distinct().toList())
                    .map((row, context) -> StaffRow.account(row))
                    .list());
  }

  @Override
  public Map<StaffId, Username> namesOf(Collection<StaffId> staff) {
    return staff.isEmpty()
        ? Map.of()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT s.id, s.username FROM staff_account s WHERE s.id IN (<ids>)")
                    .bindList("ids", staff.stream().map(StaffId::value).distinct().toList())
                    .map(
                        (row, context) ->
                            Map.entry(
                                new StaffId(uuid(row, "id")),
                                new Username(row.getString("username"))))
                    .stream()
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Optional<StaffId> named(Username username) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT s.id FROM staff_account s WHERE s.username = :username")
                .bind("username", username.text())
                .map((row, context) -> new StaffId(uuid(row, "id")))
                .findOne());
  }

  @Override
  public Optional<StaffAccount> findWithin(StaffId staff, Jurisdiction jurisdiction) {
    if (!(jurisdiction instanceof Jurisdiction.OfDivision own)) {
      return Optional.empty();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(WITHIN + " AND s.id = :id")
                .bind("root", own.division().text())
                .bind("id", staff.value())
                .map((row, context) -> StaffRow.account(row))
                .findOne());
  }

  @Override
  public Page<StaffAccount> listWithin(Jurisdiction jurisdiction, PageRequest request) {
    if (!(jurisdiction instanceof Jurisdiction.OfDivision own)) {
      return Page.of(List.of(), request, JdbiStaffRepository::cursor);
    }
    return Page.of(
        jdbi.withHandle(
            handle ->
                Keyset.bind(handle.createQuery(ORDER.page(WITHIN, request)), request)
                    .bind("root", own.division().text())
                    .map((row, context) -> StaffRow.account(row))
                    .list()),
        request,
        JdbiStaffRepository::cursor);
  }

  @Override
  public Optional<Credentials> findCredentials(Username username) {
    return jdbi.withHandle(
        handle -> one(byKey(handle.createQuery(select("username")), username.text())));
  }

  @Override
  public Optional<Credentials> findCredentials(StaffId staff) {
    return jdbi.withHandle(handle -> one(byKey(handle.createQuery(select("id")), staff.value())));
  }

  @Override
  public Optional<Credentials> hold(StaffId staff) {
    return jdbi.withHandle(
        handle -> one(byKey(handle.createQuery(select("id") + " FOR UPDATE"), staff.value())));
  }

  @Override
  public boolean replace(StaffAccount next) {
    return changed(
        """
        UPDATE staff_account
           SET roles = :roles, division_code = :division, venue_types = :types,
               enabled = :enabled, revision = :revision
         WHERE id = :id AND revision = :revision - 1
        """,
        update -> StaffRow.bind(update, next));
  }

  @Override
  public void setPassword(StaffId staff, String passwordHash, boolean temporary) {
    boolean unused =
        changed(
            """
            UPDATE staff_account SET password_hash = :hash, temporary_password = :temporary
             WHERE id = :id
            """,
            update ->
                update
                    .bind("id", staff.value())
                    .bind("hash", passwordHash)
                    .bind("temporary", temporary));
  }

  @Override
  public boolean proposeSecondFactor(StaffId staff, String secret) {
    return changed(
        """
        UPDATE staff_account SET totp_secret = :secret, totp_step = 0
         WHERE id = :id AND NOT totp_confirmed
        """,
        update ->
            update.bind("id", staff.value()).bind("secret", rows.hidden(staff.value(), secret)));
  }

  @Override
  public boolean useSecondFactor(StaffId staff, String secret, long step) {
    return hiddenSecret(staff)
        .filter(hidden -> rows.shown(staff.value(), hidden).equals(secret))
        .filter(
            hidden ->
                changed(
                    """
                    UPDATE staff_account SET totp_step = :step, totp_confirmed = true
                     WHERE id = :id AND totp_step < :step AND totp_secret = :hidden
                    """,
                    update ->
                        update.bind("id", staff.value()).bind("step", step).bind("hidden", hidden)))
        .isPresent();
  }

  @Override
  public void removeSecondFactor(StaffId staff) {
    boolean unused =
        changed(
            """
            UPDATE staff_account SET totp_secret = NULL, totp_confirmed = false, totp_step = 0
             WHERE id = :id
            """,
            update -> update.bind("id", staff.value()));
  }

  private Optional<byte[]> hiddenSecret(StaffId staff) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT totp_secret FROM staff_account
                     WHERE id = :id AND totp_secret IS NOT NULL
                    """)
                .bind("id", staff.value())
                .mapTo(byte[].class)
                .findOne());
  }

  private static String select(String key) {
    return "SELECT " + StaffRow.COLUMNS + " FROM staff_account s WHERE s." + key + " = :key";
  }

  private static Query byKey(Query query, Object key) {
    return query.bind("key", key);
  }

  private Optional<Credentials> one(Query query) {
    return query.map((row, context) -> rows.credentials(row)).findOne();
  }

  private boolean changed(String sql, UnaryOperator<Update> bound) {
    return jdbi.withHandle(handle -> bound.apply(handle.createUpdate(sql)).execute() == 1);
  }

  private static Cursor cursor(StaffAccount account) {
    return new Cursor(account.addedAt(), account.id().value());
  }
}
