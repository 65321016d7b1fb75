package cn.venuepass.domain.coverage;

import cn.venuepass.domain.access.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * A gap as a task: somebody has to close it by a time.
 *
 * @param since since when the gap is there, as far as is known
 * @param dueAt by when its owner has to close it; each owner gets a time of their own
 * @param escalations how often it went one level up because it was not closed in time
 * @param revision grows by one with every step; of two concurrent steps one wins
 */
public record BlindSpot(
    BlindSpotId id,
    Subject subject,
    Gap gap,
    Instant since,
    Instant dueAt,
    Owner owner,
    int escalations,
    Optional<Closing> closing,
    int revision) {

  /**
   * The end of a task.
   *
   * @param excuse absent where the gap closed by itself
   */
  public record Closing(Instant at, Optional<Excuse> excuse) {}

  public static BlindSpot opened(BlindSpotId id, Lack lack, Owner owner, Instant now) {
    return new BlindSpot(
        id,
        lack.subject(),
        lack.gap(),
        lack.since(),
        now.plus(lack.gap().deadline()),
        owner,
        0,
        Optional.empty(),
        0);
  }

  /** Goes to whoever is above, with time of their own. */
  public BlindSpot escalated(Owner above, Instant now) {
    return new BlindSpot(
        id,
        subject,
        gap,
        since,
        now.plus(gap.deadline()),
        above,
        escalations + 1,
        closing,
        revision + 1);
  }

  /** The gap is there no more. */
  public BlindSpot closedItself(Instant now) {
    return closed(new Closing(now, Optional.empty()));
  }

  /** Closed by somebody, though the gap is there; nothing if it is closed already. */
  public Optional<BlindSpot> excused(Excuse.Words words, StaffId by, Instant now) {
    return isOpen()
        ? Optional.of(
            closed(new Closing(now, Optional.of(new Excuse(words, by, now.plus(Excuse.HOLDS))))))
        : Optional.empty();
  }

  /** The excuse holds no longer: the place came to another stage. */
  public BlindSpot withoutExcuse(Instant now) {
    return closed(
        closing
            .map(
                known ->
                    new Closing(
                        known.at(),
                        known.excuse().map(excuse -> new Excuse(excuse.words(), excuse.by(), now))))
            .orElseThrow());
  }

  public boolean isOpen() {
    return closing.isEmpty();
  }

  /** Whether it was not, or is not, closed in time. */
  public boolean isOverdue(Instant now) {
    return escalations > 0 || isDue(now);
  }

  /** Whether its owner's time is over. */
  boolean isDue(Instant now) {
    return !now.isBefore(dueAt);
  }

  private BlindSpot closed(Closing end) {
    return new BlindSpot(
        id, subject, gap, since, dueAt, owner, escalations, Optional.of(end), revision + 1);
  }
}
