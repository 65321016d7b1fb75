package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.ROSTER_ENTRY_EXISTS;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class RosterService implements KeepRoster {
  /** Who was a visitor for longer does not become staff afterwards. */
  private static final Duration LONGEST_BACK = Duration.ofDays(7);

  private final VenueRights rights;
  private final RosterRepository rosters;
  private final PersonRepository people;
  private final Lookups lookups;
  private final AuditTrail audit;
  private final Creations creations;
  private final InstantSource clock;

  RosterService(
      VenueRights rights,
      RosterRepository rosters,
      PersonRepository people,
      Lookups lookups,
      AuditTrail audit,
      Creations creations,
      InstantSource clock) {
    this.rights = rights;
    this.rosters = rosters;
    this.people = people;
    this.lookups = lookups;
    this.audit = audit;
    this.creations = creations;
    this.clock = clock;
  }

  @Override
  public Result<RosterEntry> add(
      Caller.Resident manager,
      VenueId venue,
      ResidentIdNumber idNumber,
      PersonName name,
      Optional<Instant> since,
      Optional<CreationKey> key) {
    Instant now = clock.instant();
    if (since
        .filter(day -> day.isAfter(now) || day.isBefore(now.minus(LONGEST_BACK)))
        .isPresent()) {
      throw new InvalidValue("since", Rule.OUT_OF_RANGE);
    }
    return rights
        .asManagerOfApproved(manager, venue)
        .flatMap(
            approved ->
                lookups
                    .limited(manager.account(), Limited.ID_NUMBER_TYPED, 1)
                    .map(allowed -> approved))
        .flatMap(
            own -> {
              Person person = people.findOrAdd(idNumber, Optional.of(name));
              lookups.note(
                  Actor.manager(manager.account()),
                  person.id(),
                  AuditPurpose.ROSTER,
                  Optional.of(own));
              return creations.once(
                  key,
                  id ->
                      add(
                          new RosterEntry(
                              new RosterEntryId(id),
                              venue,
                              person.id(),
                              name,
                              idNumber.masked(),
                              since.orElse(now),
                              Optional.empty())),
                  id -> Result.of(rosters.find(venue, new RosterEntryId(id)), NOT_FOUND));
            });
  }

  @Override
  public Result<List<RosterEntry>> list(Caller.Resident manager, VenueId venue) {
    return rights
        .asManager(manager, venue)
        .map(
            own -> {
              List<RosterEntry> shown = rosters.listOf(venue);
              audit.noteLook(
                  Actor.manager(manager.account()),
                  Deed.of(AuditAction.ROSTER_VIEWED, AuditPurpose.ROSTER)
                      .at(own)
                      .about(shown.stream().map(RosterEntry::person).toList()));
              return shown;
            });
  }

  @Override
  public Result<RosterEntryId> remove(Caller.Resident manager, VenueId venue, RosterEntryId entry) {
    return rights
        .asManager(manager, venue)
        .flatMap(
            own ->
                rosters.end(venue, entry, clock.instant())
                    ? Result.done(entry)
                    : Result.denied(NOT_FOUND));
  }

  private Result<RosterEntry> add(RosterEntry entry) {
    return rosters.add(entry) ? Result.done(entry) : Result.denied(ROSTER_ENTRY_EXISTS);
  }
}
