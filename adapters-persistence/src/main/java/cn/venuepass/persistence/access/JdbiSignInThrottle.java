package cn.venuepass.persistence.access;

import static cn.venuepass.persistence.Columns.instant;

import cn.venuepass.application.access.SignInThrottle;
import cn.venuepass.domain.access.SignInAttempts;
import cn.venuepass.domain.access.Username;
import cn.venuepass.persistence.PersonalFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tries to sign in, one row for each name, found by its keyed hash: people mistype into names. */
public final class JdbiSignInThrottle implements SignInThrottle {
  private static final String KIND = "username";

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiSignInThrottle(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public Optional<Duration> begin(Username username, Instant now) {
    byte[] hash = fields.hash(KIND, username.text());
    return jdbi.inTransaction(
        handle -> {
          boolean first = add(handle, hash, now);
          if (first) {
            return Optional.empty();
          }
          SignInAttempts before = locked(handle, hash);
          Optional<Duration> wait = before.wait(now);
          if (wait.isEmpty()) {
            count(handle, hash, before.tried(now));
          }
          return wait;
        });
  }

  @Override
  public void succeeded(Username username) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM sign_in_attempt WHERE username_hash IN (<hashes>)")
                .bindList("hashes", fields.hashes(KIND, username.text()))
                .execute());
  }

  private static boolean add(Handle handle, byte[] hash, Instant now) {
    return handle
            .createUpdate(
                """
                INSERT INTO sign_in_attempt (username_hash, tries, latest_at)
                VALUES (:hash, 1, :now)
                ON CONFLICT DO NOTHING
                """)
            .bind("hash", hash)
            .bind("now", now)
            .execute()
        == 1;
  }

  private static SignInAttempts locked(Handle handle, byte[] hash) {
    return handle
        .createQuery(
            "SELECT tries, latest_at FROM sign_in_attempt WHERE username_hash = :hash FOR UPDATE")
        .bind("hash", hash)
        .map((row, context) -> new SignInAttempts(row.getInt("tries"), instant(row, "latest_at")))
        .one();
  }

  private static void count(Handle handle, byte[] hash, SignInAttempts attempts) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE sign_in_attempt SET tries = :tries, latest_at = :latest
                 WHERE username_hash = :hash
                """)
            .bind("hash", hash)
            .bind("tries", attempts.tries())
            .bind("latest", attempts.latest())
            .execute();
  }
}
