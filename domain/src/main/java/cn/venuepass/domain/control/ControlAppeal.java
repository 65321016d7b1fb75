package cn.venuepass.domain.control;

import cn.venuepass.domain.person.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody whom an order concerns asks to have it lifted.
 *
 * @param account who asks
 * @param decision the answer, which is final
 */
public record ControlAppeal(
    ControlAppealId id,
    ControlOrderId order,
    AccountId account,
    ControlNote text,
    Instant madeAt,
    Optional<Decision> decision) {
  /** Within so long it is answered. */
  public static final Duration TO_ANSWER = Duration.ofHours(24);

  /** How far it has come. */
  public enum Status {
    OPEN,
    UPHELD,
    DISMISSED,
    /** The order was lifted before anybody answered. */
    LIFTED
  }

  /**
   * The answer of a controller who signed nothing of the order; or the lifting of the order by any.
   *
   * @param status not open
   * @param answer none if the order was lifted before
   */
  public record Decision(Status status, Optional<ControlNote> answer, ControlSignature signed) {
    public Decision {
      if (status == Status.OPEN || answer.isEmpty() != (status == Status.LIFTED)) {
        throw new IllegalArgumentException("an answer is given unless the order was lifted");
      }
    }

    public static Decision answered(boolean upheld, ControlNote answer, ControlSignature signed) {
      return new Decision(upheld ? Status.UPHELD : Status.DISMISSED, Optional.of(answer), signed);
    }

    public static Decision lifted(ControlSignature signed) {
      return new Decision(Status.LIFTED, Optional.empty(), signed);
    }
  }

  public Status status() {
    return decision.map(Decision::status).orElse(Status.OPEN);
  }

  public Instant dueAt() {
    return madeAt.plus(TO_ANSWER);
  }

  public boolean isOverdue(Instant now) {
    return decision.isEmpty() && now.isAfter(dueAt());
  }

  /** The same with its answer. */
  public ControlAppeal decided(Decision made) {
    return new ControlAppeal(id, order, account, text, madeAt, Optional.of(made));
  }
}
