package cn.venuepass.domain.coverage;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.domain.coverage.BlindSpotStep.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Holds what the ledger knows against what is lacking now, and says what has to happen. */
public final class BlindSpotLedger {
  private final Owner.Ladder ladder;
  private final Supplier<BlindSpotId> ids;
  private final Instant now;

  public BlindSpotLedger(Owner.Ladder ladder, Supplier<BlindSpotId> ids, Instant now) {
    this.ladder = ladder;
    this.ids = ids;
    this.now = now;
  }

  /**
   * The steps: what is missing is opened, what is no longer so closed, what is overdue escalated.
   *
   * @param known open tasks, and closed ones whose excuse holds
   */
  public List<BlindSpotStep> compare(List<BlindSpot> known, List<Lack> lacks) {
    Map<UUID, Lack> lacking =
        lacks.stream().collect(toMap(lack -> lack.subject().key(), lack -> lack));
    Set<UUID> dealtWith = new HashSet<>();
    List<BlindSpotStep> steps = new ArrayList<>();
    for (BlindSpot task : known) {
      UUID subject = task.subject().key();
      Optional<Lack> still =
          Optional.ofNullable(lacking.get(subject)).filter(lack -> lack.gap() == task.gap());
      if (still.isPresent()) {
        dealtWith.add(subject);
      }
      next(task, still).ifPresent(steps::add);
    }
    lacks.stream()
        .filter(lack -> !dealtWith.contains(lack.subject().key()))
        .flatMap(lack -> opened(lack).stream())
        .forEach(steps::add);
    return steps;
  }

  private Optional<BlindSpotStep> next(BlindSpot task, Optional<Lack> still) {
    if (still.isEmpty()) {
      return Optional.of(
          task.isOpen()
              ? new BlindSpotStep(task.closedItself(now), What.CLOSED_ITSELF, now)
              : new BlindSpotStep(task.withoutExcuse(now), What.EXCUSE_ENDED, now));
    }
    return task.isOpen() && task.isDue(now) ? escalated(task, still.get()) : Optional.empty();
  }

  private Optional<BlindSpotStep> escalated(BlindSpot task, Lack lack) {
    return ladder
        .above(task.owner(), lack.community())
        .map(above -> new BlindSpotStep(task.escalated(above, now), What.ESCALATED, now));
  }

  /** A place in a division that was added a moment ago waits for the next round. */
  private Optional<BlindSpotStep> opened(Lack lack) {
    return ladder
        .first(lack)
        .map(owner -> BlindSpot.opened(ids.get(), lack, owner, now))
        .map(task -> new BlindSpotStep(task, What.OPENED, now));
  }
}
