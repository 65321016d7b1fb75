package cn.venuepass.application.cases;

import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.cases.Revision.Basis;
import cn.venuepass.domain.cases.Revision.Cause;
import cn.venuepass.domain.tracing.TraceParameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Why there is a next revision: what it rests on differs, or else the evidence does. */
final class RevisionCauses {
  private final IntFunction<Optional<TraceParameters>> versions;

  RevisionCauses(IntFunction<Optional<TraceParameters>> versions) {
    this.versions = versions;
  }

  /** What a trace rests on beside the scans. */
  record Inputs(Case of, TraceParameters rules, Basis basis) {}

  /** The causes; none if nothing differs, so that there is no next revision. */
  Set<Cause> of(Optional<Revision> before, Inputs now, List<ContactChange> changes) {
    if (before.isEmpty()) {
      return Set.of(Cause.OPENED);
    }
    Revision last = before.get();
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    add(causes, Cause.PARAMETERS, last.parameters() != now.rules().version());
    add(causes, Cause.ILLNESS, !sameIllness(last, now));
    add(causes, Cause.STATEMENT, last.basis().statements() != now.basis().statements());
    add(causes, Cause.ISOLATION, last.basis().isolations() != now.basis().isolations());
    add(causes, Cause.DIVISION, !last.basis().division().equals(now.basis().division()));
    add(causes, Cause.EVIDENCE, causes.isEmpty() && !changes.isEmpty());
    return causes;
  }

  /** The window began where the illness of now and the rules of then make it begin. */
  private boolean sameIllness(Revision last, Inputs now) {
    return last.basis().isolatedAt().equals(now.basis().isolatedAt())
        && versions
            .apply(last.parameters())
            .map(rules -> now.of().illness().infectiousFrom(rules.beforeOnset()))
            .filter(last.window().from()::equals)
            .isPresent();
  }

  private static void add(Set<Cause> causes, Cause cause, boolean holds) {
    if (holds) {
      causes.add(cause);
    }
  }
}
