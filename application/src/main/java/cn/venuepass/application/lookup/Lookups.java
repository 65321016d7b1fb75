package cn.venuepass.application.lookup;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps an eye on who types other people's ID numbers: limited, and noted in the audit log. */
public final class Lookups {
  private final RateLimits limits;
  private final AuditTrail audit;

  public Lookups(RateLimits limits, AuditTrail audit) {
    this.limits = limits;
    this.audit = audit;
  }

  /** Goes on if the account may do that so often now. Denied with too many requests. */
  public Result<AccountId> limited(AccountId account, Limited what, int count) {
    return limited(account, new RateLimits.Who.Account(account), what, count);
  }

  /** The same for an account of staff. */
  public Result<StaffId> limited(StaffId account, Limited what, int count) {
    return limited(account, new RateLimits.Who.Staff(account), what, count);
  }

  private <T> Result<T> limited(T account, RateLimits.Who who, Limited what, int count) {
    return limits
        .take(who, what, count)
        .<Result<T>>map(wait -> Result.denied(new Denial.TooManyRequests(wait)))
        .orElseGet(() -> Result.done(account));
  }

  /** Notes that somebody was looked up. */
  public void note(Actor by, PersonId person, AuditPurpose purpose, Optional<Venue> venue) {
    note(by, List.of(Optional.of(person)), purpose, venue);
  }

  /** Notes that these people were looked up; if some of them are unknown, that as well. */
  public void note(
      Actor by, List<Optional<PersonId>> people, AuditPurpose purpose, Optional<Venue> venue) {
    Deed deed = Deed.of(AuditAction.PERSON_LOOKED_UP, purpose);
    Deed there = venue.map(deed::at).orElse(deed);
    List<PersonId> known = people.stream().flatMap(Optional::stream).toList();
    audit.note(
        by,
        Stream.concat(
                Stream.of(there.about(known)).filter(lookedUp -> !known.isEmpty()),
                people.stream().filter(Optional::isEmpty).limit(1).map(unknown -> there))
            .toList());
  }
}
