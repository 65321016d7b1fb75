package cn.venuepass.persistence.visit;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What a scan writes into the visits of one person at one venue. */
final class VisitWrites {
  private final Handle handle;
  private final UUID venue;
  private final UUID person;
  private final Evidence evidence;

  VisitWrites(Handle handle, UUID venue, PersonId person, Evidence evidence) {
    this.handle = handle;
    this.venue = venue;
    this.person = person.value();
    this.evidence = evidence;
  }

  void open(VisitId visit, Instant at, boolean overCapacity) {
    int unused =
        evidence
            .bind(
                bound(
                    """
                    INSERT INTO visit (venue_id, id, person_id, entered_at, entry_method,
                                       entry_time_source, entry_poster_id, entry_by,
                                       over_capacity)
                    VALUES (:venue, :id, :person, :at, :method, :clock, :poster, :by, :over)
                    """,
                    visit,
                    at))
            .bind("person", person)
            .bind("over", overCapacity)
            .execute();
  }

  void addExitOnly(VisitId visit, Instant at, Duration maximumStay) {
    int unused =
        evidence
            .bind(
                bound(
                    """
                    INSERT INTO visit (venue_id, id, person_id, entered_at, left_at, exit_method,
                                       exit_time_source, exit_poster_id, exit_by)
                    VALUES (:venue, :id, :person, :earliest, :at, :method, :clock, :poster, :by)
                    """,
                    visit,
                    at))
            .bind("person", person)
            .bind("earliest", at.minus(maximumStay))
            .execute();
  }

  /** Gives a visit of which only the exit was known its entry. */
  boolean addEntry(VisitId visit, Instant at) {
    return evidence
            .bind(
                bound(
                    """
                    UPDATE visit
                       SET entered_at = :at, entry_method = :method, entry_time_source = :clock,
                           entry_poster_id = :poster, entry_by = :by
                     WHERE venue_id = :venue AND id = :id AND entry_method IS NULL
                       AND entered_at BETWEEN :earliest AND :latest
                    """,
                    visit,
                    at))
            .bind("earliest", at.minus(StayRules.LONGEST))
            .bind("latest", at.plus(StayRules.LONGEST))
            .execute()
        == 1;
  }

  /** Gives an open visit its exit, and the last sighting before it, if there was one. */
  boolean close(VisitId visit, Instant since, Instant at, @Nullable Instant lastSeen) {
    return evidence
            .bind(
                bound(
                    """
                    UPDATE visit
                       SET left_at = :at, exit_method = :method, exit_time_source = :clock,
                           exit_poster_id = :poster, exit_by = :by,
                           last_seen = COALESCE(:seen, last_seen)
                     WHERE venue_id = :venue AND entered_at = :since AND id = :id
                       AND left_at IS NULL
                    """,
                    visit,
                    at))
            .bindByType("seen", lastSeen, Instant.class)
            .bind("since", since)
            .execute()
        == 1;
  }

  /** Notes a sighting within an open visit, unless a later one is known. */
  void see(VisitId visit, Instant since, Instant at) {
    int unused =
        bound(
                """
                UPDATE visit SET last_seen = :at
                 WHERE venue_id = :venue AND entered_at = :since AND id = :id
                   AND entered_at < :at AND left_at IS NULL
                   AND (last_seen IS NULL OR last_seen < :at)
                """,
                visit,
                at)
            .bind("since", since)
            .execute();
  }

  private Update bound(String statement, VisitId visit, Instant at) {
    return handle
        .createUpdate(statement)
        .bind("venue", venue)
        .bind("id", visit.value())
        .bind("at", at);
  }
}
