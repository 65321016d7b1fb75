package cn.venuepass.persistence.access;

import static cn.venuepass.persistence.Columns.instant;

import cn.venuepass.application.access.SignInCodeRepository;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.access.SignInCodeLimits;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.persistence.PersonalFields;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One-time codes, of which keyed hashes are stored; the row of a number is the lock for it. */
public final class JdbiSignInCodeRepository implements SignInCodeRepository {
  private static final String PHONE = "phone";
  private static final String CODE = "sign-in-code";

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiSignInCodeRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public Optional<Duration> replace(PhoneNumber phone, UUID request, SignInCode code, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          lock(handle, phone);
          Optional<Duration> wait = SignInCodeLimits.waitAfter(sent(handle, phone, now), now);
          if (wait.isEmpty()) {
            note(handle, phone, request, now);
            store(handle, phone, request, code, now.plus(SignInCode.LIFE));
          }
          return wait;
        });
  }

  @Override
  public void withdraw(PhoneNumber phone, UUID request) {
    jdbi.useTransaction(
        handle -> {
          clear(handle, phone, request);
          int unused =
              handle
                  .createUpdate("DELETE FROM sign_in_request WHERE id = :request")
                  .bind("request", request)
                  .execute();
        });
  }

  @Override
  public boolean use(PhoneNumber phone, SignInCode code, Instant now) {
    List<byte[]> numbers = fields.hashes(PHONE, phone.e164());
    List<byte[]> codes = fields.hashes(CODE, bound(phone, code));
    return jdbi.inTransaction(
        handle -> takeAttempt(handle, numbers, now) && takeCode(handle, numbers, codes));
  }

  private static boolean takeAttempt(Handle handle, List<byte[]> numbers, Instant now) {
    return handle
            .createUpdate(
                """
                UPDATE sign_in_number SET attempts = attempts + 1
                 WHERE phone_hash IN (<numbers>) AND request_id IS NOT NULL
                   AND attempts < :most AND expires_at > :now
                """)
            .bindList("numbers", numbers)
            .bind("most", SignInCode.MOST_ATTEMPTS)
            .bind("now", now)
            .execute()
        > 0;
  }

  private static boolean takeCode(Handle handle, List<byte[]> numbers, List<byte[]> codes) {
    return handle
            .createUpdate(
                """
                UPDATE sign_in_number SET request_id = NULL, code_hash = NULL
                 WHERE phone_hash IN (<numbers>) AND code_hash IN (<codes>)
                """)
            .bindList("numbers", numbers)
            .bindList("codes", codes)
            .execute()
        > 0;
  }

  /** A number that is known under an older key keeps its row. */
  private void lock(Handle handle, PhoneNumber phone) {
    if (locked(handle, phone).isEmpty()) {
      int unused =
          handle
              .createUpdate(
                  """
                  INSERT INTO sign_in_number (phone_hash, attempts) VALUES (:phone, 0)
                  ON CONFLICT DO NOTHING
                  """)
              .bind("phone", fields.hash(PHONE, phone.e164()))
              .execute();
      List<byte[]> unusedRows = locked(handle, phone);
    }
  }

  private List<byte[]> locked(Handle handle, PhoneNumber phone) {
    return handle
        .createQuery(
            """
            SELECT phone_hash FROM sign_in_number WHERE phone_hash IN (<phones>) FOR UPDATE
            """)
        .bindList("phones", fields.hashes(PHONE, phone.e164()))
        .mapTo(byte[].class)
        .list();
  }

  private List<Instant> sent(Handle handle, PhoneNumber phone, Instant now) {
    return handle
        .createQuery(
            """
            SELECT requested_at FROM sign_in_request
             WHERE phone_hash IN (<phones>) AND requested_at > :since
            """)
        .bindList("phones", fields.hashes(PHONE, phone.e164()))
        .bind("since", now.minus(SignInCodeLimits.LONGEST_PERIOD))
        .map((row, context) -> instant(row, "requested_at"))
        .list();
  }

  /** Notes the request, and forgets those of the number that count no more. */
  private void note(Handle handle, PhoneNumber phone, UUID request, Instant now) {
    int unused =
        handle
            .createUpdate(
                """
                DELETE FROM sign_in_request
                 WHERE phone_hash IN (<phones>) AND requested_at <= :before
                """)
            .bindList("phones", fields.hashes(PHONE, phone.e164()))
            .bind("before", now.minus(SignInCodeLimits.LONGEST_PERIOD))
            .execute();
    unused =
        handle
            .createUpdate(
                """
                INSERT INTO sign_in_request (id, phone_hash, requested_at)
                VALUES (:request, :phone, :now)
                """)
            .bind("request", request)
            .bind("phone", fields.hash(PHONE, phone.e164()))
            .bind("now", now)
            .execute();
  }

  private void store(
      Handle handle, PhoneNumber phone, UUID request, SignInCode code, Instant expiresAt) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE sign_in_number
                   SET request_id = :request, code_hash = :code, expires_at = :expires, attempts = 0
                 WHERE phone_hash IN (<phones>)
                """)
            .bind("request", request)
            .bind("code", fields.hash(CODE, bound(phone, code)))
            .bind("expires", expiresAt)
            .bindList("phones", fields.hashes(PHONE, phone.e164()))
            .execute();
  }

  private void clear(Handle handle, PhoneNumber phone, UUID request) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE sign_in_number SET request_id = NULL, code_hash = NULL
                 WHERE phone_hash IN (<phones>) AND request_id = :request
                """)
            .bindList("phones", fields.hashes(PHONE, phone.e164()))
            .bind("request", request)
            .execute();
  }

  private static String bound(PhoneNumber phone, SignInCode code) {
    return phone.e164() + "/" + code.digits();
  }
}
