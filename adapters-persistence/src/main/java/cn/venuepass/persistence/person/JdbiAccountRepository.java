package cn.venuepass.persistence.person;

import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.persistence.FieldKeys;
import cn.venuepass.persistence.HashClaims;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Accounts, found by the keyed hash of the WeChat identity, which is not kept itself: a hash under
 * an older key is replaced when somebody signs in.
 */
public final class JdbiAccountRepository implements AccountRepository {
  private static final String KIND = "wechat";
  private static final String UNIQUE_VIOLATION = "23505";

  private final Jdbi jdbi;
  private final PersonalFields fields;
  private final IdGenerator ids;

  public JdbiAccountRepository(Jdbi jdbi, PersonalFields fields, IdGenerator ids) {
    this.jdbi = jdbi;
    this.fields = fields;
    this.ids = ids;
  }

  @Override
  public Account findOrAdd(WeChatIdentity identity, Instant now) {
    Optional<Known> known = findByIdentity(identity);
    known
        .filter(account -> fields.now().madeHashOutdated(account.hash()))
        .ifPresent(account -> rehash(account, identity));
    return known.map(Known::account).orElseGet(() -> add(identity, now));
  }

  @Override
  public Optional<Account> find(AccountId account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, person_id, consent_version FROM account WHERE id = :id")
                .bind("id", account.value())
                .map(JdbiAccountRepository::account)
                .findOne());
  }

  @Override
  public boolean hasAccount(PersonId person) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery("SELECT count(*) FROM account WHERE person_id = :person")
                    .bind("person", person.value())
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  @Override
  public boolean bind(AccountId account, PersonId person, Consent consent, Instant now) {
    try {
      return jdbi.withHandle(
          handle ->
              handle
                      .createUpdate(
                          """
                          UPDATE account
                             SET person_id = :person, consent_version = :consent, consented_at = :now
                           WHERE id = :id AND (person_id IS NULL OR person_id = :person)
                             AND NOT EXISTS (SELECT 1 FROM account other
                                              WHERE other.person_id = :person AND other.id <> :id)
                          """)
                      .bind("id", account.value())
                      .bind("person", person.value())
                      .bind("consent", consent.version())
                      .bind("now", now)
                      .execute()
                  == 1);
    } catch (UnableToExecuteStatementException e) {
      if (e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private Optional<Known> findByIdentity(WeChatIdentity identity) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, person_id, consent_version, wechat_hash FROM account
                     WHERE wechat_hash IN (<hashes>)
                    """)
                .bindList("hashes", fields.hashes(KIND, identity.openId()))
                .map(
                    (row, context) -> new Known(account(row, context), row.getBytes("wechat_hash")))
                .findOne());
  }

  private Account add(WeChatIdentity identity, Instant now) {
    FieldKeys keys = fields.now();
    UUID id = ids.next();
    jdbi.useTransaction(
        handle -> {
          if (HashClaims.claim(handle, keys.hashesToClaim(KIND, identity.openId()), id)) {
            insert(handle, id, keys.hash(KIND, identity.openId()), now);
          }
        });
    return findByIdentity(identity).map(Known::account).orElseThrow();
  }

  private static void insert(Handle handle, UUID id, byte[] hash, Instant now) {
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO account (id, wechat_hash, created_at)
                VALUES (:id, :hash, :now)
                ON CONFLICT DO NOTHING
                """)
            .bind("id", id)
            .bind("hash", hash)
            .bind("now", now)
            .execute();
  }

  private void rehash(Known known, WeChatIdentity identity) {
    byte[] hash = fields.hash(KIND, identity.openId());
    UUID id = known.account().id().value();
    jdbi.useTransaction(
        handle -> {
          if (HashClaims.claim(handle, List.of(hash), id)) {
            int unused =
                handle
                    .createUpdate(
                        """
                        UPDATE account SET wechat_hash = :hash
                         WHERE id = :id AND wechat_hash = :old
                        """)
                    .bind("hash", hash)
                    .bind("id", id)
                    .bind("old", known.hash())
                    .execute();
          }
        });
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, never compared as a whole
  private record Known(Account account, byte[] hash) {}

  private static Account account(ResultSet row, StatementContext context) throws SQLException {
    return new Account(
        new AccountId(uuid(row, "id")),
        optionalId(row, "person_id", PersonId::new),
        optionalText(row, "consent_version", Consent::new));
  }
}
