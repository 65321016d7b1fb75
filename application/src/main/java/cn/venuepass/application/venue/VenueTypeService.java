package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.BEYOND_JURISDICTION;
import static cn.venuepass.application.Denial.Plain.IN_USE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;

final class VenueTypeService implements MaintainVenueTypes {
  private final VenueTypeRepository types;
  private final Jurisdictions jurisdictions;

  VenueTypeService(VenueTypeRepository types, Jurisdictions jurisdictions) {
    this.types = types;
    this.jurisdictions = jurisdictions;
  }

  @Override
  public Result<VenueType> save(Jurisdiction admin, VenueType type) {
    if (!jurisdictions.isWhole(admin)) {
      return Result.denied(BEYOND_JURISDICTION);
    }
    types.save(type);
    return Result.done(type);
  }

  @Override
  public Result<VenueTypeCode> remove(Jurisdiction admin, VenueTypeCode code) {
    if (!jurisdictions.isWhole(admin)) {
      return Result.denied(BEYOND_JURISDICTION);
    }
    if (types.find(code).isEmpty()) {
      return Result.denied(NOT_FOUND);
    }
    return types.remove(code) ? Result.done(code) : Result.denied(IN_USE);
  }
}
