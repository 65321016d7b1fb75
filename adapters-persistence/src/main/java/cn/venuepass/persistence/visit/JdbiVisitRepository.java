package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Sighting;
import cn.venuepass.application.visit.VisitRepository;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.persistence.Keyset;
import cn.venuepass.persistence.venue.StayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads visits and presence. */
public final class JdbiVisitRepository implements VisitRepository {
  /** Visits with what is needed to infer their stays; {@link #page} reads them. */
  static final String RECORDED =
      "SELECT "
          + VisitRow.COLUMNS
          + """
          , v.over_capacity, venue.name,
            (SELECT max(d.kind) FROM visit_doubt d
              WHERE d.visit_id = v.id AND d.direction = 'IN') AS entry_doubt,
            (SELECT max(d.kind) FROM visit_doubt d
              WHERE d.visit_id = v.id AND d.direction = 'OUT') AS exit_doubt,
            CASE WHEN venue.parent_agreed THEN venue.parent_id ELSE venue.id END AS family,
            t.typical_stay_seconds, t.maximum_stay_seconds, t.reentry_gap_seconds
            FROM visit v
            JOIN venue ON venue.id = v.venue_id
            JOIN venue_type t ON t.code = venue.type_code
          """
          + VisitRow.WITH_PRESENCE;

  private static final String BEGAN_OR_ENDED =
      """
      AND v.entered_at >= :earliest AND v.entered_at < :to
      AND (v.entered_at >= :from OR (v.left_at >= :from AND v.left_at < :to))
      """;
  private static final String OF_PEOPLE =
      RECORDED + " WHERE v.person_id IN (<people>) " + BEGAN_OR_ENDED;
  private static final String AT_VENUE = RECORDED + " WHERE v.venue_id = :venue " + BEGAN_OR_ENDED;
  private static final String INSIDE =
      """
      SELECT p.person_id, p.visit_id, p.since, v.entry_method
        FROM presence p
        JOIN visit v ON v.venue_id = p.venue_id AND v.entered_at = p.since AND v.id = p.visit_id
       WHERE
      """
          + InsideNow.CONDITION;

  private static final Keyset LATEST_FIRST = Keyset.descending("v.entered_at", "v.id");

  private final Jdbi jdbi;

  public JdbiVisitRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public int countInside(VenueId venue, Instant now) {
    return jdbi.withHandle(
        handle ->
            insideNow(
                    handle.createQuery(
                        "SELECT count(*) FROM presence p WHERE " + InsideNow.CONDITION),
                    venue,
                    now)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public Page<PersonInside> listInside(VenueId venue, Instant now, PageRequest request) {
    Keyset order = Keyset.descending("p.since", "p.visit_id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                insideNow(
                        Keyset.bind(handle.createQuery(order.page(INSIDE, request)), request),
                        venue,
                        now)
                    .map(JdbiVisitRepository::inside)
                    .list()),
        request,
        inside -> new Cursor(inside.since(), inside.visit().value()));
  }

  @Override
  public Optional<PersonInside> findInside(VenueId venue, PersonId person, Instant now) {
    return jdbi.withHandle(
        handle ->
            insideNow(handle.createQuery(INSIDE + " AND p.person_id = :person"), venue, now)
                .bind("person", person.value())
                .map(JdbiVisitRepository::inside)
                .findOne());
  }

