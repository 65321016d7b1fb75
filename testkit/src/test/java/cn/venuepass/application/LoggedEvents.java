package cn.venuepass.application;

import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.InMemoryAuditLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the audit log in memory remembers. */
public final class LoggedEvents {
  private LoggedEvents() {}

  /** An event, whatever its id. */
  public record Logged(Actor actor, Deed deed, Instant at) {}

  /** Who looked whom up. */
  public static List<Logged> of(TestApplication app) {
    return of(app, AuditAction.PERSON_LOOKED_UP);
  }

  public static List<Logged> of(TestApplication app, AuditAction action) {
    return events(app).stream()
        .filter(event -> event.deed().action() == action)
        .map(event -> new Logged(event.actor(), event.deed(), event.at()))
        .toList();
  }

  public static List<AuditEvent> events(TestApplication app) {
    return ((InMemoryAuditLog) app.stores().auditLog()).events();
  }

  /** A look-up of these people. */
  public static Deed lookup(AuditPurpose purpose, Optional<Venue> venue, List<PersonId> people) {
    Deed deed = Deed.of(AuditAction.PERSON_LOOKED_UP, purpose).about(people);
    return venue.map(deed::at).orElse(deed);
  }
}
