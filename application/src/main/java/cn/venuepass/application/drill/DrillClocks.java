package cn.venuepass.application.drill;

import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.drill.Drill;
import cn.venuepass.domain.drill.DrillClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Reads the clocks of drills from what was listed and done. */
final class DrillClocks {
  private final ContactLists lists;
  private final FollowUps followUps;

  DrillClocks(ContactLists lists, FollowUps followUps) {
    this.lists = lists;
    this.followUps = followUps;
  }

  DrillClock of(Drill drill) {
    return drill.ended().orElseGet(() -> now(drill));
  }

  private DrillClock now(Drill drill) {
    Optional<Instant> listed =
        lists.revisions(drill.of()).stream().map(Revision::at).min(Comparator.naturalOrder());
    FollowUps.Progress progress = followUps.progress(drill.of());
    return new DrillClock(
        drill.openedAt(),
        listed,
        progress.first(),
        progress.contacts() == 0 ? listed : progress.allReachedAt(),
        Optional.empty(),
        progress.contacts(),
        progress.reached());
  }
}
