package cn.venuepass.domain.cases;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.tracing.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** A statement in a case's file: once withdrawn it is kept and listed, and is evidence no more. */
public record TakenStatement(Statement told, Optional<Withdrawal> withdrawal) {

  /** The end of a statement: it was taken down wrongly, or the person takes it back. */
  public record Withdrawal(Instant at, StaffId by) {}

  public static TakenStatement standing(Statement told) {
    return new TakenStatement(told, Optional.empty());
  }

  /** How often something was told or withdrawn: each of it makes the number grow. */
  public static int steps(Collection<TakenStatement> taken) {
    return taken.stream().mapToInt(one -> one.stands() ? 1 : 2).sum();
  }

  /** Whether it is evidence. */
  public boolean stands() {
    return withdrawal.isEmpty();
  }

  public TakenStatement withdrawn(Withdrawal withdrawn) {
    return new TakenStatement(told, Optional.of(withdrawn));
  }
}
