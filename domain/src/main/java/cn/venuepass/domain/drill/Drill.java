package cn.venuepass.domain.drill;

import cn.venuepass.domain.PlainText;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An exercise (演练): the case of somebody who does not exist, with a clock.
 *
 * @param of the case, which is marked as a drill
 * @param name how people call it, at most 60 characters
 * @param seed what was drawn follows from it, see {@link DrillDraw}
 * @param ended the clock as it stood at the end; absent while it runs
 */
public record Drill(
    CaseId of,
    String name,
    DivisionCode community,
    String seed,
    StaffId by,
    Instant openedAt,
    Optional<DrillClock> ended) {
  /** A drill that nobody ends ends by itself. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final int LONGEST_NAME = 60;

  public Drill {
    name = PlainText.checked("name", name, LONGEST_NAME);
  }

  /** Whether it ends by itself now. */
  public boolean isOver(Instant now) {
    return !openedAt.plus(LONGEST).isAfter(now);
  }

  public Drill ended(DrillClock at) {
    return new Drill(of, name, community, seed, by, openedAt, Optional.of(at));
  }

  @Override
  public String toString() {
    return "Drill[" + of.value() + ", ***]";
  }
}
