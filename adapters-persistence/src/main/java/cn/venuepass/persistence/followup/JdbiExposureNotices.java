package cn.venuepass.persistence.followup;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.followup.ExposureNotices;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Marks who was told by rows of which one per case and person can be. */
public final class JdbiExposureNotices implements ExposureNotices {
  private final Jdbi jdbi;

  public JdbiExposureNotices(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<PersonId> mark(CaseId of, Collection<PersonId> people, Instant now) {
    if (people.isEmpty()) {
      return List.of();
    }
    UUID call = UUID.randomUUID();
    return jdbi.inTransaction(
        handle -> {
          int unused =
              handle
                  .createUpdate(
                      """
                      INSERT INTO exposure_told (case_id, person_id, at, call_id)
                      SELECT :case, a.person_id, :now, :call
                        FROM account a WHERE a.person_id IN (<people>)
                       ORDER BY a.person_id
                          ON CONFLICT DO NOTHING
                      """)
                  .bind("case", of.value())
                  .bind("now", now)
                  .bind("call", call)
                  .bindList("people", ids(people))
                  .execute();
          return handle
              .createQuery(
                  "SELECT person_id FROM exposure_told WHERE case_id = :case AND call_id = :call")
              .bind("case", of.value())
              .bind("call", call)
              .map((row, context) -> new PersonId(uuid(row, "person_id")))
              .list();
        });
  }

  @Override
  public List<PersonId> told(CaseId of, Collection<PersonId> people) {
    return people.isEmpty()
        ? List.of()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT person_id FROM exposure_told
                         WHERE case_id = :case AND person_id IN (<people>)
                        """)
                    .bind("case", of.value())
                    .bindList("people", ids(people))
                    .map((row, context) -> new PersonId(uuid(row, "person_id")))
                    .list());
  }

  private static List<UUID> ids(Collection<PersonId> people) {
    return people.stream().map(PersonId::value).toList();
  }
}
