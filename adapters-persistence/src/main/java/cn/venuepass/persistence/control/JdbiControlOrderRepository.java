package cn.venuepass.persistence.control;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.control.ControlOrderFilter;
import cn.venuepass.application.control.ControlOrderFilter.Sort;
import cn.venuepass.application.control.ControlOrderRepository;
import cn.venuepass.application.control.LockedIn;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import cn.venuepass.persistence.visit.InsideNow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Control orders; a revision decides between steps. */
public final class JdbiControlOrderRepository implements ControlOrderRepository {
  private static final String SELECT =
      "SELECT " + ControlOrderRow.COLUMNS + " FROM control_order o WHERE ";
  private static final String CONCERNING =
      SELECT
          + """
            o.approved_at IS NOT NULL
              AND (o.person_id = :person
                   OR EXISTS (SELECT 1 FROM family_link f
                               WHERE f.account_id = :account AND f.person_id = o.person_id
                                 AND COALESCE(o.ended_at, o.expires_at) > f.since
                                 AND NOT EXISTS (SELECT 1 FROM account own
                                                  WHERE own.person_id = f.person_id))
                   OR o.venue_id IN (
                        SELECT CASE WHEN own.place = 1 THEN v.id ELSE v.parent_id END
                          FROM venue v
                          CROSS JOIN (VALUES (1), (2)) AS own(place)
                         WHERE v.status <> 'REMOVED' AND (own.place = 1 OR v.parent_agreed)
                           AND (v.applicant_id = :account
                                OR EXISTS (SELECT 1 FROM manager m
                                            WHERE m.venue_id = v.id AND m.person_id = :person))))
            """;
  private static final Keyset NEWEST_FIRST = Keyset.descending("o.proposed_at", "o.id");
  private static final Keyset FIRST_TO_END = Keyset.ascending("o.expires_at", "o.id");
  private static final Keyset FIRST_TO_LAPSE = Keyset.ascending("o.lapses_at", "o.id");
  private static final Keyset LATEST_ENTRY_FIRST = Keyset.descending("l.since", "l.visit_id");

  private final Jdbi jdbi;
  private final ControlOrderRow row;

