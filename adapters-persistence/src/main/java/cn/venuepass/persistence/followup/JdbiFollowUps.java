package cn.venuepass.persistence.followup;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Follow-ups beside the contacts of a case; who has no row was not cared for yet. */
public final class JdbiFollowUps implements FollowUps {
  private static final String WAITS =
      " AND x.ring < 3 AND x.state IN ('NEW', 'ASSIGNED', 'NOT_REACHED')";

  /** Behind a place in the order; its person's id decides last. */
  private static final String AFTER =
      """
       AND (%1$s > :urgency OR (%1$s = :urgency AND (x.ring > :ring OR (x.ring = :ring AND
            (x.risk < :risk OR (x.risk = :risk AND x.person_id > :person))))))
      """
          .formatted(FollowUpRow.URGENCY);

  private static final String ORDER =
      " ORDER BY " + FollowUpRow.URGENCY + ", x.ring, x.risk DESC, x.person_id LIMIT :rows";

  private final Jdbi jdbi;
  private final PersonalFields fields;
  private final FollowUpWrites writes;

  public JdbiFollowUps(Jdbi jdbi, PersonalFields fields, IdGenerator ids) {
    this.jdbi = jdbi;
    this.fields = fields;
    this.writes = new FollowUpWrites(fields, ids);
  }

  @Override
  public List<Tended> findAll(CaseId of, Collection<PersonId> people) {
    return people.isEmpty()
        ? List.of()
        : jdbi.withHandle(
            handle ->
                rows(
                    of,
                    handle
                        .createQuery(
                            FollowUpRow.COLUMNS
                                + FollowUpRow.ALL
                                + " AND x.person_id IN (<people>)")
                        .bindList("people", people.stream().map(PersonId::value).toList())));
  }

  @Override
  public int store(List<FollowUp> next, FollowUpStep step) {
    return next.isEmpty() ? 0 : jdbi.inTransaction(handle -> writes.store(handle, next, step));
  }

  @Override
  public List<FollowUpStep> stepsOf(CaseId of, PersonId person) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, told, at, noted_at, by_id, assignee_id, note FROM follow_up_step
                     WHERE case_id = :case AND person_id = :person ORDER BY revision
                    """)
                .bind("case", of.value())
                .bind("person", person.value())
                .map((row, context) -> step(row))
                .list());
  }

  @Override
  public List<Tended> list(CaseId of, Filter filter, Optional<Place> after, int limit) {
    String query =
        FollowUpRow.COLUMNS
            + FollowUpRow.ALL
            + (filter.state().isPresent() ? " AND x.state = :state" : "")
            + (filter.assignee().isPresent() ? " AND x.assignee_id = :assignee" : "")
            + (filter.unassigned() ? " AND x.assignee_id IS NULL" : "")
            + (filter.due() ? WAITS : "")
            + (after.isPresent() ? AFTER : "")
            + ORDER;
    return jdbi.withHandle(
        handle -> {
          Query bound = handle.createQuery(query).bind("rows", limit);
          filter.state().ifPresent(state -> bound.bind("state", state.name()));
          filter.assignee().ifPresent(member -> bound.bind("assignee", member.value()));
          after.ifPresent(place -> bind(bound, place));
          return rows(of, bound);
        });
  }

  @Override
  public Map<FollowUpState, Integer> count(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT x.state, count(*) AS number " + FollowUpRow.ALL + " GROUP BY x.state")
                .bind("case", of.value())
                .map(
                    (row, context) ->
                        Map.entry(
                            FollowUpState.valueOf(row.getString("state")), row.getInt("number")))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Map<PersonId, Instant> isolated(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT person_id, isolated_at FROM follow_up
                     WHERE case_id = :case AND isolated_at IS NOT NULL
                    """)
                .bind("case", of.value())
                .map(
                    (row, context) ->
                        Map.entry(
                            new PersonId(uuid(row, "person_id")), instant(row, "isolated_at")))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Set<PersonId> settled(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT person_id FROM follow_up
                     WHERE case_id = :case AND state IN ('CALLED', 'ISOLATED', 'RELEASED')
                    """)
                .bind("case", of.value())
                .map((row, context) -> new PersonId(uuid(row, "person_id")))
                .collect(toSet()));
  }

  @Override
  public Progress progress(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) AS contacts, count(f.reached_at) AS reached,
                           min(f.reached_at) AS first_at, max(f.reached_at) AS last_at
                      FROM case_contact c
                      LEFT JOIN follow_up f ON f.case_id = c.case_id AND f.person_id = c.person_id
                     WHERE c.case_id = :case
                    """)
                .bind("case", of.value())
                .map(
                    (row, context) ->
                        new Progress(
                            row.getInt("contacts"),
                            row.getInt("reached"),
                            optionalInstant(row, "first_at"),
                            optionalInstant(row, "last_at")))
                .one());
  }

  private static List<Tended> rows(CaseId of, Query query) {
    return query.bind("case", of.value()).map((row, context) -> FollowUpRow.read(of, row)).list();
  }

  private static void bind(Query query, Place place) {
    query
        .bind("urgency", place.urgency())
        .bind("ring", place.ring())
        .bind("risk", place.risk())
        .bind("person", place.person().value());
  }

  private FollowUpStep step(ResultSet row) throws SQLException {
    UUID id = uuid(row, "id");
    return new FollowUpStep(
        FollowUpState.valueOf(row.getString("told")),
        instant(row, "at"),
        instant(row, "noted_at"),
        new StaffId(uuid(row, "by_id")),
        optionalId(row, "assignee_id", StaffId::new),
        Optional.ofNullable(row.getBytes("note"))
            .map(hidden -> fields.decrypt(FollowUpWrites.NOTE, id, hidden)));
  }
}
