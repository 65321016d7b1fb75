package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.optionalInstant;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.venue.MyVenue;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.application.venue.VenueRole;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.Narrowed;
import cn.venuepass.persistence.PersonalFields;
import cn.venuepass.persistence.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Venues, each query scoped by who asks. */
public final class JdbiVenueRepository implements VenueRepository {
  private static final String MINE =
      "SELECT "
          + VenueRow.COLUMNS
          + """
          , CASE WHEN v.applicant_id = :account THEN NULL ELSE m.active_from END AS active_from
            FROM venue v LEFT JOIN manager m ON m.venue_id = v.id AND m.person_id = :person
           WHERE (v.applicant_id = :account OR m.id IS NOT NULL)
          """;
  private static final String NOT_REMOVED = " AND v.status <> 'REMOVED'";
  private static final String ANY =
      "SELECT " + VenueRow.COLUMNS + " FROM venue v WHERE v.status <> 'REMOVED'";
  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiVenueRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public void add(Venue venue) {
    jdbi.useHandle(
        handle ->
            VenueRow.bind(
                    handle.createUpdate(
                        """
                        INSERT INTO venue
                               (id, applicant_id, name, type_code, contact_name, contact_phone,
                                community_code, address, parent_id, parent_agreed, tracks_exits,
                                capacity, social_credit_code, status, ever_approved, applied_at, decided_at,
                                rejection_reason, revision)
                        VALUES (:id, :applicant, :name, :type, :contactName, :contactPhone,
                                :community, :address, :parent, :parentAgreed, :tracksExits,
                                :capacity, :creditCode, :status, :everApproved, :appliedAt, :decidedAt,
                                :reason, :revision)
                        """),
                    venue,
                    fields)
                .execute());
  }

  @Override
  public boolean replace(Venue next) {
    return jdbi.withHandle(
        handle ->
            VenueRow.bind(
                        handle.createUpdate(
                            """
                            UPDATE venue
                               SET applicant_id = :applicant, name = :name, type_code = :type,
                                   contact_name = :contactName, contact_phone = :contactPhone,
                                   community_code = :community, address = :address,
                                   parent_id = :parent, parent_agreed = :parentAgreed,
                                   tracks_exits = :tracksExits,
                                   capacity = :capacity, social_credit_code = :creditCode,
                                   status = :status, ever_approved = :everApproved, applied_at = :appliedAt,
                                   decided_at = :decidedAt, rejection_reason = :reason,
                                   revision = :revision
                             WHERE id = :id AND revision = :revision - 1
                            """),
                        next,
                        fields)
                    .execute()
                == 1);
  }

  @Override
  public Optional<MyVenue> findFor(VenueId venue, AccountId account, Optional<PersonId> person) {
    return findMine(MINE + NOT_REMOVED, venue, account, person);
  }

  @Override
  public Optional<MyVenue> findAlsoRemovedFor(
      VenueId venue, AccountId account, Optional<PersonId> person) {
    return findMine(MINE, venue, account, person);
  }

  private Optional<MyVenue> findMine(
      String mine, VenueId venue, AccountId account, Optional<PersonId> person) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(mine + " AND v.id = :venue")
                .bind("account", account.value())
                .bindByType("person", person.map(PersonId::value).orElse(null), UUID.class)
                .bind("venue", venue.value())
                .map(this::mine)
                .findOne());
  }

  @Override
  public Optional<Venue> find(VenueId venue) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ANY + " AND v.id = :venue")
                .bind("venue", venue.value())
                .map(this::venue)
                .findOne());
  }

  @Override
  public List<Venue> findAll(Collection<VenueId> venues) {
    return venues.isEmpty()
        ? List.of()
        : jdbi.withHandle(
            handle ->
                handle
                    .createQuery(ANY + " AND v.id IN (<venues>)")
                    .bindList("venues", venues.stream().map(VenueId::value).distinct().toList())
                    .map(this::venue)
                    .list());
  }

  @Override
  public List<Venue> listNaming(VenueId parent) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ANY + " AND v.parent_id = :parent ORDER BY v.applied_at, v.id")
                .bind("parent", parent.value())
                .map(this::venue)
                .list());
  }

  @Override
  public Optional<Venue> findWithin(VenueId venue, Jurisdiction jurisdiction) {
    return jdbi.withHandle(
        handle ->
            Scope.bind(
                    handle.createQuery(ANY + " AND v.id = :venue" + Scope.of(jurisdiction, "v")),
                    jurisdiction)
                .bind("venue", venue.value())
                .map(this::venue)
                .findOne());
  }

  @Override
  public Page<MyVenue> listFor(AccountId account, Optional<PersonId> person, PageRequest request) {
    Keyset order = Keyset.descending("v.applied_at", "v.id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                Keyset.bind(handle.createQuery(order.page(MINE + NOT_REMOVED, request)), request)
                    .bind("account", account.value())
                    .bindByType("person", person.map(PersonId::value).orElse(null), UUID.class)
                    .map(this::mine)
                    .list()),
        request,
        mine -> cursor(mine.venue()));
  }

  @Override
  public Page<Venue> listWithin(
      Jurisdiction jurisdiction, Narrowing narrowing, VenueStatus status, PageRequest request) {
    Keyset order = Keyset.ascending("v.applied_at", "v.id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                Narrowed.bind(
                        Keyset.bind(
                            handle.createQuery(
                                order.page(
                                    ANY
                                        + " AND v.status = :status"
                                        + Narrowed.of(jurisdiction, narrowing),
                                    request)),
                            request),
                        jurisdiction,
                        narrowing)
                    .bind("status", status.name())
                    .map(this::venue)
                    .list()),
        request,
        JdbiVenueRepository::cursor);
  }

  private Venue venue(ResultSet row, StatementContext context) throws SQLException {
    return VenueRow.read(row, fields);
  }

  private MyVenue mine(ResultSet row, StatementContext context) throws SQLException {
    VenueRole role =
        optionalInstant(row, "active_from")
            .<VenueRole>map(VenueRole.Manager::new)
            .orElseGet(VenueRole.Applicant::new);
    return new MyVenue(VenueRow.read(row, fields), role);
  }

  private static Cursor cursor(Venue venue) {
    return new Cursor(venue.appliedAt(), venue.id().value());
  }
}
