package cn.venuepass.persistence.person;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.person.FamilyRepository;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.Relation;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Who looks after whom; a removed link leaves no row. */
public final class JdbiFamilyRepository implements FamilyRepository {
  private static final String NAME = "family_link.name";
  private static final String RELATION = "family_link.relation";
  private static final String OF_ACCOUNT =
      """
      SELECT f.id, f.account_id, f.person_id, f.name, f.relation, f.consent_version, f.since
        FROM family_link f
       WHERE f.account_id = :account
         AND NOT EXISTS (SELECT 1 FROM account own WHERE own.person_id = f.person_id)
      """;

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiFamilyRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public Added add(FamilyLink link) {
    return jdbi.inTransaction(
        handle -> {
          lockAccount(handle, link.guardian());
          if (count(handle, link.guardian()) >= FamilyLink.MOST) {
            return Added.FULL;
          }
          return insert(handle, link) ? Added.ADDED : Added.EXISTS;
        });
  }

  @Override
  public Optional<FamilyLink> find(AccountId guardian, FamilyLinkId link) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF_ACCOUNT + " AND f.id = :id")
                .bind("account", guardian.value())
                .bind("id", link.value())
                .map(this::link)
                .findOne());
  }

  @Override
  public List<FamilyLink> listOf(AccountId guardian) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF_ACCOUNT + " ORDER BY f.since, f.id")
                .bind("account", guardian.value())
                .map(this::link)
                .list());
  }

  @Override
  public boolean remove(AccountId guardian, FamilyLinkId link) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        DELETE FROM family_link
                         WHERE account_id = :account AND id = :id
                           AND NOT EXISTS (SELECT 1 FROM account own
                                            WHERE own.person_id = family_link.person_id)
                        """)
                    .bind("account", guardian.value())
                    .bind("id", link.value())
                    .execute()
                == 1);
  }

  /** Counting and adding are one step among the calls of one account. */
  private static void lockAccount(Handle handle, AccountId account) {
    Object unused =
        handle
            .createQuery("SELECT id FROM account WHERE id = :id FOR UPDATE")
            .bind("id", account.value())
            .mapTo(UUID.class)
            .one();
  }

  private static int count(Handle handle, AccountId account) {
    return handle
        .createQuery("SELECT count(*) FROM (" + OF_ACCOUNT + ") links")
        .bind("account", account.value())
        .mapTo(Integer.class)
        .one();
  }

  private boolean insert(Handle handle, FamilyLink link) {
    UUID id = link.id().value();
    return handle
            .createUpdate(
                """
                INSERT INTO family_link (id, account_id, person_id, name, relation,
                                         consent_version, since)
                VALUES (:id, :account, :person, :name, :relation, :consent, :since)
                ON CONFLICT DO NOTHING
                """)
            .bind("id", id)
            .bind("account", link.guardian().value())
            .bind("person", link.person().value())
            .bind("name", fields.encrypt(NAME, id, link.name().text()))
            .bind("relation", fields.encrypt(RELATION, id, link.relation().text()))
            .bind("consent", link.consent().version())
            .bind("since", link.since())
            .execute()
        == 1;
  }

  private FamilyLink link(ResultSet row, StatementContext context) throws SQLException {
    UUID id = uuid(row, "id");
    return new FamilyLink(
        new FamilyLinkId(id),
        new AccountId(uuid(row, "account_id")),
        new PersonId(uuid(row, "person_id")),
        new PersonName(fields.decrypt(NAME, id, row.getBytes("name"))),
        new Relation(fields.decrypt(RELATION, id, row.getBytes("relation"))),
        new Consent(row.getString("consent_version")),
        instant(row, "since"));
  }
}
