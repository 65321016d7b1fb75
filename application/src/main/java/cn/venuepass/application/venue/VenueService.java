package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_APPROVED;
import static cn.venuepass.application.Denial.Plain.VENUE_LOCKED;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.person.AccountRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** An applicant's work with venues. */
final class VenueService
    implements ApplyForVenue, CorrectVenue, RemoveVenue, ViewVenue, ListMyVenues {
  private final VenueRepository venues;
  private final VenueRights rights;
  private final DivisionRepository divisions;
  private final VenueTypeRepository types;
  private final AccountRepository accounts;
  private final VenueLocks locks;
  private final CommunityChanges changes;
  private final Creations creations;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  VenueService(
      VenueRepository venues,
      VenueRights rights,
      DivisionRepository divisions,
      VenueTypeRepository types,
      AccountRepository accounts,
      VenueLocks locks,
      CommunityChanges changes,
      Creations creations,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.venues = venues;
    this.rights = rights;
    this.divisions = divisions;
    this.types = types;
    this.accounts = accounts;
    this.locks = locks;
    this.changes = changes;
    this.creations = creations;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<Venue> apply(AccountId applicant, VenueDetails details, Optional<CreationKey> key) {
    return creations.once(
        key,
        id -> {
          check(details);
          Venue venue = joined(Venue.applied(new VenueId(id), applicant, details, clock.instant()));
          venues.add(venue);
          return Result.done(changed(venue));
        },
        id -> applied(applicant, new VenueId(id)));
  }

  @Override
  public Result<Venue> correct(AccountId applicant, VenueId id, VenueDetails details) {
    return transactions.attempt(
        () ->
            applied(applicant, id)
                .flatMap(
                    venue -> {
                      check(details);
                      Venue unused = changed(venue);
                      return store(venue.corrected(details, clock.instant()).map(this::joined));
                    }));
  }

  @Override
  public Result<Venue> remove(Caller caller, VenueId id) {
    if (caller instanceof Caller.Resident resident) {
      return transactions.attempt(
          () ->
              applied(resident.account(), id)
                  .flatMap(this::free)
                  .flatMap(venue -> store(venue.withdrawn(clock.instant()))));
    }
    var reviewer = (Caller.Staff) caller;
    return transactions.attempt(
        () ->
            rights
                .asReviewer(reviewer, id)
                .flatMap(this::free)
                .flatMap(venue -> store(venue.removed(clock.instant())))
                .map(
                    removed -> {
                      audit.note(
                          Actor.staff(reviewer, Role.REVIEWER),
                          Deed.of(AuditAction.VENUE_REMOVED, AuditPurpose.REVIEW).at(removed));
                      return removed;
                    }));
  }

  @Override
  public Result<MyVenue> view(Caller caller, VenueId id) {
    if (caller instanceof Caller.Resident resident) {
      return found(venues.findFor(id, resident.account(), resident.person()));
    }
    var reviewer = (Caller.Staff) caller;
    return rights
        .asReviewer(reviewer, id)
        .map(
            venue -> {
              audit.note(
                  Actor.staff(reviewer, Role.REVIEWER),
                  Deed.of(AuditAction.APPLICATION_VIEWED, AuditPurpose.REVIEW)
                      .at(venue)
                      .about(accounts.peopleOf(List.of(venue.applicant()))));
              return new MyVenue(venue, new VenueRole.Reviewer());
            });
  }

  @Override
  public Page<MyVenue> list(Caller.Resident resident, PageRequest request) {
    return venues.listFor(resident.account(), resident.person(), request);
  }

  private Result<Venue> applied(AccountId applicant, VenueId id) {
    return found(venues.findFor(id, applicant, Optional.empty()).map(MyVenue::venue));
  }

  private static <T> Result<T> found(Optional<T> venue) {
    return Result.of(venue, NOT_FOUND);
  }

  /** Nobody gets a locked venue out of the lock. */
  private Result<Venue> free(Venue venue) {
    return locks.holdsOn(venue.id(), clock.instant())
        ? Result.denied(VENUE_LOCKED)
        : Result.done(venue);
  }

  private Result<Venue> store(Optional<Venue> next) {
    return next.map(venue -> stored(venue)).orElseGet(() -> Result.denied(VENUE_APPROVED));
  }

  private Result<Venue> stored(Venue venue) {
    return venues.replace(venue)
        ? Result.done(changed(venue))
        : Result.<Venue>denied(CHANGED_MEANWHILE);
  }

  /** Whoever compares venues with the surveyed places of their communities looks there again. */
  private Venue changed(Venue venue) {
    changes.note(List.of(venue.details().community()), clock.instant());
    return venue;
  }

  private void check(VenueDetails details) {
    if (types.find(details.type()).isEmpty()) {
      throw new InvalidValue("type", Rule.UNKNOWN);
    }
    Division community =
        divisions
            .find(details.community())
            .orElseThrow(() -> new InvalidValue("communityCode", Rule.UNKNOWN));
    if (community.level() != Division.Level.COMMUNITY) {
      throw new InvalidValue("communityCode", Rule.NOT_A_COMMUNITY);
    }
    if (details.parent().isPresent() && parentOf(details).isEmpty()) {
      throw new InvalidValue("parentVenueId", Rule.NO_PARENT);
    }
  }

  private Optional<Venue> parentOf(VenueDetails details) {
    return details.parent().flatMap(venues::find).filter(Venue::mayBeParent);
  }

  /** A sub-venue at once, if the parent is the applicant's own. */
  private Venue joined(Venue venue) {
    return parentOf(venue.details())
        .filter(parent -> parent.applicant().equals(venue.applicant()))
        .map(own -> venue.withOwnParent())
        .orElse(venue);
  }
}
