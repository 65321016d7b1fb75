package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_LOCKED;

import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

final class SubVenueService implements AdmitSubVenues {
  private final VenueRights rights;
  private final VenueRepository venues;
  private final VenueLocks locks;
  private final Transactions transactions;
  private final InstantSource clock;

  SubVenueService(
      VenueRights rights,
      VenueRepository venues,
      VenueLocks locks,
      Transactions transactions,
      InstantSource clock) {
    this.rights = rights;
    this.venues = venues;
    this.locks = locks;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Result<List<Venue>> list(Caller.Resident applicant, VenueId parent) {
    return rights.asApplicant(applicant, parent).map(own -> venues.listNaming(parent));
  }

  @Override
  public Result<Venue> agree(Caller.Resident applicant, VenueId parent, VenueId child) {
    return change(
        applicant,
        parent,
        child,
        venue -> venue.parentAgreed() ? venue : venue.agreedByParent(),
        venue -> false);
  }

  @Override
  public Result<Venue> dismiss(Caller.Resident applicant, VenueId parent, VenueId child) {
    return transactions.attempt(
        () -> change(applicant, parent, child, Venue::withoutParent, this::isLocked));
  }

  /** Nobody gets a part of a locked venue out of the lock. */
  private boolean isLocked(Venue child) {
    return child.parentAgreed() && locks.holdsOn(child.id(), clock.instant());
  }

  private Result<Venue> change(
      Caller.Resident applicant,
      VenueId parent,
      VenueId child,
      UnaryOperator<Venue> step,
      Predicate<Venue> locked) {
    return list(applicant, parent)
        .flatMap(
            children ->
                Result.of(
                    children.stream().filter(venue -> venue.id().equals(child)).findFirst(),
                    NOT_FOUND))
        .flatMap(
            venue ->
                locked.test(venue)
                    ? Result.denied(VENUE_LOCKED)
                    : stored(venue, step.apply(venue)));
  }

  private Result<Venue> stored(Venue before, Venue next) {
    return next.equals(before) || venues.replace(next)
        ? Result.done(next)
        : Result.denied(CHANGED_MEANWHILE);
  }
}
