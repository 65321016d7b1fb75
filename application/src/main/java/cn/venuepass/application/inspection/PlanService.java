package cn.venuepass.application.inspection;

import static cn.venuepass.application.Denial.Plain.NOTHING_TO_INSPECT;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Creations;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.inspection.InspectionPlanRepository.Candidates;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.inspection.Draw;
import cn.venuepass.domain.inspection.InspectionPlan;
import cn.venuepass.domain.inspection.InspectionPlanId;
import cn.venuepass.domain.inspection.Premises;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

final class PlanService implements PlanInspections {
  private final InspectionPlanRepository plans;
  private final PremisesFinder premises;
  private final Creations creations;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  PlanService(
      InspectionPlanRepository plans,
      PremisesFinder premises,
      Creations creations,
      AuditTrail audit,
      InstantSource clock) {
    this.plans = plans;
    this.premises = premises;
    this.creations = creations;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<InspectionPlan> plan(
      Caller.Staff supervisor,
      String name,
      Instant dueAt,
      Selection selection,
      Optional<CreationKey> key) {
    Jurisdiction jurisdiction = supervisor.account().jurisdiction();
    return creations.once(
        key,
        id ->
            select(selection, jurisdiction)
                .map(
                    selected ->
                        new InspectionPlan(
                            new InspectionPlanId(id),
                            name,
                            supervisor.account().id(),
                            clock.instant(),
                            dueAt,
                            selected.drawn(),
                            selected.premises().stream().map(InspectionPlan.Item::open).toList()))
                .map(plan -> added(supervisor, plan)),
        id -> view(supervisor, new InspectionPlanId(id)));
  }

  @Override
  public Page<InspectionPlanRepository.Listed> list(Caller.Staff supervisor, PageRequest request) {
    return plans.listWithin(supervisor.account().jurisdiction(), request);
  }

  @Override
  public Result<InspectionPlan> view(Caller.Staff supervisor, InspectionPlanId plan) {
    return Result.of(plans.findWithin(plan, supervisor.account().jurisdiction()), NOT_FOUND);
  }

  private InspectionPlan added(Caller.Staff supervisor, InspectionPlan plan) {
    plans.add(plan);
    audit.note(
        Actor.staff(supervisor, Role.SUPERVISOR),
        Deed.of(AuditAction.INSPECTION_PLAN_MADE, AuditPurpose.SUPERVISION)
            .under(plan.id().value().toString()));
    return plan;
  }

  private Result<Selected> select(Selection selection, Jurisdiction jurisdiction) {
    return selection instanceof Drawn drawn
        ? draw(drawn, jurisdiction)
        : choose((Chosen) selection, jurisdiction);
  }

  private Result<Selected> draw(Drawn wanted, Jurisdiction jurisdiction) {
    Optional<Instant> since =
        wanted.notInspectedFor() == 0
            ? Optional.empty()
            : Optional.of(clock.instant().minus(Duration.ofDays(wanted.notInspectedFor())));
    Map<UUID, Premises> candidates =
        plans
            .candidates(jurisdiction, new Candidates(wanted.division(), wanted.type(), since))
            .stream()
            .collect(toMap(found -> found.target().id(), found -> found));
    if (candidates.isEmpty()) {
      return Result.denied(NOTHING_TO_INSPECT);
    }
    byte[] seed = new byte[Draw.SEED_BYTES];
    random.nextBytes(seed);
    Draw draw = Draw.of(seed);
    return Result.done(
        new Selected(
            draw.from(candidates.keySet(), wanted.count()).stream()
                .map(candidates::get)
                .map(Objects::requireNonNull)
                .toList(),
            Optional.of(
                new InspectionPlan.Drawn(
                    draw,
                    wanted.count(),
                    wanted.notInspectedFor(),
                    candidates.size(),
                    Draw.fingerprint(candidates.keySet())))));
  }

  private Result<Selected> choose(Chosen chosen, Jurisdiction jurisdiction) {
    Result<Map<UUID, Premises>> found = Result.done(new LinkedHashMap<>());
    for (Premises.Target target : chosen.targets()) {
      found =
          found.flatMap(
              known ->
                  premises
                      .find(target, jurisdiction)
                      .map(
                          next -> {
                            known.put(next.premises().target().id(), next.premises());
                            return known;
                          }));
    }
    return found.map(all -> new Selected(List.copyOf(all.values()), Optional.empty()));
  }

  private record Selected(List<Premises> premises, Optional<InspectionPlan.Drawn> drawn) {}
}
