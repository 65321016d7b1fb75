package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;
import java.util.function.UnaryOperator;

final class SubVenueService implements AdmitSubVenues {
  private final VenueRights rights;
  private final VenueRepository venues;

  SubVenueService(VenueRights rights, VenueRepository venues) {
    this.rights = rights;
    this.venues = venues;
  }

  @Override
  public Result<List<Venue>> list(Caller.Resident applicant, VenueId parent) {
    return rights.asApplicant(applicant, parent).map(own -> venues.listNaming(parent));
  }

  @Override
  public Result<Venue> agree(Caller.Resident applicant, VenueId parent, VenueId child) {
    return change(
        applicant, parent, child, venue -> venue.parentAgreed() ? venue : venue.agreedByParent());
  }

  @Override
  public Result<Venue> dismiss(Caller.Resident applicant, VenueId parent, VenueId child) {
    return change(applicant, parent, child, Venue::withoutParent);
  }

  private Result<Venue> change(
      Caller.Resident applicant, VenueId parent, VenueId child, UnaryOperator<Venue> step) {
    return list(applicant, parent)
        .flatMap(
            children ->
                Result.of(
                    children.stream().filter(venue -> venue.id().equals(child)).findFirst(),
                    NOT_FOUND))
        .flatMap(venue -> stored(venue, step.apply(venue)));
  }

  private Result<Venue> stored(Venue before, Venue next) {
    return next.equals(before) || venues.replace(next)
        ? Result.done(next)
        : Result.denied(CHANGED_MEANWHILE);
  }
}
