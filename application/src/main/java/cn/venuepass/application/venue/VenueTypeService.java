package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.BEYOND_JURISDICTION;
import static cn.venuepass.application.Denial.Plain.IN_USE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;

final class VenueTypeService implements MaintainVenueTypes {
  private final VenueTypeRepository types;
  private final Jurisdictions jurisdictions;
  private final Transactions transactions;
  private final AuditTrail audit;

  VenueTypeService(
      VenueTypeRepository types,
      Jurisdictions jurisdictions,
      Transactions transactions,
      AuditTrail audit) {
    this.types = types;
    this.jurisdictions = jurisdictions;
    this.transactions = transactions;
    this.audit = audit;
  }

  @Override
  public Result<VenueType> save(Caller.Staff admin, VenueType type) {
    if (!jurisdictions.isWhole(admin.account().jurisdiction())) {
      return Result.denied(BEYOND_JURISDICTION);
    }
    return transactions.run(
        () -> {
          types.save(type);
          note(admin, AuditAction.VENUE_TYPE_SAVED, type.code());
          return Result.done(type);
        });
  }

  @Override
  public Result<VenueTypeCode> remove(Caller.Staff admin, VenueTypeCode code) {
    if (!jurisdictions.isWhole(admin.account().jurisdiction())) {
      return Result.denied(BEYOND_JURISDICTION);
    }
    if (types.find(code).isEmpty()) {
      return Result.denied(NOT_FOUND);
    }
    if (!types.remove(code)) {
      return Result.denied(IN_USE);
    }
    note(admin, AuditAction.VENUE_TYPE_REMOVED, code);
    return Result.done(code);
  }

  private void note(Caller.Staff admin, AuditAction action, VenueTypeCode code) {
    audit.note(
        Actor.staff(admin, Role.ADMIN),
        Deed.of(action, AuditPurpose.ADMINISTRATION).under(code.text()));
  }
}
