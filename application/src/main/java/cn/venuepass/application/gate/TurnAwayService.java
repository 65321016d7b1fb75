package cn.venuepass.application.gate;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.gate.TurnedAwayId;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.Optional;

final class TurnAwayService implements TurnAway {
  private final VenueRights rights;
  private final TurnedAwayRepository notes;
  private final Creations creations;
  private final AuditTrail audit;
  private final InstantSource clock;

  TurnAwayService(
      VenueRights rights,
      TurnedAwayRepository notes,
      Creations creations,
      AuditTrail audit,
      InstantSource clock) {
    this.rights = rights;
    this.notes = notes;
    this.creations = creations;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<TurnedAway> note(
      Caller.Resident manager, VenueId venue, TurnedAway.Words words, Optional<CreationKey> key) {
    return rights
        .asManager(manager, venue)
        .flatMap(
            own ->
                creations.once(
                    key,
                    id -> {
                      var note =
                          new TurnedAway(
                              new TurnedAwayId(id),
                              venue,
                              words,
                              manager.account(),
                              clock.instant());
                      notes.add(note);
                      return Result.done(note);
                    },
                    id -> Result.of(notes.find(venue, new TurnedAwayId(id)), NOT_FOUND)));
  }

  @Override
  public Result<Page<TurnedAway>> list(
      Caller.Resident manager, VenueId venue, PageRequest request) {
    return rights
        .asManager(manager, venue)
        .map(
            own -> {
              Page<TurnedAway> shown = notes.listOf(venue, request);
              audit.note(
                  Actor.manager(manager.account()),
                  Deed.of(AuditAction.REFUSALS_VIEWED, AuditPurpose.VENUE_OPERATION).at(own));
              return shown;
            });
  }
}
