package cn.venuepass.persistence.access;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.access.SharedToken;
import cn.venuepass.application.access.SharedTokens;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One row for each name, which versions and claims change only if they are what was seen. */
public final class JdbiSharedTokens implements SharedTokens {
  private static final String COLUMN = "shared_token.token";

  private final Jdbi jdbi;
  private final PersonalFields fields;
  private final IdGenerator ids;

  public JdbiSharedTokens(Jdbi jdbi, PersonalFields fields, IdGenerator ids) {
    this.jdbi = jdbi;
    this.fields = fields;
    this.ids = ids;
  }

  @Override
  public Optional<SharedToken> find(String name) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, version, token, expires_at FROM shared_token
                     WHERE name = :name AND token IS NOT NULL
                    """)
                .bind("name", name)
                .map((row, context) -> token(row))
                .findOne());
  }

  @Override
  public boolean claim(String name, long seen, Instant until, Instant now) {
    return jdbi.withHandle(
        handle -> {
          addRow(handle, name);
          return handle
                  .createUpdate(
                      """
                      UPDATE shared_token SET claimed_until = :until
                       WHERE name = :name AND version = :seen
                         AND (claimed_until IS NULL OR claimed_until <= :now)
                      """)
                  .bind("name", name)
                  .bind("seen", seen)
                  .bind("until", until)
                  .bind("now", now)
                  .execute()
              == 1;
        });
  }

  @Override
  public void release(String name, Instant until) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE shared_token SET claimed_until = NULL
                     WHERE name = :name AND claimed_until = :until
                    """)
                .bind("name", name)
                .bind("until", until)
                .execute());
  }

  @Override
  public Optional<SharedToken> replace(String name, long seen, String value, Instant expiresAt) {
    return jdbi.withHandle(
        handle -> {
          addRow(handle, name);
          int changed =
              handle
                  .createUpdate(
                      """
                      UPDATE shared_token
                         SET version = version + 1, token = :token, expires_at = :expires,
                             claimed_until = NULL
                       WHERE name = :name AND version = :seen
                      """)
                  .bind("name", name)
                  .bind("seen", seen)
                  .bind("token", fields.encrypt(COLUMN, row(handle, name), value))
                  .bind("expires", expiresAt)
                  .execute();
          return changed == 1
              ? Optional.of(new SharedToken(seen + 1, value, expiresAt))
              : Optional.empty();
        });
  }

  private void addRow(Handle handle, String name) {
    handle
        .createUpdate(
            """
            INSERT INTO shared_token (name, id, version) VALUES (:name, :id, :none)
            ON CONFLICT DO NOTHING
            """)
        .bind("name", name)
        .bind("id", ids.next())
        .bind("none", NONE)
        .execute();
  }

  private static UUID row(Handle handle, String name) {
    return handle
        .createQuery("SELECT id FROM shared_token WHERE name = :name")
        .bind("name", name)
        .mapTo(UUID.class)
        .one();
  }

  private SharedToken token(ResultSet row) throws SQLException {
    return new SharedToken(
        row.getLong("version"),
        fields.decrypt(COLUMN, uuid(row, "id"), row.getBytes("token")),
        instant(row, "expires_at"));
  }
}
