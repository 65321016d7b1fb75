package cn.venuepass.application.inspection;

import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.INSPECTION_NOT_DONE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.venue.PosterRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.MeasureOrder;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

final class InspectionService implements InspectVenues {
  private final InspectionRepository inspections;
  private final InspectionPlanRepository plans;
  private final PremisesFinder premises;
  private final VenueRepository venues;
  private final PosterRepository posters;
  private final Rectifications rectifications;
  private final Creations creations;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  InspectionService(
      InspectionRepository inspections,
      InspectionPlanRepository plans,
      PremisesFinder premises,
      VenueRepository venues,
      PosterRepository posters,
      Rectifications rectifications,
      Creations creations,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.inspections = inspections;
    this.plans = plans;
    this.premises = premises;
    this.venues = venues;
    this.posters = posters;
    this.rectifications = rectifications;
    this.creations = creations;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<Inspection> inspect(
      Caller.Staff supervisor, Report report, Optional<CreationKey> key) {
    Jurisdiction jurisdiction = supervisor.account().jurisdiction();
    return creations.once(
        key,
        id ->
            premises
                .find(report.target(), jurisdiction)
                .map(found -> note(supervisor, new InspectionId(id), report, found)),
        id -> Result.of(inspections.findWithin(new InspectionId(id), jurisdiction), NOT_FOUND));
  }

  @Override
  public Result<Inspection> verify(Caller.Staff supervisor, InspectionId id, Verdict verdict) {
    if (verdict.accepted() && verdict.dueAt().isPresent()) {
      throw new InvalidValue("dueAt", Rule.NOT_FOR_MEASURE);
    }
    return transactions.attempt(
        () ->
            Result.of(inspections.findWithin(id, supervisor.account().jurisdiction()), NOT_FOUND)
                .flatMap(found -> judge(supervisor, found, verdict)));
  }

  @Override
  public Page<Inspection> list(
      Caller.Staff supervisor, InspectionFilter filter, PageRequest request) {
    return inspections.listWithin(
        supervisor.account().jurisdiction(), filter, clock.instant(), request);
  }

  private Inspection note(
      Caller.Staff supervisor, InspectionId id, Report report, PremisesFinder.Found found) {
    Instant now = clock.instant();
    var inspection =
        Inspection.made(
            id,
            found.premises(),
            supervisor.account().id(),
            divisionOf(supervisor),
            now,
            report.findings(),
            MeasureOrder.given(report.measure(), report.dueAt(), report.findings(), now));
    inspections.add(inspection);
    plans.tick(found.targets(), new InspectionPlan.Done(id, now));
    if (report.findings().areFine(ChecklistItem.CODE_POSTED)) {
      found.venue().ifPresent(venue -> confirmPosters(venue.id(), now));
    }
    note(supervisor, AuditAction.INSPECTION_MADE, inspection);
    if (inspection.order().dueAt().isPresent()) {
      found.venue().ifPresent(venue -> rectifications.tell(inspection, venue, now));
    }
    return inspection;
  }

  /** A supervisor saw them, which counts like the word of the venue's people. */
  private void confirmPosters(VenueId venue, Instant now) {
    for (Poster poster : posters.listOf(venue)) {
      boolean unused = posters.confirm(venue, poster.id(), now);
    }
  }

  private Result<Inspection> judge(Caller.Staff supervisor, Inspection found, Verdict verdict) {
    Instant now = clock.instant();
    Optional<Venue> venue = found.premises().target().venue().flatMap(venues::find);
    boolean unanswered = venue.isEmpty();
    Optional<Inspection> judged =
        verdict.accepted()
            ? found.verified(now, verdict.note(), unanswered)
            : found.reopened(now, verdict.note(), verdict.dueAt(), unanswered);
    if (judged.isEmpty()) {
      return Result.denied(INSPECTION_NOT_DONE);
    }
    Inspection next = judged.get();
    if (!inspections.replace(next)) {
      return Result.denied(CHANGED_MEANWHILE);
    }
    rectifications.withdraw(next, now);
    if (!verdict.accepted()) {
      venue.ifPresent(known -> rectifications.tell(next, known, now));
    }
    note(
        supervisor,
        verdict.accepted()
            ? AuditAction.RECTIFICATION_VERIFIED
            : AuditAction.RECTIFICATION_REOPENED,
        next);
    return Result.done(next);
  }

  private void note(Caller.Staff supervisor, AuditAction action, Inspection inspection) {
    audit.note(Actor.staff(supervisor, Role.SUPERVISOR), InspectionDeeds.deed(action, inspection));
  }

  private static Optional<DivisionCode> divisionOf(Caller.Staff supervisor) {
    return supervisor.account().jurisdiction() instanceof Jurisdiction.OfDivision own
        ? Optional.of(own.division())
        : Optional.empty();
  }
}
