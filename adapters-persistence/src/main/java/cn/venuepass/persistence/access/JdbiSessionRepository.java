package cn.venuepass.persistence.access;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.access.SessionRepository;
import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Sessions of residents and staff. */
public final class JdbiSessionRepository implements SessionRepository {
  private final Jdbi jdbi;

  public JdbiSessionRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Session session, String secretHash) {
    @Nullable UUID account =
        session.subject() instanceof Subject.OfAccount of ? of.account().value() : null;
    @Nullable UUID staff =
        session.subject() instanceof Subject.OfStaff of ? of.staff().value() : null;
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO session (id, account_id, staff_id, secret_hash, expires_at)
                    VALUES (:id, :account, :staff, :secret, :expires)
                    """)
                .bind("id", session.id().value())
                .bindByType("account", account, UUID.class)
                .bindByType("staff", staff, UUID.class)
                .bind("secret", secretHash)
                .bind("expires", session.expiresAt())
                .execute());
  }

  @Override
  public Optional<Session> findOpen(SessionId session, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, account_id, staff_id, expires_at FROM session
                     WHERE id = :id AND ended_at IS NULL AND expires_at > :now
                    """)
                .bind("id", session.value())
                .bind("now", now)
                .map(JdbiSessionRepository::session)
                .findOne());
  }

  @Override
  public boolean rotate(SessionId session, String presentedHash, String nextHash, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE session SET secret_hash = :next
                         WHERE id = :id AND secret_hash = :presented
                           AND ended_at IS NULL AND expires_at > :now
                        """)
                    .bind("id", session.value())
                    .bind("presented", presentedHash)
                    .bind("next", nextHash)
                    .bind("now", now)
                    .execute()
                == 1);
  }

  @Override
  public void end(SessionId session, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE session SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
                .bind("id", session.value())
                .bind("now", now)
                .execute());
  }

  @Override
  public void endAllOf(StaffId staff, Optional<SessionId> except, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE session SET ended_at = :now
                     WHERE staff_id = :staff AND ended_at IS NULL
                       AND (CAST(:except AS uuid) IS NULL OR id <> :except)
                    """)
                .bind("staff", staff.value())
                .bindByType("except", except.map(SessionId::value).orElse(null), UUID.class)
                .bind("now", now)
                .execute());
  }

  private static Session session(ResultSet row, StatementContext context) throws SQLException {
    Optional<Subject> account =
        optionalId(row, "account_id", id -> new Subject.OfAccount(new AccountId(id)));
    Optional<Subject> staff =
        optionalId(row, "staff_id", id -> new Subject.OfStaff(new StaffId(id)));
    return new Session(
        new SessionId(uuid(row, "id")),
        account.or(() -> staff).orElseThrow(),
        instant(row, "expires_at"));
  }
}
