package cn.venuepass.persistence.privacy;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.privacy.DataRequestRepository;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.privacy.DataRequest.AboutVisit;
import cn.venuepass.domain.privacy.DataRequest.Decision;
import cn.venuepass.domain.privacy.DataRequest.Status;
import cn.venuepass.domain.privacy.DataRequestId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Requests; what people write and what they are answered is hidden. */
public final class JdbiDataRequestRepository implements DataRequestRepository {
  private static final String TEXT = "data_request.text";
  private static final String ANSWER = "data_request.answer";
  private static final String SELECT =
      """
      SELECT r.id, r.account_id, r.person_id, r.about_id, r.kind, r.visit_id, r.venue_id,
             r.division_code, r.text, r.made_at, r.status, r.answer, r.decided_at, r.decided_by
        FROM data_request r
      """;
  private static final String OF_PERSON = SELECT + " WHERE r.person_id = :person";
  private static final String FOR_DESK =
      SELECT
          + """
              JOIN division root ON root.code = :root
              LEFT JOIN division d ON d.code = r.division_code
             WHERE ((:reviews AND d.path LIKE root.path || '%')
                    OR (:administers AND r.division_code IS NULL AND root.parent_code IS NULL))
            """;

  private final Jdbi jdbi;
  private final PersonalFields fields;

  public JdbiDataRequestRepository(Jdbi jdbi, PersonalFields fields) {
    this.jdbi = jdbi;
    this.fields = fields;
  }

