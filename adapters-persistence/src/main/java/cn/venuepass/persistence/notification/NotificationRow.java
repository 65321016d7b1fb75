package cn.venuepass.persistence.notification;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.Dispatch;
import cn.venuepass.domain.notification.Notice;
import cn.venuepass.domain.notification.Notification;
import cn.venuepass.domain.notification.NotificationId;
import cn.venuepass.domain.notification.NotificationKind;
import cn.venuepass.domain.notification.Recipient;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** How a notification stands in its row. */
final class NotificationRow {
  static final String COLUMNS =
      """
      n.id, n.account_id, n.person_id, n.kind, n.venue_id, n.depends_on, n.approved, n.deadline,
      n.due_at, n.read_at, n.state, n.carrier, n.tries, n.next_at
      """;

  private NotificationRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, Notification notification) {
    Recipient to = notification.to();
    Notice notice = notification.notice();
    return statement
        .bind("id", notification.id().value())
        .bindByType(
            "account",
            to instanceof Recipient.OfAccount of ? of.account().value() : null,
            UUID.class)
        .bindByType(
            "person", to instanceof Recipient.OfPerson of ? of.person().value() : null, UUID.class)
        .bind("kind", notice.kind().name())
        .bindByType("venue", notice.about().map(VenueId::value).orElse(null), UUID.class)
        .bindByType("dependsOn", notice.dependsOn().orElse(null), UUID.class)
        .bindByType("approved", answer(notice), Boolean.class)
        .bindByType("deadline", deadline(notice), Instant.class)
        .bind("dueAt", notification.dueAt());
  }

  static <S extends SqlStatement<S>> S bind(S statement, Dispatch dispatch) {
    return statement
        .bind("state", dispatch.state().name())
        .bind("carrier", dispatch.carrier().name())
        .bind("tries", dispatch.tries())
        .bind("nextAt", dispatch.nextAt());
  }

  static Notification notification(ResultSet row) throws SQLException {
    Optional<Recipient> account =
        optionalId(row, "account_id", id -> new Recipient.OfAccount(new AccountId(id)));
    Optional<Recipient> person =
        optionalId(row, "person_id", id -> new Recipient.OfPerson(new PersonId(id)));
    return new Notification(
        new NotificationId(uuid(row, "id")),
        account.or(() -> person).orElseGet(Recipient.OnDuty::new),
        notice(row),
        instant(row, "due_at"));
  }

  static Dispatch dispatch(ResultSet row) throws SQLException {
    return new Dispatch(
        Dispatch.State.valueOf(row.getString("state")),
        Carrier.valueOf(row.getString("carrier")),
        row.getInt("tries"),
        instant(row, "next_at"));
  }

  static NotificationKind kind(ResultSet row) throws SQLException {
    return NotificationKind.valueOf(row.getString("kind"));
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return switch (kind(row)) {
      case REVIEW_DECIDED -> new Notice.ReviewDecided(venue(row), row.getBoolean("approved"));
      case MANAGER_ACTIVATED ->
          new Notice.ManagerActivated(venue(row), new ManagerId(uuid(row, "depends_on")));
      case RECTIFICATION_DUE ->
          new Notice.RectificationDue(
              venue(row), uuid(row, "depends_on"), instant(row, "deadline"));
      case EXPOSURE_NOTICE -> new Notice.ExposureNotice();
      case VENUE_CONTROLLED ->
          new Notice.VenueControlled(
              venue(row),
              uuid(row, "depends_on"),
              row.getBoolean("approved"),
              instant(row, "deadline"));
      case ADMISSION_CONTROLLED ->
          new Notice.AdmissionControlled(
              uuid(row, "depends_on"), row.getBoolean("approved"), instant(row, "deadline"));
      case APPEAL_ANSWERED ->
          new Notice.AppealAnswered(uuid(row, "depends_on"), row.getBoolean("approved"));
      case CONTROL_CHANGED ->
          new Notice.ControlChanged(uuid(row, "depends_on"), row.getBoolean("approved"));
    };
  }

  /** The yes or no that a notice tells. */
  private static @Nullable Boolean answer(Notice notice) {
    if (notice instanceof Notice.ReviewDecided decided) {
      return decided.approved();
    } else if (notice instanceof Notice.VenueControlled controlled) {
      return controlled.locked();
    } else if (notice instanceof Notice.AdmissionControlled controlled) {
      return controlled.controlled();
    } else if (notice instanceof Notice.AppealAnswered answered) {
      return answered.upheld();
    }
    return notice instanceof Notice.ControlChanged changed ? changed.holds() : null;
  }

  /** The time that a notice names. */
  private static @Nullable Instant deadline(Notice notice) {
    if (notice instanceof Notice.RectificationDue due) {
      return due.deadline();
    } else if (notice instanceof Notice.VenueControlled controlled) {
      return controlled.until();
    }
    return notice instanceof Notice.AdmissionControlled controlled ? controlled.until() : null;
  }

  private static VenueId venue(ResultSet row) throws SQLException {
    return new VenueId(uuid(row, "venue_id"));
  }
}
