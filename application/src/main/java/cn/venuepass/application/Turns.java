package cn.venuepass.application;

import java.time.Instant;

/** Whose turn it is to do a work that every node can do. */
public interface Turns {

  /**
   * Takes the turn until that time; of n nodes that try at once exactly one gets it.
   *
   * @param work a name of at most 40 characters
   * @return false while another has it
   */
  boolean take(String work, Instant now, Instant until);

  /** Gives the turn back that was taken until that time, unless another has taken it since. */
  void giveBack(String work, Instant until);

  /**
   * Does the work unless another is at it; whatever becomes of it, the turn is given back.
   *
   * @param until when whoever still has the turn is believed to be dead
   * @return false while another is at it
   */
  default boolean inTurn(String work, Instant now, Instant until, Runnable deed) {
    if (!take(work, now, until)) {
      return false;
    }
    try {
      deed.run();
      return true;
    } finally {
      giveBack(work, until);
    }
  }
}