  @Override
  public Optional<AboutVisit> findVisit(Collection<Watched> people, VisitId visit) {
    Map<PersonId, Instant> since =
        people.stream().collect(Collectors.toMap(Watched::person, Watched::since));
    if (since.isEmpty()) {
      return Optional.empty();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT v.id, v.person_id, v.entered_at, v.venue_id, venue.community_code
                      FROM visit v JOIN venue ON venue.id = v.venue_id
                     WHERE v.person_id IN (<people>) AND v.id = :id
                    """)
                .bindList("people", since.keySet().stream().map(PersonId::value).toList())
                .bind("id", visit.value())
                .map((row, context) -> new Visited(aboutVisit(row), instant(row, "entered_at")))
                .findOne()
                .filter(
                    found ->
                        Optional.ofNullable(since.get(found.about().person()))
                            .filter(from -> !found.enteredAt().isBefore(from))
                            .isPresent())
                .map(Visited::about));
  }

  @Override
  public boolean add(DataRequest request) {
    return jdbi.inTransaction(
        handle -> {
          lockAccount(handle, request.account());
          if (countOpen(handle, request.person()) >= MOST_OPEN) {
            return false;
          }
          insert(handle, request);
          return true;
        });
  }

  @Override
  public Page<DataRequest> listOf(PersonId person, PageRequest request) {
    Keyset order = Keyset.descending("r.made_at", "r.id");
    return page(
        jdbi.withHandle(
            handle ->
                Keyset.bind(handle.createQuery(order.page(OF_PERSON, request)), request)
                    .bind("person", person.value())
                    .map(this::request)
                    .list()),
        request);
  }

  @Override
  public Optional<DataRequest> findOf(PersonId person, DataRequestId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF_PERSON + " AND r.id = :id")
                .bind("person", person.value())
                .bind("id", id.value())
                .map(this::request)
                .findOne());
  }

  @Override
  public Page<DataRequest> listFor(Desk desk, Status status, PageRequest request) {
    Keyset order = Keyset.ascending("r.made_at", "r.id");
    return page(
        jdbi.withHandle(
            handle ->
                Keyset.bind(
                        handle.createQuery(
                            order.page(FOR_DESK + " AND r.status = :status", request)),
                        request)
                    .bind("root", rootOf(desk))
                    .bind("reviews", desk.reviews())
                    .bind("administers", desk.administers())
                    .bind("status", status.name())
                    .map(this::request)
                    .list()),
        request);
  }

  @Override
  public Optional<DataRequest> findFor(Desk desk, DataRequestId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FOR_DESK + " AND r.id = :id")
                .bind("root", rootOf(desk))
                .bind("reviews", desk.reviews())
                .bind("administers", desk.administers())
                .bind("id", id.value())
                .map(this::request)
                .findOne());
  }

  /** The code of the desk's division; none for an industry department, which answers nobody. */
  private static String rootOf(Desk desk) {
    return desk.jurisdiction() instanceof Jurisdiction.OfDivision own ? own.division().text() : "";
  }

  @Override
  public boolean decide(DataRequestId id, Decision decision) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE data_request
                           SET status = :status, answer = :answer, decided_at = :at,
                               decided_by = :by
                         WHERE id = :id AND status = 'OPEN'
                        """)
                    .bind("id", id.value())
                    .bind(
                        "status", (decision.accepted() ? Status.ACCEPTED : Status.DECLINED).name())
                    .bind("answer", fields.encrypt(ANSWER, id.value(), decision.answer()))
                    .bind("at", decision.at())
                    .bind("by", decision.by().value())
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

  private static int countOpen(Handle handle, PersonId person) {
    return handle
        .createQuery(
            "SELECT count(*) FROM data_request WHERE person_id = :person AND status = 'OPEN'")
        .bind("person", person.value())
        .mapTo(Integer.class)
        .one();
  }

  private void insert(Handle handle, DataRequest request) {
    UUID id = request.id().value();
    Optional<AboutVisit> visit = request.visit();
    int unused =
        handle
            .createUpdate(
                """
                INSERT INTO data_request (id, account_id, person_id, about_id, kind, visit_id,
                                          venue_id, division_code, text, made_at, status)
                VALUES (:id, :account, :person, :about, :kind, :visit, :venue, :division, :text,
                        :at, 'OPEN')
                """)
            .bind("id", id)
            .bind("account", request.account().value())
            .bind("person", request.person().value())
            .bind("about", request.about().value())
            .bind("kind", request.kind().name())
            .bindByType("visit", visit.map(v -> v.visit().value()).orElse(null), UUID.class)
            .bindByType("venue", visit.map(v -> v.venue().value()).orElse(null), UUID.class)
            .bindByType("division", visit.map(v -> v.community().text()).orElse(null), String.class)
            .bind("text", fields.encrypt(TEXT, id, request.text()))
            .bind("at", request.madeAt())
            .execute();
  }

  private static Page<DataRequest> page(List<DataRequest> read, PageRequest request) {
    return Page.of(read, request, asked -> new Cursor(asked.madeAt(), asked.id().value()));
  }

  private DataRequest request(ResultSet row, StatementContext context) throws SQLException {
    UUID id = uuid(row, "id");
    var about = new PersonId(uuid(row, "about_id"));
    UUID visit = row.getObject("visit_id", UUID.class);
    return new DataRequest(
        new DataRequestId(id),
        new AccountId(uuid(row, "account_id")),
        new PersonId(uuid(row, "person_id")),
        about,
        DataRequest.Kind.valueOf(row.getString("kind")),
        visit == null
            ? Optional.empty()
            : Optional.of(
                new AboutVisit(
                    new VisitId(visit),
                    about,
                    new VenueId(uuid(row, "venue_id")),
                    new DivisionCode(row.getString("division_code")))),
        fields.decrypt(TEXT, id, row.getBytes("text")),
        instant(row, "made_at"),
        decision(row, id));
  }

  private Optional<Decision> decision(ResultSet row, UUID id) throws SQLException {
    Status status = Status.valueOf(row.getString("status"));
    return status == Status.OPEN
        ? Optional.empty()
        : Optional.of(
            new Decision(
                status == Status.ACCEPTED,
                fields.decrypt(ANSWER, id, row.getBytes("answer")),
                new StaffId(uuid(row, "decided_by")),
                instant(row, "decided_at")));
  }

  private static AboutVisit aboutVisit(ResultSet row) throws SQLException {
    return new AboutVisit(
        new VisitId(uuid(row, "id")),
        new PersonId(uuid(row, "person_id")),
        new VenueId(uuid(row, "venue_id")),
        new DivisionCode(row.getString("community_code")));
  }

  private record Visited(AboutVisit about, Instant enteredAt) {}
}
