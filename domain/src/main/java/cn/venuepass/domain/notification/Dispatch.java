package cn.venuepass.domain.notification;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a notification's knock has come.
 *
 * @param carrier whose turn it is, or was last
 * @param tries how often that carrier was asked in vain
 * @param nextAt when it is tried next, while it waits
 */
public record Dispatch(State state, Carrier carrier, int tries, Instant nextAt) {
  /** After so many tries in vain nobody tries any more until an administrator says so. */
  public static final int MOST_TRIES = 12;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int LONGEST_DOUBLING = 9;

  /** What became of a knock. */
  public enum State {
    /** It is tried at its time. */
    WAITING,
    /** A carrier brought it. */
    DELIVERED,
    /** Nobody can bring it; it stands in the person's list. */
    LISTED,
    /** Tried too often in vain: a dead letter. */
    DEAD
  }

  public static Dispatch first(Instant at) {
    return new Dispatch(State.WAITING, Carrier.WECHAT, 0, at);
  }

  public Dispatch delivered() {
    return new Dispatch(State.DELIVERED, carrier, tries, nextAt);
  }

  /** The carrier was turned away for good: the next one's turn, if there is one. */
  public Dispatch refused(NotificationKind kind, Instant now) {
    return kind.carrierAfter(carrier)
        .map(next -> new Dispatch(State.WAITING, next, 0, now))
        .orElseGet(() -> new Dispatch(State.LISTED, carrier, tries, nextAt));
  }

  /** Nobody is there to knock for. */
  public Dispatch listed() {
    return new Dispatch(State.LISTED, carrier, tries, nextAt);
  }

  /** The carrier could not try: again after a pause that doubles, up to six hours. */
  public Dispatch later(Instant now) {
    int failed = tries + 1;
    return failed >= MOST_TRIES
        ? new Dispatch(State.DEAD, carrier, failed, now)
        : new Dispatch(State.WAITING, carrier, failed, now.plus(pauseAfter(failed)));
  }

  private static Duration pauseAfter(int failed) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failed - 1, LONGEST_DOUBLING));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
