package cn.venuepass.application.followup;

import cn.venuepass.application.cases.FollowedContacts;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.followup.FollowUp;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The care for the contacts of cases. Everybody in a case's list has one; who was never in it and
 * was never cared for has none. Whoever was released stays isolated for a trace: it ends where the
 * isolation began.
 */
public interface FollowUps extends FollowedContacts {

  /** Those of the people that have one, in no order. */
  List<Tended> findAll(CaseId of, Collection<PersonId> people);

  /**
   * Stores follow-ups as they are after a step, and the step with each of them. A follow-up is
   * stored only where its revision is one more than that of the stored one.
   *
   * @param step what they have in common; whoever looks after each is told by the follow-up itself
   * @return how many were stored
   */
  int store(List<FollowUp> next, FollowUpStep step);

  /** What was done for the person, in its order. */
  List<FollowUpStep> stepsOf(CaseId of, PersonId person);

  /** A part of the list, in the order of {@link Place}. */
  List<Tended> list(CaseId of, Filter filter, Optional<Place> after, int limit);

  /** How many follow-ups there are of each state; what has none is absent. */
  Map<FollowUpState, Integer> count(CaseId of);

  /** How far the calls to those in the list have come. */
  Progress progress(CaseId of);

  /**
   * A follow-up, and how the contact stands in the list.
   *
   * @param standing absent for whoever is in the list no longer
   */
  record Tended(FollowUp followUp, Optional<Standing> standing) {}

  /** How a contact stands in the list. */
  record Standing(int ring, ContactGrade grade, int totalMinutes, boolean staff, int risk) {}

  /**
   * Which follow-ups are listed; what is absent does not narrow.
   *
   * @param unassigned whether only those in nobody's hands
   * @param due whether only contacts of the list who were not reached yet
   */
  record Filter(
      Optional<FollowUpState> state, Optional<StaffId> assignee, boolean unassigned, boolean due) {
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), false, false);
    public static final Filter WAITING = new Filter(Optional.empty(), Optional.empty(), true, true);

    /** All that are in these hands. */
    public static Filter inHandsOf(StaffId member) {
      return new Filter(Optional.empty(), Optional.of(member), false, false);
    }

    public boolean takes(Tended tended) {
      FollowUp followUp = tended.followUp();
      boolean waits = tended.standing().isPresent() && !followUp.state().isSettled();
      return state.filter(wanted -> wanted != followUp.state()).isEmpty()
          && assignee.filter(wanted -> !followUp.assignee().equals(Optional.of(wanted))).isEmpty()
          && !(unassigned && followUp.assignee().isPresent())
          && !(due && !waits);
    }
  }

  /**
   * Where a list goes on: who was not reached comes first, then the called, the isolated, the
   * released; of these by ring, then the highest risk first, then the person's id as text. Whoever
   * is in the list no longer comes behind both rings.
   */
  record Place(int urgency, int ring, int risk, PersonId person) {
    public static final int UNLISTED = 3;

    public static Place of(Tended tended) {
      return new Place(
          urgency(tended.followUp().state()),
          tended.standing().map(Standing::ring).orElse(UNLISTED),
          tended.standing().map(Standing::risk).orElse(0),
          tended.followUp().person());
    }

    private static int urgency(FollowUpState state) {
      return switch (state) {
        case NEW, ASSIGNED, NOT_REACHED -> 0;
        case CALLED -> 1;
        case ISOLATED -> 2;
        case RELEASED -> 3;
      };
    }
  }

  /**
   * How far the calls have come.
   *
   * @param contacts how many are in the list
   * @param reached how many of them were reached
   * @param first when the first of them was
   * @param last when the last of them was
   */
  record Progress(int contacts, int reached, Optional<Instant> first, Optional<Instant> last) {

    /** When all were reached; absent while somebody was not. */
    public Optional<Instant> allReachedAt() {
      return reached == contacts ? last : Optional.empty();
    }
  }
}
