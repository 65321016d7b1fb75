package cn.venuepass.rest.audit;

import cn.venuepass.application.audit.ViewAuditLog.Shown;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of the audit log; of people ids, no names, but those that staff sign in with. */
record AuditEventResponse(
    UUID id,
    Instant at,
    ActorResponse actor,
    AuditAction action,
    AuditPurpose purpose,
    List<UUID> subjects,
    @Nullable UUID venueId,
    @Nullable String division,
    @Nullable String reference) {
  static AuditEventResponse of(Shown shown) {
    AuditEvent event = shown.event();
    Deed deed = event.deed();
    return new AuditEventResponse(
        event.id().value(),
        event.at(),
        ActorResponse.of(event.actor(), shown.username()),
        deed.action(),
        deed.purpose(),
        deed.subjects().stream().map(PersonId::value).toList(),
        deed.venue().map(VenueId::value).orElse(null),
        deed.division().map(DivisionCode::text).orElse(null),
        deed.reference().orElse(null));
  }

  /** Who did it, and as what. */
  record ActorResponse(
      Actor.Kind kind,
      @Nullable UUID id,
      @Nullable String username,
      @Nullable String role,
      @Nullable String division) {
    static ActorResponse of(Actor actor, Optional<Username> username) {
      return new ActorResponse(
          actor.kind(),
          actor.id().orElse(null),
          username.map(Username::text).orElse(null),
          actor.role().orElse(null),
          actor.division().map(DivisionCode::text).orElse(null));
    }
  }
}
