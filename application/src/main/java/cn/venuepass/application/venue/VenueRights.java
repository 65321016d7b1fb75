package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_NOT_APPROVED;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Who may do what with a venue. What somebody has no part in, does not exist for them. */
public final class VenueRights {
  private static final Set<Role> REVIEWERS = Set.of(Role.REVIEWER);
  private static final Set<Role> OVERSEERS = Set.of(Role.REVIEWER, Role.SUPERVISOR);

  private final VenueRepository venues;
  private final InstantSource clock;

  public VenueRights(VenueRepository venues, InstantSource clock) {
    this.venues = venues;
    this.clock = clock;
  }

  /** The venue, if the resident may do a manager's work there now; else why not. */
  public Result<Venue> asManager(Caller.Resident resident, VenueId id) {
    return mine(resident, id).flatMap(this::managed);
  }

  /** The same, once the venue is approved; before, it has no business with anybody's data. */
  public Result<Venue> asManagerOfApproved(Caller.Resident resident, VenueId id) {
    return asManager(resident, id).flatMap(VenueRights::approved);
  }

  /**
   * The same, also of a venue that was removed after its approval: what happened at its gate before
   * may come in late.
   */
  public Result<Venue> asGatekeeper(Caller.Resident resident, VenueId id) {
    return Result.of(
            venues.findAlsoRemovedFor(id, resident.account(), resident.person()), NOT_FOUND)
        .flatMap(this::managed)
        .flatMap(
            venue ->
                venue.wasEverApproved() ? Result.done(venue) : Result.denied(VENUE_NOT_APPROVED));
  }

  /** The venue, if the caller does a manager's work there, or oversees the place where it lies. */
  public Result<Venue> asManagerOrOverseer(Caller caller, VenueId id) {
    if (caller instanceof Caller.Staff staff) {
      return within(staff, OVERSEERS, id);
    }
    return asManagerOfApproved((Caller.Resident) caller, id);
  }

  /** The venue, if the member of staff reviews applications where it lies. */
  public Result<Venue> asReviewer(Caller.Staff staff, VenueId id) {
    return within(staff, REVIEWERS, id);
  }

  /** The venue, if the resident applied for it. */
  public Result<Venue> asApplicant(Caller.Resident resident, VenueId id) {
    return mine(resident, id)
        .flatMap(mine -> mine.isApplicant() ? Result.done(mine.venue()) : Result.denied(NOT_FOUND));
  }

  /** The venue, if the resident applied for it and it was approved. */
  public Result<Venue> asApplicantOfApproved(Caller.Resident resident, VenueId id) {
    return asApplicant(resident, id).flatMap(VenueRights::approved);
  }

  private Result<Venue> within(Caller.Staff staff, Set<Role> roles, VenueId id) {
    return Result.of(
        Optional.of(staff.account().jurisdiction())
            .filter(known -> staff.roles().stream().anyMatch(roles::contains))
            .flatMap(jurisdiction -> venues.findWithin(id, jurisdiction)),
        NOT_FOUND);
  }

  private Result<MyVenue> mine(Caller.Resident resident, VenueId id) {
    return Result.of(venues.findFor(id, resident.account(), resident.person()), NOT_FOUND);
  }

  private static Result<Venue> approved(Venue venue) {
    return venue.isApproved() ? Result.done(venue) : Result.denied(VENUE_NOT_APPROVED);
  }

  private Result<Venue> managed(MyVenue mine) {
    return mine.role() instanceof VenueRole.Manager manager
            && clock.instant().isBefore(manager.activeFrom())
        ? Result.denied(new Denial.ManagerNotActive(manager.activeFrom()))
        : Result.done(mine.venue());
  }
}
