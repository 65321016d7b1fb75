package cn.venuepass.persistence.audit;

import static cn.venuepass.persistence.Columns.instant;
import static cn.venuepass.persistence.Columns.optionalId;
import static cn.venuepass.persistence.Columns.optionalText;
import static cn.venuepass.persistence.Columns.uuid;

import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditEventId;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** An event of the audit log as it stands in its row, with its subjects in rows of their own. */
final class AuditRow {
  static final String COLUMNS =
      "e.id, e.at, e.actor_kind, e.actor_id, e.actor_role, e.actor_division, e.action, e.purpose,"
          + " e.venue_id, e.division_code, e.reference ";

  private AuditRow() {}

  /** The event without its subjects. */
  static AuditEvent read(ResultSet row) throws SQLException {
    return new AuditEvent(
        new AuditEventId(uuid(row, "id")),
        instant(row, "at"),
        actor(row),
        new Deed(
            AuditAction.valueOf(row.getString("action")),
            AuditPurpose.valueOf(row.getString("purpose")),
            List.of(),
            optionalId(row, "venue_id", VenueId::new),
            optionalText(row, "division_code", DivisionCode::new),
            optionalText(row, "reference", text -> text)));
  }

  /** The subjects of events, by event. */
  static Map<UUID, List<PersonId>> subjects(Handle handle, Collection<UUID> events) {
    if (events.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery("SELECT event_id, person_id FROM audit_subject WHERE event_id IN (<events>)")
        .bindList("events", List.copyOf(events))
        .map(
            (row, context) ->
                Map.entry(uuid(row, "event_id"), new PersonId(uuid(row, "person_id"))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  static AuditEvent with(AuditEvent event, @Nullable List<PersonId> subjects) {
    return new AuditEvent(
        event.id(),
        event.at(),
        event.actor(),
        event.deed().about(Optional.ofNullable(subjects).orElse(List.of())));
  }

  private static Actor actor(ResultSet row) throws SQLException {
    UUID id = uuid(row, "actor_id");
    return switch (Actor.Kind.valueOf(row.getString("actor_kind"))) {
      case RESIDENT ->
          new Actor.OfResident(
              new AccountId(id), Actor.Standing.valueOf(row.getString("actor_role")));
      case STAFF ->
          new Actor.OfStaff(
              new StaffId(id),
              Role.valueOf(row.getString("actor_role")),
              optionalText(row, "actor_division", DivisionCode::new));
      case SYSTEM -> new Actor.OfSystem();
    };
  }
}
