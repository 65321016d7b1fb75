package cn.venuepass.application.inspection;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.inspection.Findings;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.Premises;
import java.time.Instant;
import java.util.Optional;

/** A supervisor's visits to venues and surveyed places of the own jurisdiction. */
public interface InspectVenues {

  /**
   * Notes what was found now, orders what follows, and tells the venue of a rectification. A place
   * that is linked to a venue stands for it. Where the codes were seen, that is noted of the
   * venue's posters.
   *
   * @throws cn.venuepass.domain.InvalidValue when the measure does not fit the findings, or the
   *     deadline does not fit the measure
   */
  Result<Inspection> inspect(Caller.Staff supervisor, Report report, Optional<CreationKey> key);

  /**
   * Settles a rectification, or reopens it where it is not accepted. Where no venue is there to say
   * that all is right, at a place without one or once it was removed, a supervisor needs no word of
   * it; elsewhere it is denied with INSPECTION_NOT_DONE until the venue says so.
   *
   * @throws cn.venuepass.domain.InvalidValue when there is no deadline in the future for what is
   *     reopened, or one for what is accepted
   */
  Result<Inspection> verify(Caller.Staff supervisor, InspectionId inspection, Verdict verdict);

  /** The inspections of the jurisdiction; overdue ones by their deadline, else the newest first. */
  Page<Inspection> list(Caller.Staff supervisor, InspectionFilter filter, PageRequest request);

  /** What a supervisor found. */
  record Report(
      Premises.Target target, Findings findings, Measure measure, Optional<Instant> dueAt) {}

  /** What a supervisor thinks of what the venue did. */
  record Verdict(boolean accepted, Optional<InspectionNote> note, Optional<Instant> dueAt) {}
}
