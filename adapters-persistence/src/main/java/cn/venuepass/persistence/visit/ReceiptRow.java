package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.uuid;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.persistence.ArrayQuery;
import cn.venuepass.persistence.ManyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * An answer that presence does not hold: to an older scan, a refusal, late evidence.
 *
 * @param evidence how the scan came about, unless a visit says so
 */
record ReceiptRow(PersonAtVenue key, StoredAnswer answer, Evidence evidence) {
  private static final Comparator<ReceiptRow> ORDER =
      Comparator.comparing(ReceiptRow::key).thenComparing(row -> row.answer().scanId());

  private static final String FIND =
      """
      SELECT r.venue_id, r.person_id, r.scan_id, r.direction, r.at, r.outcome, r.reason, r.visit_id,
             r.since
        FROM unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY), CAST(? AS varchar ARRAY))
             AS asked(venue, person, scan)
        JOIN scan_receipt r ON r.venue_id = asked.venue AND r.person_id = asked.person
                           AND r.scan_id = asked.scan
       WHERE r.received_on BETWEEN ? AND ?
       ORDER BY r.received_on
      """;

  private static final ManyRows<ReceiptRow> ROWS =
      new ManyRows<ReceiptRow>()
          .uuid("venue_id", row -> row.key().venue())
          .uuid("person_id", row -> row.key().person())
          .text("scan_id", row -> row.answer().scanId())
          .day("received_on", row -> day(row.answer().at()))
          .text("direction", row -> row.answer().direction().name())
          .time("at", row -> row.answer().at())
          .text("outcome", row -> row.answer().outcome().name())
          .text("reason", row -> row.answer().reason())
          .uuid("visit_id", row -> row.answer().visit())
          .time("since", row -> row.answer().since())
          .text("method", row -> row.evidence().method())
          .uuid("poster_id", row -> row.evidence().poster())
          .uuid("registered_by", row -> row.evidence().registeredBy());

  private static final String ADD = ROWS.insertInto("scan_receipt") + "ON CONFLICT DO NOTHING";

  private static final String OURS =
      """
      SELECT r.venue_id, r.person_id, r.scan_id
        FROM unnest(CAST(? AS uuid ARRAY), CAST(? AS uuid ARRAY), CAST(? AS varchar ARRAY),
                    CAST(? AS date ARRAY), CAST(? AS uuid ARRAY))
             AS asked(venue, person, scan, received, visit)
        JOIN scan_receipt r ON r.venue_id = asked.venue AND r.person_id = asked.person
                           AND r.scan_id = asked.scan AND r.received_on = asked.received
                           AND r.visit_id = asked.visit
      """;

  /** A scan that is asked for. */
  record Asked(PersonAtVenue key, String scan, Instant at) {}

  private record Written(PersonAtVenue key, String scan) {}

  private record Found(Written written, StoredAnswer answer) {}

  /** The answers, looked for in the days in which they can have been stored. */
  static Map<Asked, StoredAnswer> find(Handle handle, List<Asked> asked) {
    if (asked.isEmpty()) {
      return Map.of();
    }
    var days = asked.stream().map(each -> day(each.at())).sorted().toList();
    Map<Written, StoredAnswer> found = new HashMap<>();
    ArrayQuery.of(handle, FIND)
        .with("uuid", asked.stream().map(each -> each.key().venue()).toList())
        .with("uuid", asked.stream().map(each -> each.key().person()).toList())
        .with("varchar", asked.stream().map(Asked::scan).toList())
        .with(days.get(0).minusDays(VisitLedger.REPLAY_MEMORY.toDays() + 1))
        .with(days.get(days.size() - 1).plusDays(1))
        .list(row -> new Found(readWritten(row), readAnswer(row)))
        .forEach(row -> found.putIfAbsent(row.written(), row.answer()));
    Map<Asked, StoredAnswer> answers = new HashMap<>();
    for (Asked each : asked) {
      Optional.ofNullable(found.get(new Written(each.key(), each.scan())))
          .ifPresent(answer -> answers.put(each, answer));
    }
    return answers;
  }

  /**
   * Adds receipts.
   *
   * @return those that were added; the others had one already
   */
  static Set<ReceiptRow> add(Handle handle, Collection<ReceiptRow> rows) {
    List<ReceiptRow> sorted = rows.stream().sorted(ORDER).toList();
    var added =
        new HashSet<>(
            ROWS.writeAndTell(
                handle, ADD, sorted, ReceiptRow::readWritten, "venue_id", "person_id", "scan_id"));
    added.addAll(stored(handle, sorted.stream().filter(row -> !added.contains(row.written()))));
    return sorted.stream().filter(row -> added.contains(row.written())).collect(toSet());
  }

  /** Those of visits that were added although H2 did not tell, see {@link PresenceWrites}. */
  private static List<Written> stored(Handle handle, Stream<ReceiptRow> untold) {
    List<ReceiptRow> rows = untold.filter(row -> row.answer().visit() != null).toList();
    return ArrayQuery.of(handle, OURS)
        .with("uuid", rows.stream().map(row -> row.key().venue()).toList())
        .with("uuid", rows.stream().map(row -> row.key().person()).toList())
        .with("varchar", rows.stream().map(row -> row.answer().scanId()).toList())
        .with("date", rows.stream().map(row -> day(row.answer().at())).toList())
        .with("uuid", rows.stream().map(row -> row.answer().visit()).toList())
        .list(ReceiptRow::readWritten);
  }

  private Written written() {
    return new Written(key, answer.scanId());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static Written readWritten(ResultSet row) throws SQLException {
    return new Written(
        new PersonAtVenue(uuid(row, "venue_id"), uuid(row, "person_id")), row.getString("scan_id"));
  }

  private static StoredAnswer readAnswer(ResultSet row) throws SQLException {
    return new StoredAnswer(
        row.getString("scan_id"),
        Direction.valueOf(row.getString("direction")),
        instant(row, "at"),
        ScanOutcome.Kind.valueOf(row.getString("outcome")),
        row.getString("reason"),
        uuid(row, "visit_id"),
        optionalInstant(row, "since").orElse(null));
  }
}
