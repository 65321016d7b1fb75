package cn.venuepass.persistence.access;

import static cn.venuepass.persistence.Columns.instant;
import static java.util.Comparator.comparingInt;

import cn.venuepass.application.access.SignInThrottle;
import cn.venuepass.domain.access.SignInAttempts;
import cn.venuepass.domain.access.Username;
import cn.venuepass.persistence.PersonalFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    List<byte[]> hashes = fields.hashes(KIND, username.text());
    byte[] own = fields.hash(KIND, username.text());
    return jdbi.inTransaction(
        handle -> {
          Optional<SignInAttempts> before = locked(handle, hashes);
          while (before.isEmpty() && !add(handle, own, now)) {
            before = locked(handle, hashes);
          }
          Optional<Duration> wait = before.flatMap(attempts -> attempts.wait(now));
          if (wait.isEmpty()) {
            before.ifPresent(attempts -> count(handle, hashes, attempts.tried(now)));
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

  /** A name that was tried under an older key keeps its row; of several the strictest counts. */
  private static Optional<SignInAttempts> locked(Handle handle, List<byte[]> hashes) {
    return handle
        .createQuery(
            """
            SELECT tries, latest_at FROM sign_in_attempt
             WHERE username_hash IN (<hashes>) ORDER BY username_hash FOR UPDATE
            """)
        .bindList("hashes", hashes)
        .map((row, context) -> new SignInAttempts(row.getInt("tries"), instant(row, "latest_at")))
        .stream()
        .max(comparingInt(SignInAttempts::tries).thenComparing(SignInAttempts::latest));
  }

  private static void count(Handle handle, List<byte[]> hashes, SignInAttempts attempts) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE sign_in_attempt SET tries = :tries, latest_at = :latest
                 WHERE username_hash IN (<hashes>)
                """)
            .bindList("hashes", hashes)
            .bind("tries", attempts.tries())
            .bind("latest", attempts.latest())
            .execute();
  }
}
