package cn.venuepass.domain.visit;

import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.venue.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stored answer to a scan; a replay gets the same.
 *
 * @param companions what became of those who came along, in the order of the scan
 */
public record ScanRecord(
    ScanId scan,
    VisitedVenue venue,
    Direction direction,
    Instant at,
    ScanOutcome outcome,
    List<CompanionRecord> companions) {
  public ScanRecord {
    companions = List.copyOf(companions);
  }

  /** The answer for somebody who came along. */
  public record CompanionRecord(FamilyLinkId family, ScanOutcome outcome) {}

  /** The same, for those who came along too. */
  public ScanRecord with(List<CompanionRecord> others) {
    return new ScanRecord(scan, venue, direction, at, outcome, others);
  }

  /** Since when the person is, or was, inside. */
  public Optional<Instant> since() {
    return outcome.fold(
        entered -> Optional.empty(),
        alreadyInside -> Optional.of(alreadyInside.since()),
        left -> Optional.of(left.since()),
        leftWithoutEntry -> Optional.empty(),
        refused -> Optional.empty());
  }

  /** How long the visit lasted that this scan closed. */
  public Optional<Duration> stay() {
    return outcome instanceof ScanOutcome.Left left
        ? Optional.of(Duration.between(left.since(), at))
        : Optional.empty();
  }

  /** The visit that the scan opened, continued or closed. */
  public Optional<VisitId> visit() {
    return outcome.fold(
        entered -> Optional.of(entered.visit()),
        alreadyInside -> Optional.of(alreadyInside.visit()),
        left -> Optional.of(left.visit()),
        leftWithoutEntry -> Optional.of(leftWithoutEntry.visit()),
        refused -> Optional.empty());
  }
}
