package cn.venuepass.persistence.inspection;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.inspection.InspectionCount;
import cn.venuepass.application.inspection.InspectionFilter;
import cn.venuepass.application.inspection.InspectionRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import cn.venuepass.persistence.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Inspections; a revision decides between steps. */
public final class JdbiInspectionRepository implements InspectionRepository {
  private static final String SELECT =
      "SELECT " + InspectionRow.COLUMNS + " FROM inspection i WHERE ";
  private static final Keyset NEWEST_FIRST = Keyset.descending("i.inspected_at", "i.id");
  private static final Keyset OLDEST_DUE_FIRST = Keyset.ascending("i.due_at", "i.id");

  private final Jdbi jdbi;
  private final InspectionParts parts;

  public JdbiInspectionRepository(Jdbi jdbi, PersonalFields fields, IdGenerator ids) {
    this.jdbi = jdbi;
    this.parts = new InspectionParts(fields, ids);
  }

  @Override
  public void add(Inspection inspection) {
    jdbi.useTransaction(
        handle -> {
          int unused =
              InspectionRow.bind(
                      handle.createUpdate(
                          """
                          INSERT INTO inspection
                                 (id, venue_id, place_id, name, type_code, community_code,
                                  inspector_id, division_code, inspected_at, measure, due_at,
                                  state, done_at, photos, revision)
                          VALUES (:id, :venue, :place, :name, :type, :community,
                                  :inspector, :division, :at, :measure, :dueAt,
                                  :state, :doneAt, 0, :revision)
                          """),
                      inspection)
                  .execute();
          parts.addFindings(handle, inspection);
          parts.addLatestStep(handle, inspection);
        });
  }

  @Override
  public boolean replace(Inspection next) {
    return jdbi.inTransaction(
        handle -> {
          boolean replaced =
              InspectionRow.bindState(
                          handle.createUpdate(
                              """
                              UPDATE inspection
                                 SET due_at = :dueAt, state = :state, done_at = :doneAt,
                                     revision = :revision
                               WHERE id = :id AND revision = :revision - 1
                              """),
                          next)
                      .execute()
                  == 1;
          if (replaced) {
            parts.addLatestStep(handle, next);
          }
          return replaced;
        });
  }

  @Override
  public Optional<Inspection> find(InspectionId inspection) {
    return read(SELECT + "i.id = :id", query -> query.bind("id", inspection.value())).stream()
        .findFirst();
  }

  @Override
  public Optional<Inspection> findWithin(InspectionId inspection, Jurisdiction jurisdiction) {
    return read(
            SELECT + "i.id = :id" + Scope.of(jurisdiction, "i"),
            query -> Scope.bind(query, jurisdiction).bind("id", inspection.value()))
        .stream()
        .findFirst();
  }

  @Override
  public Page<Inspection> listWithin(
      Jurisdiction jurisdiction, InspectionFilter filter, Instant now, PageRequest request) {
    Keyset order = filter.isOverdue() ? OLDEST_DUE_FIRST : NEWEST_FIRST;
    String query = SELECT + "TRUE" + Scope.of(jurisdiction, "i") + FilterCondition.of(filter);
    return Page.of(
        read(
            order.page(query, request),
            bound ->
                FilterCondition.bind(
                    Keyset.bind(Scope.bind(bound, jurisdiction), request), filter, now)),
        request,
        inspection ->
            new Cursor(
                filter.isOverdue() ? inspection.order().dueAt().orElseThrow() : inspection.at(),
                inspection.id().value()));
  }

  @Override
  public Page<Inspection> listOf(VenueId venue, PageRequest request) {
    return Page.of(
        read(
            NEWEST_FIRST.page(SELECT + "i.venue_id = :venue", request),
            query -> Keyset.bind(query, request).bind("venue", venue.value())),
        request,
        inspection -> new Cursor(inspection.at(), inspection.id().value()));
  }

  @Override
  public List<InspectionCount> count(
      Jurisdiction jurisdiction,
      Optional<DivisionCode> division,
      Instant from,
      Instant to,
      Instant now) {
    return jdbi.withHandle(
        handle -> new InspectionCounts(jurisdiction, division, from, to, now).read(handle));
  }

  private List<Inspection> read(String query, UnaryOperator<Query> bound) {
    return jdbi.withHandle(
        handle ->
            parts.complete(
                handle,
                bound
                    .apply(handle.createQuery(query))
                    .map((row, context) -> InspectionRow.read(row))
                    .list()));
  }
}
