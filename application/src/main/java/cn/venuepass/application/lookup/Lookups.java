package cn.venuepass.application.lookup;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Keeps an eye on who types other people's ID numbers: limited, and logged. */
public final class Lookups {
  private final RateLimits limits;
  private final LookupLog log;
  private final InstantSource clock;

  public Lookups(RateLimits limits, LookupLog log, InstantSource clock) {
    this.limits = limits;
    this.log = log;
    this.clock = clock;
  }

  /** Goes on if the account may do that so often now. Denied with too many requests. */
  public Result<AccountId> limited(AccountId account, Limited what, int count) {
    return limits
        .take(new RateLimits.Who.Account(account), what, count)
        .<Result<AccountId>>map(wait -> Result.denied(new Denial.TooManyRequests(wait)))
        .orElseGet(() -> Result.done(account));
  }

  /** Logs that the account looked the person up. */
  public void note(AccountId by, PersonId person, Lookup.Purpose purpose, Optional<VenueId> venue) {
    note(by, List.of(Optional.of(person)), purpose, venue);
  }

  /** Logs that the account looked these people up, some of whom nobody knows. */
  public void note(
      AccountId by,
      List<Optional<PersonId>> people,
      Lookup.Purpose purpose,
      Optional<VenueId> venue) {
    log.add(
        people.stream()
            .map(person -> new Lookup(by, person, purpose, venue, clock.instant()))
            .toList());
  }
}
