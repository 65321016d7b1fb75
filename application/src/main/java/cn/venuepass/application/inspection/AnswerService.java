package cn.venuepass.application.inspection;

import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.INSPECTION_NOT_OPEN;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

final class AnswerService implements AnswerInspections {
  private final ViewInspection inspection;
  private final InspectionRepository inspections;
  private final VenueRights rights;
  private final Rectifications rectifications;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  AnswerService(
      ViewInspection inspection,
      InspectionRepository inspections,
      VenueRights rights,
      Rectifications rectifications,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.inspection = inspection;
    this.inspections = inspections;
    this.rights = rights;
    this.rectifications = rectifications;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<Inspection> complete(
      Caller.Resident manager, InspectionId id, Optional<InspectionNote> note) {
    return transactions.attempt(
        () -> inspection.view(manager, id).flatMap(found -> complete(manager, found, note)));
  }

  @Override
  public Result<Page<Inspection>> list(
      Caller.Resident manager, VenueId venue, PageRequest request) {
    return rights.asManager(manager, venue).map(own -> inspections.listOf(own.id(), request));
  }

  private Result<Inspection> complete(
      Caller.Resident manager, Inspection found, Optional<InspectionNote> note) {
    Instant now = clock.instant();
    Optional<Inspection> next = found.completed(now, note);
    if (next.isEmpty()) {
      return Result.denied(INSPECTION_NOT_OPEN);
    }
    if (!inspections.replace(next.get())) {
      return Result.denied(CHANGED_MEANWHILE);
    }
    rectifications.withdraw(next.get(), now);
    audit.note(
        Actor.manager(manager.account()),
        InspectionDeeds.deed(AuditAction.RECTIFICATION_COMPLETED, next.get()));
    return Result.done(next.get());
  }
}
