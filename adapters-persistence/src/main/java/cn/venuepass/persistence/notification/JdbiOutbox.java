package cn.venuepass.persistence.notification;

import cn.venuepass.application.notification.Outbox;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.Notification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The outbox; a lease is a conditional update, so rows decide between nodes. */
public final class JdbiOutbox implements Outbox {
  private static final String INSERT =
      """
      INSERT INTO notification
             (id, account_id, person_id, kind, venue_id, depends_on,
              approved, deadline, due_at, state, carrier, tries, next_at)
      VALUES (:id, :account, :person, :kind, :venue, :dependsOn,
              :approved, :deadline, :dueAt, :state, :carrier, :tries, :nextAt)
      """;

  private final Jdbi jdbi;

  public JdbiOutbox(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Notification notification) {
    addAll(List.of(notification));
  }

  @Override
  public void addAll(List<Notification> notifications) {
    if (notifications.isEmpty()) {
      return;
    }
    jdbi.useTransaction(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(INSERT);
          for (Notification notification : notifications) {
            PreparedBatch unused =
                NotificationRow.bind(
                        NotificationRow.bind(batch, notification),
                        Dispatch.first(notification.dueAt()))
                    .add();
          }
          int[] unused = batch.execute();
        });
  }

  @Override
  public void withdraw(UUID dependsOn, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM notification WHERE depends_on = :dependsOn AND due_at > :now")
                .bind("dependsOn", dependsOn)
                .bind("now", now)
                .execute());
  }

  @Override
  public List<Claim> claim(Carrier carrier, int most, Instant now, Instant until) {
    UUID lease = UUID.randomUUID();
    return jdbi.inTransaction(
        handle -> {
          List<UUID> due = due(handle, carrier, most, now);
          return due.isEmpty() || take(handle, due, lease, now, until) == 0
              ? List.<Claim>of()
              : taken(handle, due, lease, until);
        });
  }

  @Override
  public boolean settle(Claim claim, Dispatch next) {
    return jdbi.withHandle(
        handle ->
            NotificationRow.bind(
                        handle.createUpdate(
                            """
                            UPDATE notification
                               SET state = :state, carrier = :carrier, tries = :tries,
                                   next_at = :nextAt, lease_id = NULL
                             WHERE id = :id AND lease_id = :lease
                            """),
                        next)
                    .bind("id", claim.notification().id().value())
                    .bind("lease", claim.lease())
                    .execute()
                == 1);
  }

  private static List<UUID> due(Handle handle, Carrier carrier, int most, Instant now) {
    return handle
        .createQuery(
            """
            SELECT id FROM notification
             WHERE state = 'WAITING' AND carrier = :carrier AND next_at <= :now
             ORDER BY next_at LIMIT :most
            """)
        .bind("carrier", carrier.name())
        .bind("now", now)
        .bind("most", most)
        .mapTo(UUID.class)
        .list();
  }

  private static int take(Handle handle, List<UUID> due, UUID lease, Instant now, Instant until) {
    return handle
        .createUpdate(
            """
            UPDATE notification SET lease_id = :lease, next_at = :until
             WHERE id IN (<due>) AND state = 'WAITING' AND next_at <= :now
            """)
        .bind("lease", lease)
        .bind("until", until)
        .bindList("due", due)
        .bind("now", now)
        .execute();
  }

  private static List<Claim> taken(Handle handle, List<UUID> due, UUID lease, Instant until) {
    return handle
        .createQuery(
            "SELECT "
                + NotificationRow.COLUMNS
                + " FROM notification n WHERE n.id IN (<due>) AND n.lease_id = :lease"
                + " ORDER BY n.due_at, n.id")
        .bindList("due", due)
        .bind("lease", lease)
        .map(
            (row, context) ->
                new Claim(
                    NotificationRow.notification(row), NotificationRow.dispatch(row), lease, until))
        .list();
  }
}
