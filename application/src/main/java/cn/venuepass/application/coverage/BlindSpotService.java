package cn.venuepass.application.coverage;

import static cn.venuepass.application.Denial.Plain.BLIND_SPOT_CLOSED;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.coverage.BlindSpotRepository.Listed;
import cn.venuepass.application.coverage.BlindSpotRepository.State;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.domain.coverage.BlindSpotStep.What;
import cn.venuepass.domain.coverage.DivisionSum;
import cn.venuepass.domain.coverage.Excuse;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

final class BlindSpotService implements ViewBlindSpots, CloseBlindSpot {
  private static final DivisionSum.Sums<GapCounts> ADDED =
      new DivisionSum.Sums<>(GapCounts.NONE, GapCounts::plus);

  private final BlindSpotRepository blindSpots;
  private final Extents extents;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  BlindSpotService(
      BlindSpotRepository blindSpots,
      Extents extents,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.blindSpots = blindSpots;
    this.extents = extents;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<Page<Listed>> list(
      Jurisdiction jurisdiction,
      CoverageFilter filter,
      Optional<Gap> gap,
      State state,
      PageRequest request) {
    return extents
        .within(jurisdiction, filter)
        .map(extent -> blindSpots.list(extent, gap, state, clock.instant(), request));
  }

  @Override
  public Result<WithHistory> view(Jurisdiction jurisdiction, BlindSpotId task) {
    return Result.of(blindSpots.find(task, jurisdiction), NOT_FOUND)
        .map(found -> new WithHistory(found, blindSpots.historyOf(task)));
  }

  @Override
  public Result<DivisionSum<GapCounts>> summary(Jurisdiction jurisdiction, CoverageFilter filter) {
    return extents.within(jurisdiction, filter).map(this::summary);
  }

  private DivisionSum<GapCounts> summary(Extent extent) {
    var counts = blindSpots.count(extent, clock.instant());
    return DivisionSum.of(extents.divisionsOf(extent), counts, ADDED);
  }

  @Override
  public Result<WithHistory> close(Caller.Staff supervisor, BlindSpotId task, Excuse.Words words) {
    return transactions.attempt(
        () ->
            Result.of(blindSpots.find(task, supervisor.account().jurisdiction()), NOT_FOUND)
                .flatMap(found -> close(supervisor, found, words)));
  }

  private Result<WithHistory> close(Caller.Staff supervisor, Listed found, Excuse.Words words) {
    Instant now = clock.instant();
    Optional<BlindSpot> closed = found.task().excused(words, supervisor.account().id(), now);
    if (closed.isEmpty()) {
      return Result.denied(BLIND_SPOT_CLOSED);
    }
    if (blindSpots.apply(List.of(new BlindSpotStep(closed.get(), What.EXCUSED, now))).isEmpty()) {
      return Result.denied(CHANGED_MEANWHILE);
    }
    BlindSpotId id = found.task().id();
    audit.note(
        Actor.staff(supervisor, Role.SUPERVISOR),
        Deed.of(AuditAction.BLIND_SPOT_CLOSED, AuditPurpose.SUPERVISION)
            .within(found.community())
            .under(id.value().toString()));
    return view(supervisor.account().jurisdiction(), id);
  }
}
