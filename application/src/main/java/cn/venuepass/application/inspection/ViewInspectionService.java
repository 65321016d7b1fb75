package cn.venuepass.application.inspection;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Result;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;

final class ViewInspectionService implements ViewInspection {
  private final InspectionRepository inspections;
  private final VenueRights rights;

  ViewInspectionService(InspectionRepository inspections, VenueRights rights) {
    this.inspections = inspections;
    this.rights = rights;
  }

  @Override
  public Result<Inspection> view(Caller caller, InspectionId id) {
    if (caller instanceof Caller.Staff staff) {
      return Result.of(inspections.findWithin(id, staff.account().jurisdiction()), NOT_FOUND);
    }
    var resident = (Caller.Resident) caller;
    return Result.of(inspections.find(id), NOT_FOUND)
        .flatMap(
            found ->
                Result.of(found.premises().target().venue(), NOT_FOUND)
                    .flatMap(venue -> rights.asManager(resident, venue))
                    .map(own -> found));
  }
}
