package cn.venuepass.persistence.pass;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.person.PaperPassRepository;
import cn.venuepass.domain.pass.PaperPass;
import cn.venuepass.domain.pass.PaperPassId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Paper passes; a unique key lets one of a person's be good. Codes stand nowhere. */
public final class JdbiPaperPassRepository implements PaperPassRepository {
  private static final String SELECT =
      "SELECT id, person_id, issued_by, issued_at, revoked_at FROM paper_pass ";
  private static final int MOST_ATTEMPTS = 10;

  private final Jdbi jdbi;

  public JdbiPaperPassRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void issue(PaperPass pass) {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      boolean issued =
          jdbi.inTransaction(
              handle -> {
                boolean unused = revoke(handle, pass.person(), pass.issuedAt());
                return insert(handle, pass);
              });
      if (issued) {
        return;
      }
    }
    throw new TemporarilyUnavailable("too many paper passes issued at once for one person");
  }

  @Override
  public Optional<PaperPass> find(PaperPassId pass) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE id = :id")
                .bind("id", pass.value())
                .map(JdbiPaperPassRepository::pass)
                .findOne());
  }

  @Override
  public Optional<PaperPass> findGood(PersonId person) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE good_person_id = :person")
                .bind("person", person.value())
                .map(JdbiPaperPassRepository::pass)
                .findOne());
  }

  @Override
  public boolean revoke(PersonId person, Instant at) {
    return jdbi.withHandle(handle -> revoke(handle, person, at));
  }

  private static boolean revoke(Handle handle, PersonId person, Instant at) {
    return handle
            .createUpdate(
                """
                UPDATE paper_pass SET good_person_id = NULL, revoked_at = :at
                 WHERE good_person_id = :person
                """)
            .bind("at", at)
            .bind("person", person.value())
            .execute()
        == 1;
  }

  private static boolean insert(Handle handle, PaperPass pass) {
    return handle
            .createUpdate(
                """
                INSERT INTO paper_pass (id, person_id, good_person_id, issued_by, issued_at)
                VALUES (:id, :person, :person, :by, :at)
                ON CONFLICT DO NOTHING
                """)
            .bind("id", pass.id().value())
            .bind("person", pass.person().value())
            .bind("by", pass.issuedBy().value())
            .bind("at", pass.issuedAt())
            .execute()
        == 1;
  }

  private static PaperPass pass(ResultSet row, StatementContext context) throws SQLException {
    return new PaperPass(
        new PaperPassId(uuid(row, "id")),
        new PersonId(uuid(row, "person_id")),
        new AccountId(uuid(row, "issued_by")),
        instant(row, "issued_at"),
        optionalInstant(row, "revoked_at"));
  }
}
