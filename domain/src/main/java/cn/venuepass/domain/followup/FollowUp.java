package cn.venuepass.domain.followup;

import static cn.venuepass.domain.followup.FollowUpState.ASSIGNED;
import static cn.venuepass.domain.followup.FollowUpState.CALLED;
import static cn.venuepass.domain.followup.FollowUpState.ISOLATED;
import static cn.venuepass.domain.followup.FollowUpState.NEW;
import static cn.venuepass.domain.followup.FollowUpState.NOT_REACHED;
import static cn.venuepass.domain.followup.FollowUpState.RELEASED;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/**
 * The care for one contact of a case. It belongs to the case and the person, not to the list of
 * contacts: it stays when a revision removes the contact, and is there when another brings them
 * back.
 *
 * @param assignee the member of the team who looks after the person
 * @param notReached how often they were called in vain
 * @param reachedAt when they were reached first
 * @param isolatedAt since when they meet nobody; a release does not take it back
 * @param revision grows by one with every step; of two concurrent steps one wins
 */
public record FollowUp(
    CaseId of,
    PersonId person,
    FollowUpState state,
    Optional<StaffId> assignee,
    int notReached,
    Optional<Instant> reachedAt,
    Optional<Instant> isolatedAt,
    int revision) {

  /** That of a contact for whom nothing was done yet. */
  public static FollowUp none(CaseId of, PersonId person) {
    return new FollowUp(
        of, person, NEW, Optional.empty(), 0, Optional.empty(), Optional.empty(), 0);
  }

  /** The same in the hands of a member of the team, or of nobody. */
  public FollowUp inHandsOf(Optional<StaffId> member) {
    FollowUpState next = state == NEW || state == ASSIGNED ? waiting(member) : state;
    return new FollowUp(of, person, next, member, notReached, reachedAt, isolatedAt, revision + 1);
  }

  /**
   * The same after a step. Another call, answered or not, takes nobody back from isolation.
   *
   * @param told what came of the step: NOT_REACHED, CALLED, ISOLATED or RELEASED
   * @param at when that was, or since when the person is isolated
   * @param now when it is noted
   * @throws InvalidValue when it is no outcome of a step
   */
  public FollowUp after(FollowUpState told, Instant at, Instant now) {
    return switch (told) {
      case NEW, ASSIGNED -> throw new InvalidValue("state", Rule.UNKNOWN);
      case NOT_REACHED ->
          next(state.isSettled() ? state : NOT_REACHED, notReached + 1, reachedAt, isolatedAt);
      case CALLED ->
          next(
              state.compareTo(CALLED) > 0 ? state : CALLED,
              notReached,
              reachedAt.or(() -> Optional.of(at)),
              isolatedAt);
      case ISOLATED ->
          next(ISOLATED, notReached, reachedAt.or(() -> Optional.of(now)), Optional.of(at));
      case RELEASED -> next(RELEASED, notReached, reachedAt.or(() -> Optional.of(now)), isolatedAt);
    };
  }

  private FollowUp next(
      FollowUpState next, int inVain, Optional<Instant> reached, Optional<Instant> isolated) {
    return new FollowUp(of, person, next, assignee, inVain, reached, isolated, revision + 1);
  }

  private static FollowUpState waiting(Optional<StaffId> member) {
    return member.isPresent() ? ASSIGNED : NEW;
  }
}
