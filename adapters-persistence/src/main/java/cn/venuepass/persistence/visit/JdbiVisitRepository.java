package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.venue.StayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads visits and presence. */
public final class JdbiVisitRepository implements VisitRepository {
  private static final String VISITS_OF_PERSON =
      """
      SELECT v.id, v.venue_id, v.person_id, v.entered_at, v.entry_method, v.left_at, v.exit_method,
             CASE WHEN p.last_seen > p.since THEN p.last_seen ELSE v.last_seen END AS last_seen,
             venue.name, COALESCE(venue.parent_id, venue.id) AS family,
             t.typical_stay_seconds, t.maximum_stay_seconds, t.reentry_gap_seconds
        FROM visit v
        JOIN venue ON venue.id = v.venue_id
        JOIN venue_type t ON t.code = venue.type_code
        LEFT JOIN presence p ON p.venue_id = v.venue_id AND p.person_id = v.person_id
                            AND p.visit_id = v.id AND p.inside
       WHERE v.person_id = :person AND v.entered_at >= :earliest AND v.entered_at < :to
         AND (v.entered_at >= :from OR (v.left_at >= :from AND v.left_at < :to))
      """;
  private static final String INSIDE =
      """
      SELECT p.person_id, p.visit_id, p.since, v.entry_method
        FROM presence p
        JOIN visit v ON v.venue_id = p.venue_id AND v.entered_at = p.since AND v.id = p.visit_id
       WHERE p.venue_id = :venue AND p.inside AND p.since > :oldest
      """;

  private final Jdbi jdbi;

  public JdbiVisitRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public int countInside(VenueId venue, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) FROM presence
                     WHERE venue_id = :venue AND inside AND since > :oldest
                    """)
                .bind("venue", venue.value())
                .bind("oldest", now.minus(stayAt(venue).maximumStay()))
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Page<PersonInside> listInside(VenueId venue, Instant now, PageRequest request) {
    Keyset order = Keyset.descending("p.since", "p.visit_id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                Keyset.bind(handle.createQuery(order.page(INSIDE, request)), request)
                    .bind("venue", venue.value())
                    .bind("oldest", now.minus(stayAt(venue).maximumStay()))
                    .map(JdbiVisitRepository::inside)
                    .list()),
        request,
        inside -> new Cursor(inside.since(), inside.visit().value()));
  }

  @Override
  public Page<RecordedVisit> listOf(
      PersonId person, Instant from, Instant to, PageRequest request) {
    Keyset order = Keyset.descending("v.entered_at", "v.id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                Keyset.bind(handle.createQuery(order.page(VISITS_OF_PERSON, request)), request)
                    .bind("person", person.value())
                    .bind("earliest", from.minus(StayRules.LONGEST))
                    .bind("from", from)
                    .bind("to", to)
                    .map(JdbiVisitRepository::recorded)
                    .list()),
        request,
        visit -> new Cursor(visit.from(), visit.visit().id().value()));
  }

  @Override
  public List<Entry> entriesOf(PersonId person, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COALESCE(venue.parent_id, venue.id) AS family, v.entered_at
                      FROM visit v JOIN venue ON venue.id = v.venue_id
                     WHERE v.person_id = :person AND v.entry_method IS NOT NULL
                       AND v.entered_at >= :from AND v.entered_at < :to
                     ORDER BY v.entered_at, v.id
                    """)
                .bind("person", person.value())
                .bind("from", from)
                .bind("to", to)
                .map(
                    (row, context) ->
                        new Entry(new VenueId(uuid(row, "family")), instant(row, "entered_at")))
                .list());
  }

  private StayRules stayAt(VenueId venue) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT t.typical_stay_seconds, t.maximum_stay_seconds, t.reentry_gap_seconds
                      FROM venue v JOIN venue_type t ON t.code = v.type_code
                     WHERE v.id = :venue
                    """)
                .bind("venue", venue.value())
                .map((row, context) -> StayColumns.read(row))
                .findOne()
                .orElse(StayRules.DEFAULT));
  }

  private static PersonInside inside(ResultSet row, StatementContext context) throws SQLException {
    return new PersonInside(
        new VisitId(uuid(row, "visit_id")),
        new PersonId(uuid(row, "person_id")),
        instant(row, "since"),
        ScanMethod.valueOf(row.getString("entry_method")));
  }

  private static RecordedVisit recorded(ResultSet row, StatementContext context)
      throws SQLException {
    Instant from = instant(row, "entered_at");
    Optional<Instant> left = optionalInstant(row, "left_at");
    Optional<ScanMethod> exitMethod = optionalText(row, "exit_method", ScanMethod::valueOf);
    var venue = new VenueId(uuid(row, "venue_id"));
    var visit =
        new Visit(
            new VisitId(uuid(row, "id")),
            venue,
            new PersonId(uuid(row, "person_id")),
            optionalText(row, "entry_method", ScanMethod::valueOf)
                .map(method -> new Observation(from, method)),
            left.flatMap(at -> exitMethod.map(method -> new Observation(at, method))),
            optionalInstant(row, "last_seen"));
    return new RecordedVisit(
        visit,
        from,
        new VisitedVenue(venue, new VenueName(row.getString("name"))),
        new VenueId(uuid(row, "family")),
        StayColumns.read(row));
  }
}
