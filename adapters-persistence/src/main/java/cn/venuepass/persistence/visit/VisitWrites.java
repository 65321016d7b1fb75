package cn.venuepass.persistence.visit;

import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.persistence.ManyRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a batch writes into visits. */
final class VisitWrites {
  private static final ManyRows<Added> NEW =
      new ManyRows<Added>()
          .uuid("venue_id", row -> row.key().venue())
          .time("entered_at", Added::enteredAt)
          .uuid("id", Added::id)
          .uuid("person_id", row -> row.key().person())
          .text("entry_method", row -> row.entry().method())
          .text("entry_time_source", row -> row.entry().clock())
          .uuid("entry_poster_id", row -> row.entry().poster())
          .uuid("entry_by", row -> row.entry().registeredBy())
          .flag("over_capacity", Added::overCapacity)
          .time("left_at", Added::leftAt)
          .text("exit_method", row -> row.exit().method())
          .text("exit_time_source", row -> row.exit().clock())
          .uuid("exit_poster_id", row -> row.exit().poster())
          .uuid("exit_by", row -> row.exit().registeredBy());
  private static final String ADD = NEW.insertInto("visit");

  private static final ManyRows<Closed> ENDED =
      new ManyRows<Closed>()
          .uuid("venue", row -> row.key().venue())
          .time("since", Closed::enteredAt)
          .uuid("visit", Closed::id)
          .time("gone", Closed::leftAt)
          .text("method", row -> row.exit().method())
          .text("clock", row -> row.exit().clock())
          .uuid("poster", row -> row.exit().poster())
          .uuid("registered_by", row -> row.exit().registeredBy())
          .time("seen", Closed::seen);
  private static final String CLOSE =
      """
      UPDATE visit
         SET left_at = t.gone, exit_method = t.method, exit_time_source = t.clock,
             exit_poster_id = t.poster, exit_by = t.registered_by,
             last_seen = COALESCE(t.seen, visit.last_seen)
        FROM"""
          + ENDED.asTable()
          + """
       WHERE visit.venue_id = t.venue AND visit.entered_at = t.since AND visit.id = t.visit
         AND visit.left_at IS NULL AND visit.entered_at BETWEEN ? AND ?
      """;

  private final List<Added> added = new ArrayList<>();
  private final List<Closed> closed = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Sighting> sightings = new ArrayList<>();

  private record Added(
      PersonAtVenue key,
      Instant enteredAt,
      UUID id,
      Evidence entry,
      boolean overCapacity,
      @Nullable Instant leftAt,
      Evidence exit) {}

  private record Closed(
      PersonAtVenue key,
      Instant enteredAt,
      UUID id,
      Instant leftAt,
      Evidence exit,
      @Nullable Instant seen) {}

  private record Entry(PersonAtVenue key, UUID id, Instant at, Evidence evidence) {}

  private record Sighting(PersonAtVenue key, UUID id, Instant enteredAt, Instant at) {}

  void open(PersonAtVenue key, VisitId visit, Instant at, Evidence entry, boolean overCapacity) {
    added.add(new Added(key, at, visit.value(), entry, overCapacity, null, Evidence.NONE));
  }

  /** A visit of which only the exit is known. */
  void addExitOnly(
      PersonAtVenue key, VisitId visit, Instant earliestEntry, Instant at, Evidence exit) {
    added.add(new Added(key, earliestEntry, visit.value(), Evidence.NONE, false, at, exit));
  }

  /** Gives a visit of which only the exit was known its entry. */
  void addEntry(PersonAtVenue key, VisitId visit, Instant at, Evidence entry) {
    entries.add(new Entry(key, visit.value(), at, entry));
  }

  /** Gives an open visit its exit, and the last sighting before it, if there was one. */
  void close(
      PersonAtVenue key,
      VisitId visit,
      Instant since,
      Instant at,
      Evidence exit,
      Optional<Instant> lastSeen) {
    closed.add(new Closed(key, since, visit.value(), at, exit, lastSeen.orElse(null)));
  }

  /** Notes a sighting within an open visit, unless a later one is known. */
  void see(PersonAtVenue key, VisitId visit, Instant since, Instant at) {
    sightings.add(new Sighting(key, visit.value(), since, at));
  }

  /**
   * Stores all but what is of those who lost; {@link Overtaken} if one of the visits has changed.
   */
  void store(Handle handle, Set<PersonAtVenue> lost) {
    List<Added> toAdd =
        added.stream()
            .filter(row -> !lost.contains(row.key()))
            .sorted(
                Comparator.comparing((Added row) -> row.key().venue())
                    .thenComparing(Added::enteredAt)
                    .thenComparing(Added::id))
            .toList();
    NEW.write(handle, ADD, toAdd);
    List<Closed> toClose =
        closed.stream()
            .filter(row -> !lost.contains(row.key()))
            .sorted(Comparator.comparing(Closed::key))
            .toList();
    Overtaken.unless(
        ENDED
                .writeAndTell(
                    handle, CLOSE, toClose, Closed::enteredAt, row -> uuid(row, "id"), "id")
                .size()
            == toClose.size());
    entries.stream()
        .filter(row -> !lost.contains(row.key()))
        .forEach(row -> Overtaken.unless(stored(handle, row)));
    sightings.stream().filter(row -> !lost.contains(row.key())).forEach(row -> store(handle, row));
  }

  private static boolean stored(Handle handle, Entry row) {
    return handle
            .createUpdate(
                """
                UPDATE visit
                   SET entered_at = :at, entry_method = :method, entry_time_source = :clock,
                       entry_poster_id = :poster, entry_by = :by
                 WHERE venue_id = :venue AND id = :id AND entry_method IS NULL
                   AND entered_at BETWEEN :earliest AND :latest
                """)
            .bind("at", row.at())
            .bindByType("method", row.evidence().method(), String.class)
            .bindByType("clock", row.evidence().clock(), String.class)
            .bindByType("poster", row.evidence().poster(), UUID.class)
            .bindByType("by", row.evidence().registeredBy(), UUID.class)
            .bind("venue", row.key().venue())
            .bind("id", row.id())
            .bind("earliest", row.at().minus(StayRules.LONGEST))
            .bind("latest", row.at().plus(StayRules.LONGEST))
            .execute()
        == 1;
  }

  private static void store(Handle handle, Sighting row) {
    int unused =
        handle
            .createUpdate(
                """
                UPDATE visit SET last_seen = :at
                 WHERE venue_id = :venue AND entered_at = :since AND id = :id
                   AND entered_at < :at AND left_at IS NULL
                   AND (last_seen IS NULL OR last_seen < :at)
                """)
            .bind("venue", row.key().venue())
            .bind("since", row.enteredAt())
            .bind("id", row.id())
            .bind("at", row.at())
            .execute();
  }
}
