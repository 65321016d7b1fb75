package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.ROSTER_ENTRY_EXISTS;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Result;
import cn.venuepass.application.lookup.Lookup;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
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
  private final Creations creations;
  private final InstantSource clock;

  RosterService(
      VenueRights rights,
      RosterRepository rosters,
      PersonRepository people,
      Lookups lookups,
      Creations creations,
      InstantSource clock) {
    this.rights = rights;
    this.rosters = rosters;
    this.people = people;
    this.lookups = lookups;
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
        .flatMap(own -> lookups.limited(manager.account(), Limited.ID_NUMBER_TYPED, 1))
        .flatMap(
            allowed -> {
              Person person = people.findOrAdd(idNumber, Optional.of(name));
              lookups.note(allowed, person.id(), Lookup.Purpose.ROSTER, Optional.of(venue));
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
    return rights.asManager(manager, venue).map(own -> rosters.listOf(venue));
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
