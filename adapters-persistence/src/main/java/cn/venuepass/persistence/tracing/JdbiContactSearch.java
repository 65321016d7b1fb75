package cn.venuepass.persistence.tracing;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.tracing.ContactSearch;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Exposures;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Shift;
import cn.venuepass.domain.tracing.TracedVenue;
import cn.venuepass.domain.tracing.TracedVisit;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.domain.visit.VisitedVenue;
import cn.venuepass.persistence.ArrayQuery;
import cn.venuepass.persistence.venue.StayColumns;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads visits by venue and time, person by person. */
public final class JdbiContactSearch implements ContactSearch {
  private static final String FAMILIES =
      """
      SELECT v.id, v.name, v.type_code, v.family, ty.typical_stay_seconds,
             ty.maximum_stay_seconds, ty.reentry_gap_seconds,
             v.community_code IN (
               SELECT d.code FROM division d
                 JOIN division root ON root.code = ? AND d.path LIKE root.path || '%') AS inside
        FROM (SELECT DISTINCT CASE WHEN o.parent_agreed THEN o.parent_id ELSE o.id END AS head
                FROM unnest(CAST(? AS uuid ARRAY)) AS t(asked)
                JOIN venue o ON o.id = t.asked) AS families
        JOIN (SELECT id, name, type_code, community_code, id AS head, id AS family
                FROM venue WHERE NOT parent_agreed
              UNION ALL
              SELECT id, name, type_code, community_code, parent_id, parent_id
                FROM venue WHERE parent_agreed) AS v ON v.head = families.head
        JOIN venue_type ty ON ty.code = v.type_code
      """;
  private static final String OF_PEOPLE =
      "SELECT "
          + VisitRow.COLUMNS
          + """
            FROM unnest(CAST(? AS uuid ARRAY)) AS t(person)
            JOIN visit v ON v.person_id = t.person
           WHERE v.entered_at >= ? AND v.entered_at < ?
          """;
  private static final String SHIFTS =
      """
      SELECT r.person_id, r.venue_id, r.since, r.ended_at
        FROM unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY)) AS t(place, person)
        JOIN roster_entry r ON r.venue_id = t.place AND r.person_id = t.person
      """;

  /** About how many visits are completed at once. */
  private static final int SLICE = 4_000;

  /** The visits of a whole city are sorted before the first of them comes. */
  private static final int PATIENCE_MILLIS = 900_000;

  private final Jdbi jdbi;

  public JdbiContactSearch(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<TracedVenue> familiesOf(Collection<VenueId> venues, DivisionCode within) {
    return jdbi.withHandle(
        handle ->
            ArrayQuery.of(handle, FAMILIES)
                .with(within.text())
                .with("uuid", venues.stream().map(VenueId::value).toList())
                .list(
                    row ->
                        new TracedVenue(
                            new VisitedVenue(
                                new VenueId(uuid(row, "id")), new VenueName(row.getString("name"))),
                            new VenueId(uuid(row, "family")),
                            new VenueTypeCode(row.getString("type_code")),
                            StayColumns.read(row),
                            row.getBoolean("inside"))));
  }

  @Override
  public List<TracedVisit> visitsOf(Collection<PersonId> people, Interval span) {
    return jdbi.withHandle(
        handle -> {
          List<VisitRow> rows =
              ArrayQuery.of(handle, OF_PEOPLE)
                  .with("uuid", people.stream().map(PersonId::value).toList())
                  .with(span.from().minus(StayRules.LONGEST))
                  .with(span.to())
                  .list(VisitRow::read);
          Set<UUID> open =
              rows.stream().filter(VisitRow::isOpen).map(VisitRow::venue).collect(toSet());
          return new VisitDetails(handle, byId(PlaceRow.of(handle, open))).complete(rows);
        });
  }

  @Override
  public void visitsAt(
      List<Exposures.Span> spans, DivisionCode within, Consumer<List<TracedVisit>> slices) {
    jdbi.useTransaction(
        handle -> {
          bePatient(handle);
          List<SoughtPlace> sought = SoughtPlace.all(spans, placesOf(handle, spans, within));
          var slice = new Slice(SLICE, slices);
          RingQuery.run(handle, sought, SLICE, slice::take);
          slice.end();
        });
  }

  @Override
  public List<Shift> shiftsOf(Map<PersonId, Set<VenueId>> workplaces) {
    List<UUID> venues = new ArrayList<>();
    List<UUID> people = new ArrayList<>();
    workplaces.forEach(
        (person, places) -> {
          for (VenueId place : places) {
            venues.add(place.value());
            people.add(person.value());
          }
        });
    return jdbi.withHandle(
        handle ->
            ArrayQuery.of(handle, SHIFTS)
                .with("uuid", venues)
                .with("uuid", people)
                .list(
                    row ->
                        new Shift(
                            new PersonId(uuid(row, "person_id")),
                            new VenueId(uuid(row, "venue_id")),
                            instant(row, "since"),
                            optionalInstant(row, "ended_at"))));
  }

  /**
   * Neither side gives the other one up while a large ring is sorted, or graded. Each ring is
   * planned for itself: a plan for any ring reads the whole history of its places.
   */
  private static void bePatient(Handle handle) {
    try {
      handle.getConnection().setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
      if (handle.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
        int unused =
            handle.execute(
                "SET LOCAL idle_in_transaction_session_timeout = "
                    + PATIENCE_MILLIS
                    + "; SET LOCAL plan_cache_mode = force_custom_plan");
      }
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
  }

  private static List<PlaceRow> placesOf(
      Handle handle, List<Exposures.Span> spans, DivisionCode within) {
    List<UUID> families = spans.stream().map(span -> span.family().value()).distinct().toList();
    return PlaceRow.ofFamilies(handle, families, within.text());
  }

  private static Function<UUID, PlaceRow> byId(List<PlaceRow> places) {
    Map<UUID, PlaceRow> byId = places.stream().collect(toMap(PlaceRow::id, Function.identity()));
    return id -> requireNonNull(byId.get(id));
  }
}
