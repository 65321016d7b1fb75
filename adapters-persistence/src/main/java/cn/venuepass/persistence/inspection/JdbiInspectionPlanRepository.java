package cn.venuepass.persistence.inspection;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.inspection.InspectionPlanRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.InspectionPlanId;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Plans; who asks sees the items of the own jurisdiction, and plans that have some. */
public final class JdbiInspectionPlanRepository implements InspectionPlanRepository {
  private static final String LISTED =
      """
      SELECT %s, t.items, t.done
        FROM inspection_plan p
        JOIN (SELECT n.plan_id, count(*) AS items, count(n.done_at) AS done
                FROM inspection_plan_item n WHERE TRUE %s GROUP BY n.plan_id) t
          ON t.plan_id = p.id
       WHERE TRUE
      """;

  private final Jdbi jdbi;

  public JdbiInspectionPlanRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Premises> candidates(Jurisdiction jurisdiction, Candidates which) {
    return jdbi.withHandle(handle -> CandidateQuery.read(handle, jurisdiction, which));
  }

  @Override
  public void add(InspectionPlan plan) {
    jdbi.useTransaction(
        handle -> {
          int unused =
              PlanRow.bind(
                      handle.createUpdate(
                          """
                          INSERT INTO inspection_plan
                                 (id, name, made_by, made_at, due_at, seed, wanted,
                                  not_inspected_days, candidates, fingerprint)
                          VALUES (:id, :name, :madeBy, :madeAt, :dueAt, :seed, :wanted,
                                  :notInspectedFor, :candidates, :fingerprint)
                          """),
                      plan)
                  .execute();
          addItems(handle, plan);
        });
  }

  @Override
  public Optional<InspectionPlan> findWithin(InspectionPlanId plan, Jurisdiction jurisdiction) {
    return jdbi.withHandle(
        handle -> {
          List<InspectionPlan.Item> items = items(handle, plan, jurisdiction);
          return items.isEmpty()
              ? Optional.<InspectionPlan>empty()
              : handle
                  .createQuery(
                      "SELECT " + PlanRow.COLUMNS + " FROM inspection_plan p WHERE p.id = :plan")
                  .bind("plan", plan.value())
                  .map((row, context) -> PlanRow.read(row, items))
                  .findOne();
        });
  }

  @Override
  public Page<Listed> listWithin(Jurisdiction jurisdiction, PageRequest request) {
    String query = LISTED.formatted(PlanRow.COLUMNS, Scope.of(jurisdiction, "n"));
    return Page.of(
        jdbi.withHandle(
            handle ->
                Scope.bind(
                        Keyset.bind(
                            handle.createQuery(
                                Keyset.descending("p.made_at", "p.id").page(query, request)),
                            request),
                        jurisdiction)
                    .map(
                        (row, context) ->
                            new Listed(
                                PlanRow.read(row, List.of()),
                                row.getInt("items"),
                                row.getInt("done")))
                    .list()),
        request,
        listed -> new Cursor(listed.plan().madeAt(), listed.plan().id().value()));
  }

  @Override
  public void tick(Collection<Premises.Target> targets, InspectionPlan.Done done) {
    List<UUID> ids = targets.stream().map(Premises.Target::id).toList();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE inspection_plan_item SET inspection_id = :inspection, done_at = :at
                     WHERE done_at IS NULL AND (venue_id IN (<ids>) OR place_id IN (<ids>))
                    """)
                .bind("inspection", done.inspection().value())
                .bind("at", done.at())
                .bindList("ids", ids)
                .execute());
  }

  private static void addItems(Handle handle, InspectionPlan plan) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO inspection_plan_item
                   (plan_id, place, venue_id, place_id, name, type_code, community_code)
            VALUES (:plan, :position, :venue, :place, :name, :type, :community)
            """);
    int position = 0;
    for (InspectionPlan.Item item : plan.items()) {
      PremisesRow.bind(batch, item.premises())
          .bind("plan", plan.id().value())
          .bind("position", position++)
          .add();
    }
    int[] unused = batch.execute();
  }

  private static List<InspectionPlan.Item> items(
      Handle handle, InspectionPlanId plan, Jurisdiction jurisdiction) {
    return Scope.bind(
            handle.createQuery(
                """
                SELECT n.venue_id, n.place_id, n.name, n.type_code, n.community_code,
                       n.inspection_id, n.done_at
                  FROM inspection_plan_item n WHERE n.plan_id = :plan
                """
                    + Scope.of(jurisdiction, "n")
                    + " ORDER BY n.place"),
            jurisdiction)
        .bind("plan", plan.value())
        .map((row, context) -> PlanRow.item(row))
        .list();
  }
}
