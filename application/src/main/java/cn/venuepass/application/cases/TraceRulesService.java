package cn.venuepass.application.cases;

import static cn.venuepass.application.Denial.Plain.BEYOND_JURISDICTION;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;

import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.tracing.TraceParametersRepository;
import cn.venuepass.application.tracing.TraceParametersRepository.Made;
import cn.venuepass.application.venue.Jurisdictions;
import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.tracing.TraceParameters;
import java.time.InstantSource;
import java.util.List;

final class TraceRulesService implements SetTraceRules {
  private final TraceParametersRepository parameters;
  private final VenueTypeRepository types;
  private final Jurisdictions jurisdictions;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  TraceRulesService(
      TraceParametersRepository parameters,
      VenueTypeRepository types,
      Jurisdictions jurisdictions,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.parameters = parameters;
    this.types = types;
    this.jurisdictions = jurisdictions;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public TraceParameters current() {
    return parameters.current();
  }

  @Override
  public List<Made> history() {
    return parameters.list();
  }

  @Override
  public Result<TraceParameters> set(Caller.Staff administrator, TraceParameters next) {
    if (!jurisdictions.isWhole(administrator.account().jurisdiction())) {
      return Result.denied(BEYOND_JURISDICTION);
    }
    if (next.typeWeights().keySet().stream().anyMatch(type -> types.find(type).isEmpty())) {
      throw new InvalidValue("typeWeights", Rule.UNKNOWN);
    }
    var made = new Made(next, administrator.account().id(), clock.instant());
    return transactions.attempt(
        () -> {
          boolean follows = parameters.current().version() + 1 == next.version();
          if (!follows || !parameters.add(made)) {
            return Result.denied(CHANGED_MEANWHILE);
          }
          audit.note(
              Actor.staff(administrator, Role.ADMIN),
              Deed.of(AuditAction.TRACE_PARAMETERS_CHANGED, AuditPurpose.ADMINISTRATION)
                  .under(Integer.toString(next.version())));
          return Result.done(next);
        });
  }
}