  public JdbiControlOrderRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.row = new ControlOrderRow(fields);
  }

  @Override
  public void add(ControlOrder order) {
    jdbi.useHandle(
        handle ->
            row.bind(
                    handle.createUpdate(
                        """
                        INSERT INTO control_order
                               (id, person_id, venue_id, division_code, case_id, rule, reason,
                                evidence, expires_at, proposed_by, proposed_at, lapses_at,
                                approved_by, approved_at, ending, ended_by, ended_at, end_reason,
                                revision)
                        VALUES (:id, :person, :venue, :division, :case, :rule, :reason,
                                :evidence, :expiresAt, :proposedBy, :proposedAt, :lapsesAt,
                                :approvedBy, :approvedAt, :ending, :endedBy, :endedAt, :endReason,
                                :revision)
                        """),
                    order)
                .execute());
  }

  @Override
  public boolean replace(ControlOrder next) {
    return jdbi.withHandle(
        handle ->
            row.bindState(
                        handle.createUpdate(
                            """
                            UPDATE control_order
                               SET approved_by = :approvedBy, approved_at = :approvedAt,
                                   ending = :ending, ended_by = :endedBy, ended_at = :endedAt,
                                   end_reason = :endReason, revision = :revision
                             WHERE id = :id AND revision = :revision - 1
                            """),
                        next)
                    .execute()
                == 1);
  }

  @Override
  public Optional<ControlOrder> find(ControlOrderId order) {
    return read(SELECT + "o.id = :id", query -> query.bind("id", order.value())).stream()
        .findFirst();
  }

  @Override
  public Optional<ControlOrder> findWithin(ControlOrderId order, Jurisdiction jurisdiction) {
    return read(
            SELECT + "o.id = :id AND " + OrderConditions.WITHIN,
            query -> OrderConditions.bindWithin(query, jurisdiction).bind("id", order.value()))
        .stream()
        .findFirst();
  }

  @Override
  public Page<ControlOrder> listWithin(
      Jurisdiction jurisdiction, ControlOrderFilter filter, Instant now, PageRequest request) {
    return page(
        SELECT + OrderConditions.WITHIN + OrderConditions.of(filter),
        query -> OrderConditions.bind(OrderConditions.bindWithin(query, jurisdiction), now),
        filter.sort(),
        request);
  }

  @Override
  public Page<ControlOrder> listConcerning(
      AccountId account, Optional<PersonId> person, PageRequest request) {
    return page(CONCERNING, query -> bind(query, account, person), Sort.LATEST_PROPOSAL, request);
  }

  @Override
  public Optional<ControlOrder> findConcerning(
      ControlOrderId order, AccountId account, Optional<PersonId> person) {
    return read(
            CONCERNING + " AND o.id = :id",
            query -> bind(query, account, person).bind("id", order.value()))
        .stream()
        .findFirst();
  }

  @Override
  public boolean holdsOn(VenueId venue, Instant now) {
    return jdbi.withHandle(
        handle ->
            OrderConditions.bind(
                    handle.createQuery(
                        """
                        SELECT EXISTS (
                               SELECT 1 FROM venue v
                                 JOIN control_order o
                                   ON o.venue_id = v.id
                                      OR (v.parent_agreed AND o.venue_id = v.parent_id)
                                WHERE v.id = :venue AND %s)
                        """
                            .formatted(OrderConditions.ACTIVE)),
                    now)
                .bind("venue", venue.value())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public int keepLockedIn(ControlOrderId order, VenueId venue, Instant now) {
    return jdbi.inTransaction(
        handle ->
            parts(handle, venue).stream()
                .mapToInt(part -> keepLockedIn(handle, order, part, now))
                .sum());
  }

  /** A venue whose people are kept, with the parent that they may have left. */
  private record Part(UUID venue, @Nullable UUID parent, Duration maximumStay) {}

  private static List<Part> parts(Handle handle, VenueId venue) {
    return handle
        .createQuery(
            """
            SELECT v.id, CASE WHEN v.parent_agreed THEN v.parent_id END AS parent_id,
                   t.maximum_stay_seconds
              FROM venue v JOIN venue_type t ON t.code = v.type_code
             WHERE v.id = :venue OR (v.parent_id = :venue AND v.parent_agreed)
            """)
        .bind("venue", venue.value())
        .map(
            (found, context) ->
                new Part(
                    uuid(found, "id"),
                    found.getObject("parent_id", UUID.class),
                    Duration.ofSeconds(found.getLong("maximum_stay_seconds"))))
        .list();
  }

  private static int keepLockedIn(Handle handle, ControlOrderId order, Part part, Instant now) {
    return handle
        .createUpdate(
            """
            INSERT INTO control_locked_in (order_id, visit_id, venue_id, person_id, since)
            SELECT CAST(:order AS uuid), p.visit_id, p.venue_id, p.person_id, p.since
              FROM presence p WHERE\s"""
                + InsideNow.CONDITION)
        .bind("order", order.value())
        .bind("venue", part.venue())
        .bindByType("parent", part.parent(), UUID.class)
        .bind("oldest", now.minus(part.maximumStay()))
        .execute();
  }

  @Override
  public Page<LockedIn> listLockedIn(ControlOrderId order, PageRequest request) {
    return Page.of(
        jdbi.withHandle(
            handle ->
                Keyset.bind(
                        handle.createQuery(
                            LATEST_ENTRY_FIRST.page(
                                """
                                SELECT l.visit_id, l.venue_id, l.person_id, l.since
                                  FROM control_locked_in l WHERE l.order_id = :order
                                """,
                                request)),
                        request)
                    .bind("order", order.value())
                    .map(
                        (found, context) ->
                            new LockedIn(
                                new VisitId(uuid(found, "visit_id")),
                                new VenueId(uuid(found, "venue_id")),
                                new PersonId(uuid(found, "person_id")),
                                instant(found, "since")))
                    .list()),
        request,
        stay -> new Cursor(stay.since(), stay.visit().value()));
  }

  @Override
  public int countLockedIn(ControlOrderId order) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM control_locked_in WHERE order_id = :order")
                .bind("order", order.value())
                .mapTo(Integer.class)
                .one());
  }

  private Page<ControlOrder> page(
      String query, UnaryOperator<Query> bound, Sort sort, PageRequest request) {
    return Page.of(
        read(keyset(sort).page(query, request), asked -> bound.apply(Keyset.bind(asked, request))),
        request,
        sort::cursorOf);
  }

  private static Keyset keyset(Sort sort) {
    return switch (sort) {
      case LATEST_PROPOSAL -> NEWEST_FIRST;
      case EXPIRES_AT -> FIRST_TO_END;
      case LAPSES_AT -> FIRST_TO_LAPSE;
    };
  }

  private List<ControlOrder> read(String query, UnaryOperator<Query> bound) {
    return jdbi.withHandle(
        handle ->
            bound.apply(handle.createQuery(query)).map((found, context) -> row.read(found)).list());
  }

  private static Query bind(Query query, AccountId account, Optional<PersonId> person) {
    return query
        .bind("account", account.value())
        .bindByType("person", person.map(PersonId::value).orElse(null), UUID.class);
  }
}
