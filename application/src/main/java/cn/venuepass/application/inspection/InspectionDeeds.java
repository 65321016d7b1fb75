package cn.venuepass.application.inspection;

import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.inspection.Inspection;

/** Deeds about inspections, as the audit log remembers them. */
public final class InspectionDeeds {
  private InspectionDeeds() {}

  /** Something that was done about an inspection. */
  public static Deed deed(AuditAction action, Inspection inspection) {
    Deed deed = Deed.of(action, AuditPurpose.SUPERVISION);
    return new Deed(
            deed.action(),
            deed.purpose(),
            deed.subjects(),
            inspection.premises().target().venue(),
            deed.division(),
            deed.reference())
        .within(inspection.premises().community())
        .under(inspection.id().value().toString());
  }
}
