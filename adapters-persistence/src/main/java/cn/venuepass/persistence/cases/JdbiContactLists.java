package cn.venuepass.persistence.cases;

import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The lists of contacts; whoever writes one holds its case's row. */
public final class JdbiContactLists implements ContactLists {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final String CONTACTS =
      """
      SELECT c.case_id, c.person_id, c.ring, c.grade, c.total_minutes, c.staff, c.risk
        FROM case_contact c WHERE c.case_id = :case
      """;
  private static final String AFTER =
      """
       AND (c.ring > :afterRing OR (c.ring = :afterRing
            AND (c.risk < :afterRisk OR (c.risk = :afterRisk AND c.person_id > :afterPerson))))
      """;

  private final Jdbi jdbi;

  public JdbiContactLists(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Follows(CaseId of, int rules) {}

  private record Stands(PersonId person, Standing standing) {}

  @Override
  public Optional<Revision> latest(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RevisionRow.SELECT + " ORDER BY r.number DESC LIMIT 1")
                .bind("case", of.value())
                .map((row, context) -> RevisionRow.read(row))
                .findOne());
  }

  @Override
  public Map<CaseId, Integer> rulesOf(Collection<CaseId> cases) {
    return cases.isEmpty()
        ? Map.of()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT r.case_id, r.parameters FROM case_revision r
                          JOIN (SELECT case_id, max(number) AS number FROM case_revision
                                 WHERE case_id IN (<cases>) GROUP BY case_id) l
                            ON l.case_id = r.case_id AND l.number = r.number
                        """)
                    .bindList("cases", cases.stream().map(CaseId::value).toList())
                    .map(
                        (row, context) ->
                            new Follows(new CaseId(uuid(row, "case_id")), row.getInt("parameters")))
                    .stream()
                    .collect(toMap(Follows::of, Follows::rules)));
  }

  @Override
  public List<Revision> revisions(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RevisionRow.SELECT + " ORDER BY r.number DESC")
                .bind("case", of.value())
                .map((row, context) -> RevisionRow.read(row))
                .list());
  }

  @Override
  public List<ContactChange> changes(CaseId of, int revision) {
    return jdbi.withHandle(handle -> ChangeRows.read(handle, of, revision));
  }

  @Override
  public boolean add(Revision next, List<Contact> contacts, List<ContactChange> changes) {
    return jdbi.inTransaction(
        handle -> {
          holdCase(handle, next.of());
          boolean mine = RevisionRow.insert(handle, next, ContactRows.digest(contacts));
          if (mine) {
            int unused =
                ContactRows.replace(
                    handle, next.of(), stored(handle, next.of()), contacts, next.at());
            ChangeRows.insert(handle, next, changes);
          }
          return mine;
        });
  }

  @Override
  public boolean refresh(Revision latest, List<Contact> contacts) {
    String digest = ContactRows.digest(contacts);
    return jdbi.inTransaction(
        handle -> {
          holdCase(handle, latest.of());
          Optional<String> known = latestDigest(handle, latest);
          if (known.filter(stored -> !stored.equals(digest)).isPresent()) {
            int unused =
                ContactRows.replace(
                    handle, latest.of(), stored(handle, latest.of()), contacts, latest.at());
            unused =
                handle
                    .createUpdate(
                        """
                        UPDATE case_revision SET digest = :digest
                         WHERE case_id = :case AND number = :number
                        """)
                    .bind("case", latest.of().value())
                    .bind("number", latest.number())
                    .bind("digest", digest)
                    .execute();
          }
          return known.isPresent();
        });
  }

  @Override
  public Map<PersonId, Standing> standings(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT person_id, ring, grade FROM case_contact WHERE case_id = :case")
                .bind("case", of.value())
                .map(
                    (row, context) ->
                        new Stands(
                            new PersonId(uuid(row, "person_id")),
                            new Standing(
                                row.getInt("ring"), ContactGrade.valueOf(row.getString("grade")))))
                .stream()
                .collect(toMap(Stands::person, Stands::standing)));
  }

  /** Inside a transaction PostgreSQL sends the rows as they are taken. */
  @Override
  public void each(CaseId of, Consumer<Contact> taker) {
    jdbi.useTransaction(
        handle ->
            gather(
                handle
                    .createQuery(ContactRows.SELECT.formatted(CONTACTS))
                    .setFetchSize(ROWS_AT_ONCE)
                    .bind("case", of.value()),
                taker));
  }

  @Override
  public List<Contact> list(CaseId of, Filter filter, Optional<Place> after, int limit) {
    String page =
        CONTACTS
            + FilterCondition.of(filter)
            + (after.isPresent() ? AFTER : "")
            + " ORDER BY c.ring, c.risk DESC, c.person_id LIMIT :limit";
    return jdbi.withHandle(
        handle -> {
          Query query =
              FilterCondition.bind(handle.createQuery(ContactRows.SELECT.formatted(page)), filter)
                  .bind("case", of.value())
                  .bind("limit", limit);
          after.ifPresent(
              place ->
                  query
                      .bind("afterRing", place.ring())
                      .bind("afterRisk", place.risk())
                      .bind("afterPerson", place.person().value()));
          List<Contact> listed = new ArrayList<>();
          gather(query, listed::add);
          return List.copyOf(listed);
        });
  }

  @Override
  public int count(CaseId of, Filter filter) {
    return jdbi.withHandle(
        handle ->
            FilterCondition.bind(
                    handle.createQuery(
                        "SELECT count(*) FROM case_contact c WHERE c.case_id = :case"
                            + FilterCondition.of(filter)),
                    filter)
                .bind("case", of.value())
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public boolean isOrWas(CaseId of, PersonId person) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (SELECT 1 FROM case_contact
                                    WHERE case_id = :case AND person_id = :person)
                        OR EXISTS (SELECT 1 FROM case_change
                                    WHERE case_id = :case AND person_id = :person)
                    """)
                .bind("case", of.value())
                .bind("person", person.value())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public Optional<Contact> find(CaseId of, PersonId person) {
    return jdbi.withHandle(
        handle -> {
          List<Contact> found = new ArrayList<>();
          gather(
              handle
                  .createQuery(
                      ContactRows.SELECT.formatted(CONTACTS + " AND c.person_id = :person"))
                  .bind("case", of.value())
                  .bind("person", person.value()),
              found::add);
          return found.stream().findFirst();
        });
  }

  @Override
  public List<Contact> findAll(CaseId of, Collection<PersonId> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle -> {
          List<Contact> found = new ArrayList<>();
          gather(
              handle
                  .createQuery(
                      ContactRows.SELECT.formatted(CONTACTS + " AND c.person_id IN (<people>)"))
                  .bindList("people", people.stream().map(PersonId::value).toList())
                  .bind("case", of.value()),
              found::add);
          return List.copyOf(found);
        });
  }

  private static void gather(Query query, Consumer<Contact> taker) {
    var gatherer = new ContactRows.Gatherer(taker);
    query
        .map(
            (row, context) -> {
              gatherer.take(row);
              return true;
            })
        .forEach(taken -> {});
    gatherer.finish();
  }

  private static List<Contact> stored(Handle handle, CaseId of) {
    List<Contact> stored = new ArrayList<>();
    gather(
        handle
            .createQuery(ContactRows.SELECT.formatted(CONTACTS))
            .setFetchSize(ROWS_AT_ONCE)
            .bind("case", of.value()),
        stored::add);
    return stored;
  }

  private static void holdCase(Handle handle, CaseId of) {
    Optional<UUID> unused =
        handle
            .createQuery("SELECT id FROM trace_case WHERE id = :case FOR UPDATE")
            .bind("case", of.value())
            .mapTo(UUID.class)
            .findOne();
  }

  /** The digest of the contacts as they are stored, if that revision is still the latest. */
  private static Optional<String> latestDigest(Handle handle, Revision revision) {
    return handle
        .createQuery(
            """
            SELECT r.digest FROM case_revision r
             WHERE r.case_id = :case AND r.number = :number
               AND NOT EXISTS (SELECT 1 FROM case_revision n
                                WHERE n.case_id = r.case_id AND n.number > r.number)
            """)
        .bind("case", revision.of().value())
        .bind("number", revision.number())
        .mapTo(String.class)
        .findOne();
  }
}
