package cn.venuepass.application.audit;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditEvent;
import cn.venuepass.domain.audit.AuditEventId;
import cn.venuepass.domain.audit.Deed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Writes down who does what, as it happens. */
public final class AuditTrail {
  private final AuditLog log;
  private final IdGenerator ids;
  private final InstantSource clock;

  public AuditTrail(AuditLog log, IdGenerator ids, InstantSource clock) {
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /** Notes a deed; inside a transaction it is noted if, and only if, that one is committed. */
  public void note(Actor actor, Deed deed) {
    note(actor, List.of(deed));
  }

  /** Notes a look at people's data; one that shows nobody is none. */
  public void noteLook(Actor actor, Deed look) {
    if (!look.subjects().isEmpty()) {
      note(actor, look);
    }
  }

  /** Notes several deeds, all or none. */
  public void note(Actor actor, List<Deed> deeds) {
    Instant now = clock.instant();
    log.add(
        deeds.stream()
            .map(deed -> new AuditEvent(new AuditEventId(ids.next()), now, actor, deed))
            .toList());
  }
}