  @Override
  public Page<RecordedVisit> listOf(
      Collection<Watched> people, Instant from, Instant to, PageRequest request) {
    if (people.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    return jdbi.withHandle(
        handle -> {
          Query query = handle.createQuery(LATEST_FIRST.page(OF_PEOPLE + since(people), request));
          int place = 0;
          for (Watched watched : people) {
            query.bind("person" + place, watched.person().value());
            query.bind("since" + place++, watched.since());
          }
          return page(
              Keyset.bind(query, request)
                  .bindList("people", people.stream().map(w -> w.person().value()).toList())
                  .bind("earliest", from.minus(StayRules.LONGEST))
                  .bind("from", from)
                  .bind("to", to),
              request);
        });
  }

  @Override
  public Page<RecordedVisit> listAt(VenueId venue, Instant from, Instant to, PageRequest request) {
    return jdbi.withHandle(
        handle ->
            page(
                Keyset.bind(handle.createQuery(LATEST_FIRST.page(AT_VENUE, request)), request)
                    .bind("venue", venue.value())
                    .bind("earliest", from.minus(StayRules.LONGEST))
                    .bind("from", from)
                    .bind("to", to),
                request));
  }

  @Override
  public List<Sighting> sightingsOf(Collection<PersonId> people, Instant from, Instant to) {
    if (people.isEmpty()) {
      return List.of();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT v.person_id, v.venue_id, v.entered_at,
                           CASE WHEN NOT EXISTS (
                                  SELECT 1 FROM visit_doubt d
                                   WHERE d.visit_id = v.id AND d.direction = 'IN')
                                THEN v.entry_method END AS entry_method,
                           CASE WHEN NOT EXISTS (
                                  SELECT 1 FROM visit_doubt d
                                   WHERE d.visit_id = v.id AND d.direction = 'OUT')
                                THEN v.left_at END AS left_at,
                           CASE WHEN venue.parent_agreed THEN venue.parent_id
                                ELSE venue.id END AS family
                      FROM visit v JOIN venue ON venue.id = v.venue_id
                     WHERE v.person_id IN (<people>)
                       AND v.entered_at >= :earliest AND v.entered_at < :to
                    """)
                .bindList("people", people.stream().map(PersonId::value).toList())
                .bind("earliest", from.minus(StayRules.LONGEST))
                .bind("to", to)
                .map((row, context) -> SightingRows.read(row))
                .stream()
                .flatMap(List::stream)
                .filter(seen -> !seen.at().isBefore(from) && seen.at().isBefore(to))
                .sorted(Comparator.comparing(Sighting::at))
                .toList());
  }

  @Override
  public Optional<PersonId> personOf(VenueId venue, VisitId visit, Instant earliest) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT person_id FROM visit
                     WHERE venue_id = :venue AND id = :id AND entered_at >= :earliest
                    """)
                .bind("venue", venue.value())
                .bind("id", visit.value())
                .bind("earliest", earliest)
                .map((row, context) -> new PersonId(uuid(row, "person_id")))
                .findOne());
  }

  private Query insideNow(Query query, VenueId venue, Instant now) {
    VenueRules rules = rulesOf(venue);
    return query
        .bind("venue", venue.value())
        .bindByType("parent", rules.parent(), UUID.class)
        .bind("oldest", now.minus(rules.stay().maximumStay()));
  }

  private VenueRules rulesOf(VenueId venue) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT CASE WHEN v.parent_agreed THEN v.parent_id END AS parent_id,
                           t.typical_stay_seconds, t.maximum_stay_seconds, t.reentry_gap_seconds
                      FROM venue v JOIN venue_type t ON t.code = v.type_code
                     WHERE v.id = :venue
                    """)
                .bind("venue", venue.value())
                .map(
                    (row, context) -> new VenueRules(uuid(row, "parent_id"), StayColumns.read(row)))
                .findOne()
                .orElse(new VenueRules(null, StayRules.DEFAULT)));
  }

  /** Since when each of the people is watched. */
  private static String since(Collection<Watched> people) {
    return IntStream.range(0, people.size())
        .mapToObj(
            place -> "(v.person_id = :person%1$d AND v.entered_at >= :since%1$d)".formatted(place))
        .collect(Collectors.joining(" OR ", " AND (", ")"));
  }

  static Page<RecordedVisit> page(Query query, PageRequest request) {
    return Page.of(
        query.map(JdbiVisitRepository::recorded).list(),
        request,
        visit -> new Cursor(visit.from(), visit.visit().id().value()));
  }

  private static ScanMethod method(ResultSet row) throws SQLException {
    return ScanMethod.valueOf(row.getString("entry_method"));
  }

  private static PersonInside inside(ResultSet row, StatementContext context) throws SQLException {
    return new PersonInside(
        new VisitId(uuid(row, "visit_id")),
        new PersonId(uuid(row, "person_id")),
        instant(row, "since"),
        method(row));
  }

  private static RecordedVisit recorded(ResultSet row, StatementContext context)
      throws SQLException {
    Visit visit = VisitRow.read(row);
    return new RecordedVisit(
        visit,
        instant(row, "entered_at"),
        new VisitedVenue(visit.venue(), new VenueName(row.getString("name"))),
        new VenueId(uuid(row, "family")),
        StayColumns.read(row),
        row.getBoolean("over_capacity"),
        new Doubt(
            optionalText(row, "entry_doubt", Doubt.Kind::valueOf),
            optionalText(row, "exit_doubt", Doubt.Kind::valueOf)));
  }

  /** What decides who counts as inside a venue. */
  private record VenueRules(@Nullable UUID parent, StayRules stay) {}
}
