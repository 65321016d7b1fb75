package cn.venuepass.persistence.retention;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.persistence.ManyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What open cases hold. */
public final class JdbiRetentionHolds implements RetentionHolds {
  private static final int AT_ONCE = 2_000;
  private static final String OPEN =
      """
      SELECT id, case_id, person_id, venue_id, begins, ends, since
        FROM retention_hold WHERE released_at IS NULL
      """;

  private final Jdbi jdbi;

  public JdbiRetentionHolds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(RetentionHold hold) {
    addAll(List.of(hold));
  }

  @Override
  public void addAll(List<RetentionHold> holds) {
    ManyRows<RetentionHold> rows =
        new ManyRows<RetentionHold>()
            .uuid("id", hold -> hold.id().value())
            .uuid("case_id", RetentionHold::caseId)
            .uuid("person_id", hold -> hold.person().map(PersonId::value).orElse(null))
            .uuid("venue_id", hold -> hold.venue().map(VenueId::value).orElse(null))
            .time("begins", RetentionHold::from)
            .time("ends", RetentionHold::to)
            .time("since", RetentionHold::since);
    jdbi.useTransaction(
        handle -> {
          for (int from = 0; from < holds.size(); from += AT_ONCE) {
            rows.write(
                handle,
                rows.insertInto("retention_hold"),
                holds.subList(from, Math.min(from + AT_ONCE, holds.size())));
          }
        });
  }

  @Override
  public void releaseAll(UUID caseId, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE retention_hold SET released_at = :now
                     WHERE case_id = :case AND released_at IS NULL
                    """)
                .bind("case", caseId)
                .bind("now", now)
                .execute());
  }

  @Override
  public List<RetentionHold> listOf(UUID caseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OPEN + " AND case_id = :case")
                .bind("case", caseId)
                .map((row, context) -> hold(row))
                .list());
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
        handle -> handle.createQuery(OPEN).map((row, context) -> hold(row)).list());
  }

  private static RetentionHold hold(ResultSet row) throws SQLException {
    return new RetentionHold(
        new RetentionHoldId(uuid(row, "id")),
        uuid(row, "case_id"),
        optionalId(row, "person_id", PersonId::new),
        optionalId(row, "venue_id", VenueId::new),
        instant(row, "begins"),
        instant(row, "ends"),
        instant(row, "since"));
  }
}
