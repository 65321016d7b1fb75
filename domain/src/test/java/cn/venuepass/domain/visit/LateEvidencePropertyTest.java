package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Doors.FRESH;
import static cn.venuepass.domain.visit.Doors.STAY;
import static cn.venuepass.domain.visit.Doors.offline;
import static cn.venuepass.domain.visit.Doors.outsideSince;
import static cn.venuepass.domain.visit.Visits.hour;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.visit.PresenceState.Inside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever is known of somebody, a late scan fits into it and takes nothing away. */
class LateEvidencePropertyTest {
  private static final int DAYS = 4;
  private static final int SCANS = 200;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @RepeatedTest(20)
  void aLateScanShouldOnlyNameAVisitThatItFitsInto() {
    for (int i = 0; i < SCANS; i++) {
      List<Visit> known = visits();
      Instant at = hour(random.nextInt(24 * DAYS));
      Direction direction = direction();
      PresenceState before = before(at);
      Door door = random.nextBoolean() ? Doors.open() : Doors.trackingExits();
      ScanDecision decision = door.pass(direction, before, offline(at), any -> known, FRESH);
      String story =
          "seed %d: %s at %s gives %s; known: %s".formatted(seed, direction, at, decision, known);
      assertThat(decision.after()).as(story).isEqualTo(before);
      assertThat(decision.at()).as(story).isEqualTo(at);
      assertThat(decision.overCapacity()).as(story).isFalse();
      assertThat(fits(decision.outcome(), direction, at, known)).as(story).isTrue();
    }
  }

  @RepeatedTest(20)
  void scansInAnyOrderShouldNeverTakeAPassageAway() {
    var passages = new Passages(random.nextBoolean() ? Doors.open() : Doors.trackingExits());
    int entries = 0;
    int exits = 0;
    for (int i = 0; i < SCANS; i++) {
      ScanOutcome.Kind kind =
          passages
              .uploaded(direction(), hour(random.nextInt(24 * DAYS)).plusMillis(i))
              .outcome()
              .kind();
      entries += kind == ScanOutcome.Kind.ENTERED ? 1 : 0;
      exits += kind == ScanOutcome.Kind.LEFT || kind == ScanOutcome.Kind.LEFT_WITHOUT_ENTRY ? 1 : 0;
    }
    List<Visit> visits = passages.visits();
    assertThat(visits.stream().filter(visit -> visit.entry().isPresent()))
        .as("entries, seed %d", seed)
        .hasSize(entries);
    assertThat(visits.stream().filter(visit -> visit.exit().isPresent()))
        .as("exits, seed %d", seed)
        .hasSize(exits);
    assertThat(visits).as("seed %d", seed).allMatch(LateEvidencePropertyTest::isPossible);
  }

  private static boolean fits(
      ScanOutcome outcome, Direction direction, Instant at, List<Visit> known) {
    return outcome.fold(
        entered ->
            direction == Direction.IN
                && (entered.visit().equals(FRESH)
                    || isKnown(entered.visit(), known, visit -> lacksEntryAt(visit, at))),
        inside ->
            direction == Direction.IN
                && isKnown(
                    inside.visit(),
                    known,
                    visit -> reaches(visit, at) && entry(visit).equals(inside.since())),
        left ->
            direction == Direction.OUT
                && isKnown(
                    left.visit(),
                    known,
                    visit -> lacksExitAt(visit, at) && entry(visit).equals(left.since())),
        left -> direction == Direction.OUT && left.visit().equals(FRESH),
        refused -> false);
  }

  private static boolean isKnown(VisitId id, List<Visit> known, Predicate<Visit> rule) {
    return known.stream().filter(visit -> visit.id().equals(id)).anyMatch(rule);
  }

  private static boolean lacksEntryAt(Visit visit, Instant at) {
    return visit.entry().isEmpty() && !exit(visit).isBefore(at) && STAY.mayLast(at, exit(visit));
  }

  private static boolean lacksExitAt(Visit visit, Instant at) {
    return visit.exit().isEmpty()
        && !entry(visit).isAfter(at)
        && STAY.mayLast(entry(visit), at)
        && visit.lastSeen().filter(at::isBefore).isEmpty();
  }

  private static boolean reaches(Visit visit, Instant at) {
    return !entry(visit).isAfter(at) && (visit.exit().isEmpty() || !exit(visit).isBefore(at));
  }

  private static boolean isPossible(Visit visit) {
    return visit.entry().isEmpty()
        || visit.exit().isEmpty()
        || (!exit(visit).isBefore(entry(visit)) && STAY.mayLast(entry(visit), exit(visit)));
  }

  private static Instant entry(Visit visit) {
    return visit.entry().orElseThrow().at();
  }

  private static Instant exit(Visit visit) {
    return visit.exit().orElseThrow().at();
  }

  private List<Visit> visits() {
    List<Visit> visits = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      int from = random.nextInt(24 * DAYS);
      int to = from + random.nextInt(24);
      var id = new VisitId(new UUID(9, i));
      visits.add(
          switch (random.nextInt(4)) {
            case 0 -> Visits.open(id, from);
            case 1 -> Visits.openSeen(id, from, to);
            case 2 -> Visits.closed(id, from, to);
            default -> Visits.exitOnly(id, to);
          });
    }
    return List.copyOf(visits);
  }

  private PresenceState before(Instant at) {
    Instant newest = at.plusSeconds(1 + random.nextInt(100_000));
    return random.nextBoolean()
        ? outsideSince(newest)
        : new Inside(new VisitId(new UUID(9, 1)), newest.minusSeconds(60), newest);
  }

  private Direction direction() {
    return random.nextBoolean() ? Direction.IN : Direction.OUT;
  }
}
