package cn.venuepass.persistence.tracing;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.domain.tracing.TracedVisit;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.persistence.ArrayQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What stands elsewhere about some visits: sightings, doubts, and what came afterwards. */
final class VisitDetails {
  private static final String SEEN =
      """
      SELECT p.visit_id, p.last_seen
        FROM unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY)) AS t(place, person)
        JOIN presence p ON p.venue_id = t.place AND p.person_id = t.person
       WHERE p.inside AND p.last_seen > p.since
      """;
  private static final String DOUBTS =
      """
      SELECT d.visit_id, d.direction, max(d.kind) AS kind
        FROM unnest(CAST(? AS uuid ARRAY)) AS t(visit)
        JOIN visit_doubt d ON d.visit_id = t.visit
       GROUP BY d.visit_id, d.direction
      """;
  private static final String AFTERWARDS =
      """
      SELECT t.visit,
             min(CASE WHEN w.entry_method IS NOT NULL AND w.entered_at > t.seen
                       AND CASE WHEN x.parent_agreed THEN x.parent_id ELSE x.id END <> t.family
                       AND NOT EXISTS (SELECT 1 FROM visit_doubt d
                                        WHERE d.visit_id = w.id AND d.direction = 'IN')
                      THEN w.entered_at END) AS next_entry,
             min(CASE WHEN w.venue_id = t.place AND w.left_at > t.seen
                       AND NOT EXISTS (SELECT 1 FROM visit_doubt d
                                        WHERE d.visit_id = w.id AND d.direction = 'OUT')
                      THEN w.left_at END) AS later_exit,
             min(CASE WHEN w.venue_id = t.family AND t.family <> t.place AND w.left_at > t.seen
                       AND NOT EXISTS (SELECT 1 FROM visit_doubt d
                                        WHERE d.visit_id = w.id AND d.direction = 'OUT')
                      THEN w.left_at END) AS parent_exit
        FROM unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY),
                    CAST(? AS uuid ARRAY), CAST(? AS timestamp with time zone ARRAY),
                    CAST(? AS timestamp with time zone ARRAY),
                    CAST(? AS timestamp with time zone ARRAY))
               AS t(visit, person, place, family, seen, earliest, latest)
        JOIN visit w ON w.person_id = t.person
                    AND w.entered_at >= t.earliest AND w.entered_at < t.latest
        JOIN venue x ON x.id = w.venue_id
       WHERE w.entered_at >= ? AND w.entered_at < ?
       GROUP BY t.visit
      """;

  private final Handle handle;
  private final Function<UUID, PlaceRow> places;

  /**
   * @param places the venues of the visits
   */
  VisitDetails(Handle handle, Function<UUID, PlaceRow> places) {
    this.handle = handle;
    this.places = places;
  }

  List<TracedVisit> complete(List<VisitRow> rows) {
    List<VisitRow> open = rows.stream().filter(VisitRow::isOpen).toList();
    Map<UUID, Instant> seen = seen(open);
    Map<UUID, Stay.Afterwards> afterwards = afterwards(open, seen);
    Map<UUID, Doubt> doubts = doubts(rows);
    return rows.stream()
        .map(
            row ->
                new TracedVisit(
                    row.visit(Optional.ofNullable(seen.get(row.id()))),
                    doubts.getOrDefault(row.id(), Doubt.NONE),
                    afterwards.getOrDefault(row.id(), Stay.Afterwards.UNKNOWN)))
        .toList();
  }

  /** The last sightings of visits that still go on. */
  private Map<UUID, Instant> seen(List<VisitRow> open) {
    return ArrayQuery.of(handle, SEEN)
        .with("uuid", open.stream().map(VisitRow::venue).toList())
        .with("uuid", open.stream().map(VisitRow::person).toList())
        .list(row -> Map.entry(uuid(row, "visit_id"), instant(row, "last_seen")))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  private Map<UUID, Doubt> doubts(List<VisitRow> rows) {
    Map<UUID, Doubt> doubts = new HashMap<>();
    ArrayQuery.of(handle, DOUBTS)
        .with("uuid", rows.stream().map(VisitRow::id).toList())
        .list(
            row -> {
              var kind = Optional.of(Doubt.Kind.valueOf(row.getString("kind")));
              return Map.entry(
                  uuid(row, "visit_id"),
                  row.getString("direction").equals("IN")
                      ? new Doubt(kind, Optional.empty())
                      : new Doubt(Optional.empty(), kind));
            })
        .forEach(found -> doubts.merge(found.getKey(), found.getValue(), VisitDetails::both));
    return doubts;
  }

  private static Doubt both(Doubt one, Doubt other) {
    return new Doubt(one.entry().or(other::entry), one.exit().or(other::exit));
  }

  /** What was seen of these people before the maximum stay was over. */
  private Map<UUID, Stay.Afterwards> afterwards(List<VisitRow> open, Map<UUID, Instant> seen) {
    if (open.isEmpty()) {
      return Map.of();
    }
    List<Instant> last =
        open.stream().map(row -> row.lastHere(Optional.ofNullable(seen.get(row.id())))).toList();
    List<Instant> earliest = new ArrayList<>();
    List<Instant> latest = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      PlaceRow place = places.apply(open.get(i).venue());
      earliest.add(last.get(i).minus(place.longestInFamily()));
      latest.add(open.get(i).begin().plus(place.maximum()));
    }
    return ArrayQuery.of(handle, AFTERWARDS)
        .with("uuid", open.stream().map(VisitRow::id).toList())
        .with("uuid", open.stream().map(VisitRow::person).toList())
        .with("uuid", open.stream().map(VisitRow::venue).toList())
        .with("uuid", open.stream().map(row -> places.apply(row.venue()).family()).toList())
        .withTimes(last)
        .withTimes(earliest)
        .withTimes(latest)
        .with(earliest.stream().min(Comparator.naturalOrder()).orElseThrow())
        .with(latest.stream().max(Comparator.naturalOrder()).orElseThrow())
        .list(
            row ->
                Map.entry(
                    uuid(row, "visit"),
                    new Stay.Afterwards(
                        optionalInstant(row, "next_entry"),
                        optionalInstant(row, "later_exit"),
                        optionalInstant(row, "parent_exit"))))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
