package cn.venuepass.domain.visit;

import java.time.Instant;
import java.util.Optional;

/** Where one person stands towards one venue (在场状态). */
public sealed interface PresenceState {
  /** When the person last passed this door, if ever. */
  Optional<Instant> lastPassage();

  /**
   * Where the person stands, given also when they last left the parent of the venue: whoever left
   * the parent is not inside its sub-venues any more.
   *
   * @param at the time that this is asked for
   */
  default PresenceState afterExitFromParent(Optional<Instant> parentExit, Instant at) {
    return this;
  }

  /** Not inside; with the time of the last passage of somebody who was. */
  record Outside(Optional<Instant> lastPassage) implements PresenceState {
    public static final Outside NEVER_SEEN = new Outside(Optional.empty());
  }

  /**
   * Inside, by a visit whose exit is not observed.
   *
   * @param since the observed entry
   * @param lastSeen the last scan that found the person inside; not before {@code since}
   */
  record Inside(VisitId visit, Instant since, Instant lastSeen) implements PresenceState {
    @Override
    public Optional<Instant> lastPassage() {
      return Optional.of(lastSeen);
    }

    @Override
    public PresenceState afterExitFromParent(Optional<Instant> parentExit, Instant at) {
      return parentExit
          .filter(left -> !left.isBefore(lastSeen) && !left.isAfter(at))
          .<PresenceState>map(left -> new Outside(Optional.of(left)))
          .orElse(this);
    }
  }
}
