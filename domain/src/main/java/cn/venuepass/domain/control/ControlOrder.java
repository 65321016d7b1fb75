package cn.venuepass.domain.control;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.control.ControlEnding.Kind;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A control order (管控令): for a limited time a person passes no door, or nobody the doors of a
 * venue. One controller proposes, another one approves. Each step returns the next version, or
 * nothing where the state forbids it.
 *
 * @param division the proposer's division, whose controllers and those above see the order
 * @param caseId the case for which it is made
 * @param expiresAt when it ends by itself
 * @param revision grows by one with every step; of two concurrent steps one wins
 */
public record ControlOrder(
    ControlOrderId id,
    ControlTarget target,
    DivisionCode division,
    Optional<UUID> caseId,
    ControlGrounds grounds,
    Instant expiresAt,
    ControlSignature proposed,
    Optional<ControlSignature> approved,
    Optional<ControlEnding> ending,
    int revision) {
  /** A proposal that nobody approves for so long lapses. */
  public static final Duration TO_APPROVE = Duration.ofHours(24);

  /** Where an order stands. */
  public enum State {
    /** Waits for a second controller; holds nobody. */
    PROPOSED,
    /** Nobody approved it in time. */
    LAPSED,
    DECLINED,
    WITHDRAWN,
    /** Holds. */
    ACTIVE,
    EXPIRED,
    LIFTED
  }

  /**
   * A proposal.
   *
   * @throws InvalidValue when the rule is none for such a target, or the order would be over before
   *     it begins or last longer than the rule allows
   */
  public static ControlOrder proposed(
      ControlOrderId id,
      ControlTarget target,
      DivisionCode division,
      Optional<UUID> caseId,
      ControlGrounds grounds,
      Instant expiresAt,
      ControlSignature by) {
    ControlRule rule = grounds.rule();
    if (rule.target() != target.kind()) {
      throw new InvalidValue("rule", Rule.NOT_FOR_TARGET);
    }
    if (!expiresAt.isAfter(by.at()) || expiresAt.isAfter(by.at().plus(rule.longestTerm()))) {
      throw new InvalidValue("expiresAt", Rule.OUT_OF_RANGE);
    }
    return new ControlOrder(
        id,
        target,
        division,
        caseId,
        grounds,
        expiresAt,
        by,
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** Holds from now on; never by the word of whoever proposed it. */
  public Optional<ControlOrder> approved(ControlSignature by) {
    return state(by.at()) == State.PROPOSED && !isProposedBy(by.by())
        ? Optional.of(next(Optional.of(by), Optional.empty()))
        : Optional.empty();
  }

  /** Refused by a second controller. */
  public Optional<ControlOrder> declined(ControlSignature by, ControlNote reason) {
    return state(by.at()) == State.PROPOSED && !isProposedBy(by.by())
        ? ended(Kind.DECLINED, by, Optional.of(reason))
        : Optional.empty();
  }

  /** Taken back by whoever proposed it. */
  public Optional<ControlOrder> withdrawn(ControlSignature by) {
    return state(by.at()) == State.PROPOSED && isProposedBy(by.by())
        ? ended(Kind.WITHDRAWN, by, Optional.empty())
        : Optional.empty();
  }

  /** Ended before its time; to let people go, one controller is enough. */
  public Optional<ControlOrder> lifted(ControlSignature by, ControlNote reason) {
    return state(by.at()) == State.ACTIVE
        ? ended(Kind.LIFTED, by, Optional.of(reason))
        : Optional.empty();
  }

  public State state(Instant now) {
    if (ending.isPresent()) {
      return switch (ending.get().kind()) {
        case DECLINED -> State.DECLINED;
        case WITHDRAWN -> State.WITHDRAWN;
        case LIFTED -> State.LIFTED;
      };
    }
    if (approved.isPresent()) {
      return now.isBefore(expiresAt) ? State.ACTIVE : State.EXPIRED;
    }
    return now.isBefore(lapsesAt()) ? State.PROPOSED : State.LAPSED;
  }

  /** Until when it can be approved. */
  public Instant lapsesAt() {
    Instant latest = proposed.at().plus(TO_APPROVE);
    return latest.isBefore(expiresAt) ? latest : expiresAt;
  }

  public boolean isProposedBy(StaffId staff) {
    return proposed.by().equals(staff);
  }

  /** Whether the order is that controller's own, so that another one judges an appeal. */
  public boolean isSignedBy(StaffId staff) {
    return isProposedBy(staff) || approved.filter(by -> by.by().equals(staff)).isPresent();
  }

  /** For how long it holds or held, if it ever did. */
  public Optional<ControlTerm> term() {
    return approved.map(
        by -> new ControlTerm(by.at(), expiresAt, ending.map(ended -> ended.signed().at())));
  }

  private Optional<ControlOrder> ended(
      Kind kind, ControlSignature by, Optional<ControlNote> reason) {
    return Optional.of(next(approved, Optional.of(new ControlEnding(kind, by, reason))));
  }

  private ControlOrder next(Optional<ControlSignature> approval, Optional<ControlEnding> end) {
    return new ControlOrder(
        id, target, division, caseId, grounds, expiresAt, proposed, approval, end, revision + 1);
  }
}
