package cn.venuepass.domain.followup;

/** How far the care for a contact has come (随访), in this order. */
public enum FollowUpState {
  /** Nobody is to call them yet. */
  NEW,
  /** Somebody is to call them. */
  ASSIGNED,
  /** They were called in vain. */
  NOT_REACHED,
  /** They know of their exposure. */
  CALLED,
  /** They meet nobody. */
  ISOLATED,
  /** Their isolation is over, or they need none. */
  RELEASED;

  /** Whether they were reached, so that nobody need call them first of all. */
  public boolean isSettled() {
    return compareTo(CALLED) >= 0;
  }
}
