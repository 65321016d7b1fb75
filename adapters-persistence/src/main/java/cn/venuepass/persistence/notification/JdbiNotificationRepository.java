package cn.venuepass.persistence.notification;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalInstant;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.notification.DeadLetter;
import cn.venuepass.application.notification.ListedNotification;
import cn.venuepass.application.notification.NotificationRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.persistence.Keyset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Notifications as their readers and the administrators see them. */
public final class JdbiNotificationRepository implements NotificationRepository {
  private static final String THEIRS =
      "(n.account_id = :account OR n.person_id = :person) AND n.due_at <= :now";
  private static final String LISTED =
      "SELECT "
          + NotificationRow.COLUMNS
          + ", v.name AS venue_name FROM notification n LEFT JOIN venue v ON v.id = n.venue_id WHERE "
          + THEIRS;

  /** Dead letters within a jurisdiction; those about no venue lie at the root of the tree. */
  private static final String DEAD =
      """
      SELECT n.id, n.kind, n.venue_id, n.carrier, n.tries, n.due_at, n.next_at
        FROM notification n
        LEFT JOIN venue v ON v.id = n.venue_id
        LEFT JOIN division d ON d.code = v.community_code
        JOIN division root ON root.code = :root
             AND (d.path LIKE root.path || '%' OR (n.venue_id IS NULL AND root.parent_code IS NULL))
       WHERE n.state = 'DEAD'
      """;

  private final Jdbi jdbi;

  public JdbiNotificationRepository(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Page<ListedNotification> listFor(
      AccountId account, Optional<PersonId> person, Instant now, PageRequest request) {
    Keyset order = Keyset.descending("n.due_at", "n.id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                reader(
                        Keyset.bind(handle.createQuery(order.page(LISTED, request)), request),
                        account,
                        person,
                        now)
                    .map(JdbiNotificationRepository::listed)
                    .list()),
        request,
        listed -> new Cursor(listed.notification().dueAt(), listed.notification().id().value()));
  }

  @Override
  public boolean markRead(
      NotificationId notification, AccountId account, Optional<PersonId> person, Instant now) {
    return jdbi.withHandle(
        handle ->
            reader(
                        handle.createUpdate(
                            """
                            UPDATE notification n SET read_at = COALESCE(n.read_at, :now)
                             WHERE n.id = :id AND\s"""
                                + THEIRS),
                        account,
                        person,
                        now)
                    .bind("id", notification.value())
                    .execute()
                == 1);
  }

  @Override
  public Page<DeadLetter> listDead(Jurisdiction jurisdiction, PageRequest request) {
    Keyset order = Keyset.descending("n.due_at", "n.id");
    return Page.of(
        jdbi.withHandle(
            handle ->
                within(
                        Keyset.bind(handle.createQuery(order.page(DEAD, request)), request),
                        jurisdiction)
                    .map(JdbiNotificationRepository::deadLetter)
                    .list()),
        request,
        letter -> new Cursor(letter.dueAt(), letter.id().value()));
  }

  @Override
  public boolean revive(NotificationId letter, Jurisdiction jurisdiction, Dispatch next) {
    return jdbi.withHandle(
        handle ->
            within(
                        NotificationRow.bind(
                            handle.createUpdate(
                                """
                                UPDATE notification
                                   SET state = :state, carrier = :carrier, tries = :tries,
                                       next_at = :nextAt, lease_id = NULL
                                 WHERE id = :id AND state = 'DEAD'
                                   AND EXISTS (SELECT 1 FROM (\s"""
                                    + DEAD
                                    + " AND n.id = :id) letter)"),
                            next),
                        jurisdiction)
                    .bind("id", letter.value())
                    .execute()
                == 1);
  }

  private static <S extends SqlStatement<S>> S reader(
      S statement, AccountId account, Optional<PersonId> person, Instant now) {
    return statement
        .bind("account", account.value())
        .bindByType("person", person.map(PersonId::value).orElse(null), UUID.class)
        .bind("now", now);
  }

  private static <S extends SqlStatement<S>> S within(S statement, Jurisdiction jurisdiction) {
    return statement.bind(
        "root", jurisdiction instanceof Jurisdiction.OfDivision own ? own.division().text() : "");
  }

  private static ListedNotification listed(ResultSet row, StatementContext context)
      throws SQLException {
    return new ListedNotification(
        NotificationRow.notification(row),
        optionalText(row, "venue_name", VenueName::new),
        optionalInstant(row, "read_at"));
  }

  private static DeadLetter deadLetter(ResultSet row, StatementContext context)
      throws SQLException {
    return new DeadLetter(
        new NotificationId(uuid(row, "id")),
        NotificationRow.kind(row),
        optionalId(row, "venue_id", VenueId::new),
        Carrier.valueOf(row.getString("carrier")),
        row.getInt("tries"),
        instant(row, "due_at"),
        instant(row, "next_at"));
  }
}
