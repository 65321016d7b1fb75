package cn.venuepass.persistence.cases;

import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.cases.TakenStatement.Withdrawal;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Cases; whoever changes one, or what belongs to it, holds its row. */
public final class JdbiCases implements CaseRepository {
  private static final String SELECT = "SELECT " + CaseRow.COLUMNS + " FROM trace_case c";
  private static final String WITHIN =
      SELECT
          + """
             WHERE c.division_code IN (
                   SELECT d.code FROM division d
                     JOIN division root ON root.code = :root AND d.path LIKE root.path || '%')
            """;

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiCases(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  private record Member(UUID of, StaffId staff) {}

  @Override
  public void add(Case opened) {
    jdbi.useTransaction(
        handle -> {
          int unused =
              CaseRow.bind(
                      handle.createUpdate(
                          """
                          INSERT INTO trace_case
                                 (id, person_id, reference, purpose, onset_at, sampled_at,
                                  isolated_at, drill, owner_id, division_code, opened_at,
                                  closed_at, closed_by, report, revision)
                          VALUES (:id, :person, :reference, :purpose, :onset, :sampled, :isolated,
                                  :drill, :owner, :division, :opened, :closed, :closedBy, :report,
                                  :revision)
                          """),
                      opened,
                      fields)
                  .execute();
          insertTeam(handle, opened);
        });
  }

  @Override
  public Optional<Case> findWithin(Jurisdiction jurisdiction, CaseId id) {
    return jdbi.withHandle(
        handle ->
            read(
                    handle,
                    WITHIN + " AND c.id = :id",
                    query -> query.bind("root", rootOf(jurisdiction)).bind("id", id.value()))
                .stream()
                .findFirst());
  }

  @Override
  public Optional<Case> hold(CaseId id) {
    return jdbi.inTransaction(
        handle ->
            read(
                    handle,
                    SELECT + " WHERE c.id = :id FOR UPDATE",
                    query -> query.bind("id", id.value()))
                .stream()
                .findFirst());
  }

  @Override
  public Page<Case> listWithin(Jurisdiction jurisdiction, Filter filter, PageRequest request) {
    String asked =
        WITHIN
            + filter.status().map(JdbiCases::condition).orElse("")
            + (filter.drill().isPresent() ? " AND c.drill = :drill" : "");
    return Page.of(
        jdbi.withHandle(
            handle ->
                read(
                    handle,
                    Keyset.descending("c.opened_at", "c.id").page(asked, request),
                    query -> {
                      filter.drill().ifPresent(drill -> query.bind("drill", drill));
                      return Keyset.bind(query, request).bind("root", rootOf(jurisdiction));
                    })),
        request,
        listed -> new Cursor(listed.openedAt(), listed.id().value()));
  }

  @Override
  public List<CaseId> listOpenOf(PersonId index, Jurisdiction jurisdiction) {
    return jdbi.withHandle(
        handle ->
            read(
                    handle,
                    WITHIN
                        + " AND c.person_id = :person AND c.closed_at IS NULL"
                        + " ORDER BY c.opened_at, c.id",
                    query -> query.bind("root", rootOf(jurisdiction)).bind("person", index.value()))
                .stream()
                .map(Case::id)
                .toList());
  }

  @Override
  public List<Case> listOpen() {
    return jdbi.withHandle(
        handle ->
            read(
                handle,
                SELECT + " WHERE c.closed_at IS NULL ORDER BY c.opened_at, c.id",
                UnaryOperator.identity()));
  }

  @Override
  public boolean replace(Case changed) {
    return jdbi.inTransaction(
        handle -> {
          int replaced =
              CaseRow.bind(
                      handle.createUpdate(
                          """
                          UPDATE trace_case
                             SET person_id = :person, reference = :reference, purpose = :purpose,
                                 onset_at = :onset, sampled_at = :sampled, isolated_at = :isolated,
                                 drill = :drill, owner_id = :owner, division_code = :division,
                                 opened_at = :opened, closed_at = :closed, closed_by = :closedBy,
                                 report = :report, revision = :revision
                           WHERE id = :id AND revision = :revision - 1 AND closed_at IS NULL
                          """),
                      changed,
                      fields)
                  .execute();
          if (replaced == 1) {
            int unused =
                handle
                    .createUpdate("DELETE FROM case_member WHERE case_id = :id")
                    .bind("id", changed.id().value())
                    .execute();
            insertTeam(handle, changed);
          }
          return replaced == 1;
        });
  }

  @Override
  public boolean addStatement(CaseId of, Statement told) {
    return jdbi.inTransaction(
        handle -> {
          boolean room = holdOpen(handle, of) && countStatements(handle, of) < MOST_STATEMENTS;
          if (room) {
            StatementRow.insert(handle, of, told, fields);
          }
          return room;
        });
  }

  @Override
  public List<TakenStatement> statementsOf(CaseId of) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    StatementRow.SELECT + " WHERE s.case_id = :case ORDER BY s.told_at, s.id")
                .bind("case", of.value())
                .map((row, context) -> StatementRow.read(row, fields))
                .list());
  }

  @Override
  public boolean withdrawStatement(CaseId of, StatementId told, Withdrawal withdrawal) {
    return jdbi.inTransaction(
        handle ->
            holdOpen(handle, of)
                && handle
                        .createUpdate(
                            """
                            UPDATE case_statement SET withdrawn_at = :at, withdrawn_by = :by
                             WHERE id = :id AND case_id = :case AND withdrawn_at IS NULL
                            """)
                        .bind("at", withdrawal.at())
                        .bind("by", withdrawal.by().value())
                        .bind("id", told.value())
                        .bind("case", of.value())
                        .execute()
                    == 1);
  }

  private List<Case> read(Handle handle, String query, UnaryOperator<Query> bound) {
    List<Case> alone =
        bound
            .apply(handle.createQuery(query))
            .map(
                (row, context) ->
                    CaseRow.read(row, Set.of(new StaffId(uuid(row, "owner_id"))), fields))
            .list();
    Map<UUID, Set<StaffId>> teams = teams(handle, alone);
    return alone.stream()
        .map(found -> found.with(teams.getOrDefault(found.id().value(), found.team())))
        .toList();
  }

  private static Map<UUID, Set<StaffId>> teams(Handle handle, List<Case> cases) {
    if (cases.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery("SELECT case_id, staff_id FROM case_member WHERE case_id IN (<cases>)")
        .bindList("cases", cases.stream().map(found -> found.id().value()).toList())
        .map((row, context) -> new Member(uuid(row, "case_id"), new StaffId(uuid(row, "staff_id"))))
        .stream()
        .collect(groupingBy(Member::of, mapping(Member::staff, toSet())));
  }

  private static void insertTeam(Handle handle, Case of) {
    PreparedBatch batch =
        handle.prepareBatch("INSERT INTO case_member (case_id, staff_id) VALUES (:case, :staff)");
    for (StaffId member : of.team()) {
      PreparedBatch unused =
          batch.bind("case", of.id().value()).bind("staff", member.value()).add();
    }
    int[] unused = batch.execute();
  }

  private static boolean holdOpen(Handle handle, CaseId of) {
    return handle
        .createQuery("SELECT id FROM trace_case WHERE id = :id AND closed_at IS NULL FOR UPDATE")
        .bind("id", of.value())
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  private static int countStatements(Handle handle, CaseId of) {
    return handle
        .createQuery("SELECT count(*) FROM case_statement WHERE case_id = :case")
        .bind("case", of.value())
        .mapTo(Integer.class)
        .one();
  }

  private static String condition(Case.Status status) {
    return status == Case.Status.OPEN ? " AND c.closed_at IS NULL" : " AND c.closed_at IS NOT NULL";
  }

  /** The code of the division; none for an industry department, which traces nobody. */
  private static String rootOf(Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfDivision own ? own.division().text() : "";
  }
}
