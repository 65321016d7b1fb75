package cn.venuepass.persistence.retention;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What open cases hold. */
public final class JdbiRetentionHolds implements RetentionHolds {
  private final Jdbi jdbi;

  public JdbiRetentionHolds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(RetentionHold hold) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO retention_hold (id, case_id, person_id, venue_id, begins, ends, since)
                    VALUES (:id, :case, :person, :venue, :begins, :ends, :since)
                    """)
                .bind("id", hold.id().value())
                .bind("case", hold.caseId())
                .bindByType("person", hold.person().map(PersonId::value).orElse(null), UUID.class)
                .bindByType("venue", hold.venue().map(VenueId::value).orElse(null), UUID.class)
                .bind("begins", hold.from())
                .bind("ends", hold.to())
                .bind("since", hold.since())
                .execute());
  }

  @Override
  public void release(RetentionHoldId hold, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE retention_hold SET released_at = :now
                     WHERE id = :id AND released_at IS NULL
                    """)
                .bind("id", hold.value())
                .bind("now", now)
                .execute());
  }

  @Override
  public List<RetentionHold> listOpen() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, case_id, person_id, venue_id, begins, ends, since
                      FROM retention_hold WHERE released_at IS NULL
                    """)
                .map(
                    (row, context) ->
                        new RetentionHold(
                            new RetentionHoldId(uuid(row, "id")),
                            uuid(row, "case_id"),
                            optionalId(row, "person_id", PersonId::new),
                            optionalId(row, "venue_id", VenueId::new),
                            instant(row, "begins"),
                            instant(row, "ends"),
                            instant(row, "since")))
                .list());
  }
}
