package cn.venuepass.application.inspection;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.venue.VenueId;
import java.util.Optional;

/** What a venue's applicant and its active managers do about inspections of it. */
public interface AnswerInspections {

  /** Says that what was ordered is done; denied with INSPECTION_NOT_OPEN where nothing is to do. */
  Result<Inspection> complete(
      Caller.Resident manager, InspectionId inspection, Optional<InspectionNote> note);

  /** The inspections of the venue, the newest first. */
  Result<Page<Inspection>> list(Caller.Resident manager, VenueId venue, PageRequest request);
}
