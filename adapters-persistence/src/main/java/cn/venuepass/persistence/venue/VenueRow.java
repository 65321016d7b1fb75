package cn.venuepass.persistence.venue;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.Capacity;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.persistence.PersonalFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/** How a venue stands in its row. */
final class VenueRow {
  static final String COLUMNS =
      """
      v.id, v.applicant_id, v.name, v.type_code, v.contact_name, v.contact_phone,
      v.community_code, v.address, v.parent_id, v.parent_agreed, v.tracks_exits, v.capacity, v.social_credit_code,
      v.status, v.ever_approved, v.applied_at, v.decided_at, v.rejection_reason, v.revision
      """;

  private static final String CONTACT_NAME = "venue.contact_name";
  private static final String CONTACT_PHONE = "venue.contact_phone";

  private VenueRow() {}

  static <S extends SqlStatement<S>> S bind(S statement, Venue venue, PersonalFields fields) {
    UUID id = venue.id().value();
    VenueDetails details = venue.details();
    VenueState state = venue.state();
    return statement
        .bind("id", id)
        .bind("applicant", venue.applicant().value())
        .bind("name", details.name().text())
        .bind("type", details.type().text())
        .bind("contactName", fields.encrypt(CONTACT_NAME, id, details.contactName().text()))
        .bind("contactPhone", fields.encrypt(CONTACT_PHONE, id, details.contactPhone().e164()))
        .bind("community", details.community().text())
        .bind("address", details.address().text())
        .bindByType("parent", details.parent().map(VenueId::value).orElse(null), UUID.class)
        .bind("parentAgreed", venue.parentAgreed())
        .bind("tracksExits", details.tracksExits())
        .bindByType(
            "capacity", details.capacity().map(Capacity::people).orElse(null), Integer.class)
        .bindByType(
            "creditCode",
            details.socialCreditCode().map(SocialCreditCode::text).orElse(null),
            String.class)
        .bind("status", state.status().name())
        .bind("everApproved", venue.wasEverApproved())
        .bind("appliedAt", venue.appliedAt())
        .bindByType("decidedAt", state.decidedAt().orElse(null), Instant.class)
        .bindByType(
            "reason",
            state instanceof VenueState.Rejected rejected ? rejected.reason().text() : null,
            String.class)
        .bind("revision", venue.revision());
  }

  static Venue read(ResultSet row, PersonalFields fields) throws SQLException {
    UUID id = uuid(row, "id");
    var details =
        new VenueDetails(
            new VenueName(row.getString("name")),
            new VenueTypeCode(row.getString("type_code")),
            new PersonName(fields.decrypt(CONTACT_NAME, id, row.getBytes("contact_name"))),
            new PhoneNumber(fields.decrypt(CONTACT_PHONE, id, row.getBytes("contact_phone"))),
            new DivisionCode(row.getString("community_code")),
            new Address(row.getString("address")),
            optionalId(row, "parent_id", VenueId::new),
            row.getBoolean("tracks_exits"),
            Optional.ofNullable(row.getObject("capacity", Integer.class)).map(Capacity::new),
            optionalText(row, "social_credit_code", SocialCreditCode::new));
    return new Venue(
        new VenueId(id),
        new AccountId(uuid(row, "applicant_id")),
        details,
        row.getBoolean("parent_agreed"),
        instant(row, "applied_at"),
        state(row),
        row.getInt("revision"));
  }

  /** The state from the columns status, decided_at and rejection_reason. */
  private static VenueState state(ResultSet row) throws SQLException {
    return switch (VenueStatus.valueOf(row.getString("status"))) {
      case PENDING -> new VenueState.Pending();
      case APPROVED -> new VenueState.Approved(instant(row, "decided_at"));
      case REJECTED ->
          new VenueState.Rejected(
              instant(row, "decided_at"), new RejectionReason(row.getString("rejection_reason")));
      case REMOVED ->
          new VenueState.Removed(instant(row, "decided_at"), row.getBoolean("ever_approved"));
    };
  }
}
