package cn.venuepass.application.inspection;

import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;

/** An inspection for whoever may see it. */
public interface ViewInspection {

  /** The inspection, for supervisors of its jurisdiction and those who manage its venue. */
  Result<Inspection> view(Caller caller, InspectionId inspection);
}
