package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_NOT_APPROVED;

import cn.venuepass.application.Denial;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.InstantSource;

/** Who may do what with a venue. What somebody has no part in, does not exist for them. */
public final class VenueRights {
  private final VenueRepository venues;
  private final InstantSource clock;

  public VenueRights(VenueRepository venues, InstantSource clock) {
    this.venues = venues;
    this.clock = clock;
  }

  /** The venue, if the resident may do a manager's work there now; else why not. */
  public Result<Venue> asManager(Caller.Resident resident, VenueId id) {
    return mine(resident, id)
        .flatMap(
            mine ->
                mine.role() instanceof VenueRole.Manager manager
                        && clock.instant().isBefore(manager.activeFrom())
                    ? Result.denied(new Denial.ManagerNotActive(manager.activeFrom()))
                    : Result.done(mine.venue()));
  }

  /** The venue, if the resident applied for it. */
  public Result<Venue> asApplicant(Caller.Resident resident, VenueId id) {
    return mine(resident, id)
        .flatMap(mine -> mine.isApplicant() ? Result.done(mine.venue()) : Result.denied(NOT_FOUND));
  }

  /** The venue, if the resident applied for it and it was approved. */
  public Result<Venue> asApplicantOfApproved(Caller.Resident resident, VenueId id) {
    return asApplicant(resident, id)
        .flatMap(
            venue -> venue.isApproved() ? Result.done(venue) : Result.denied(VENUE_NOT_APPROVED));
  }

  private Result<MyVenue> mine(Caller.Resident resident, VenueId id) {
    return venues
        .findFor(id, resident.account(), resident.person())
        .map(Result::done)
        .orElseGet(() -> Result.denied(NOT_FOUND));
  }
}
