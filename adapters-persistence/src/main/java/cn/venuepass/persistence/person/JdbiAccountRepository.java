package cn.venuepass.persistence.person;

import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.application.person.Reach;
import cn.venuepass.application.person.WeChatIdentity;
import cn.venuepass.domain.person.Account;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.persistence.FieldKeys;
import cn.venuepass.persistence.HashClaims;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/**
 * Accounts, found by the keyed hashes of the WeChat identity and the phone, which are kept
 * encrypted to send messages to. A hash under an older key is replaced when somebody signs in.
 */
public final class JdbiAccountRepository implements AccountRepository {
  private static final String KIND = "wechat";
  private static final String PHONE_KIND = "phone";
  private static final String OPEN_ID = "account.open_id";
  private static final String PHONE = "account.phone";
  private static final String SELECT = "SELECT id, person_id, consent_version FROM account";
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
        .filter(found -> fields.now().madeHashOutdated(found.hash()))
        .ifPresent(found -> rehash(found, identity));
    Account account = known.map(Known::account).orElseGet(() -> add(identity, now));
    keep(account.id().value(), identity);
    return account;
  }

  @Override
  public Account findOrAdd(PhoneNumber proved, Instant now) {
    Account account = findByPhone(proved).orElseGet(() -> add(proved, now));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE account SET phone_proved_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", account.id().value())
                .execute());
    return account;
  }

  @Override
  public boolean attach(AccountId account, PhoneNumber proved, Instant now) {
    FieldKeys keys = fields.now();
    UUID id = account.value();
    return jdbi.inTransaction(
        handle -> {
          if (!HashClaims.claim(handle, keys.hashesToClaim(PHONE_KIND, proved.e164()), id)) {
            return false;
          }
          reachOf(account)
              .flatMap(Reach::phone)
              .filter(before -> !before.equals(proved))
              .ifPresent(
                  before ->
                      HashClaims.release(
                          handle, keys.hashesToClaim(PHONE_KIND, before.e164()), id));
          return handle
                  .createUpdate(
                      """
                      UPDATE account
                         SET phone_hash = :hash, phone = :phone, phone_proved_at = :now
                       WHERE id = :id
                      """)
                  .bind("hash", keys.hash(PHONE_KIND, proved.e164()))
                  .bind("phone", keys.encrypt(PHONE, id, proved.e164()))
                  .bind("now", now)
                  .bind("id", id)
                  .execute()
              == 1;
        });
  }

  @Override
  public Optional<Reach> reachOf(AccountId account) {
    return findReach("id = :id", account.value());
  }

  @Override
  public Optional<Reach> reachOf(PersonId person) {
    return findReach("person_id = :id", person.value());
  }

  @Override
  public Optional<Account> find(AccountId account) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " WHERE id = :id")
                .bind("id", account.value())
                .map(JdbiAccountRepository::account)
                .findOne());
  }

  @Override
  public List<PersonId> peopleOf(Collection<AccountId> accounts) {
    if (accounts.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT person_id FROM account
                     WHERE id IN (<accounts>) AND person_id IS NOT NULL
                    """)
                .bindList("accounts", accounts.stream().map(AccountId::value).distinct().toList())
                .map((row, context) -> new PersonId(uuid(row, "person_id")))
                .list());
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
    return uniquely(
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
                .bind("now", now));
  }

  /** Whether the update changed a row; not if that would break a unique key. */
  private boolean uniquely(Function<Handle, Update> update) {
    try {
      return jdbi.withHandle(handle -> update.apply(handle).execute() == 1);
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

  private Optional<Account> findByPhone(PhoneNumber phone) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " WHERE phone_hash IN (<hashes>)")
                .bindList("hashes", fields.hashes(PHONE_KIND, phone.e164()))
                .map(JdbiAccountRepository::account)
                .findOne());
  }

  private Account add(PhoneNumber proved, Instant now) {
    FieldKeys keys = fields.now();
    UUID id = ids.next();
    jdbi.useTransaction(
        handle -> {
          if (HashClaims.claim(handle, keys.hashesToClaim(PHONE_KIND, proved.e164()), id)) {
            int unused =
                handle
                    .createUpdate(
                        """
                        INSERT INTO account (id, phone_hash, phone, phone_proved_at, created_at)
                        VALUES (:id, :hash, :phone, :now, :now)
                        ON CONFLICT DO NOTHING
                        """)
                    .bind("id", id)
                    .bind("hash", keys.hash(PHONE_KIND, proved.e164()))
                    .bind("phone", keys.encrypt(PHONE, id, proved.e164()))
                    .bind("now", now)
                    .execute();
          }
        });
    return findByPhone(proved).orElseThrow();
  }

  /** Accounts from before the identity was kept get it at their next sign-in. */
  private void keep(UUID account, WeChatIdentity identity) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE account SET open_id = :openId WHERE id = :id AND open_id IS NULL")
                .bind("openId", fields.encrypt(OPEN_ID, account, identity.openId()))
                .bind("id", account)
                .execute());
  }

  private Optional<Reach> findReach(String condition, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id, open_id, phone FROM account WHERE " + condition)
                .bind("id", id)
                .map(this::reach)
                .findOne());
  }

  private Reach reach(ResultSet row, StatementContext context) throws SQLException {
    UUID id = uuid(row, "id");
    return new Reach(
        Optional.ofNullable(row.getBytes("open_id"))
            .map(hidden -> new WeChatIdentity(fields.decrypt(OPEN_ID, id, hidden))),
        Optional.ofNullable(row.getBytes("phone"))
            .map(hidden -> new PhoneNumber(fields.decrypt(PHONE, id, hidden))));
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
