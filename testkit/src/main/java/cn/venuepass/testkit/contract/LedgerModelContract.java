package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random scans, some of them repeated, against a naive model of the rules. The seed is in the
 * message when the two differ: put it into {@link #seed} to see it again.
 */
public interface LedgerModelContract extends StoreContract {

  default long seed() {
    return new Random().nextLong();
  }

  @Test
  default void randomScansShouldBeDecidedAsByTheModel() {
    long seed = seed();
    play(seed, 400, 3);
  }

  @Test
  default void randomScansOfTwoPeopleByEightThreadsShouldAddUp() {
    long seed = seed();
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    List<PersonId> people = List.of(fixtures().aPerson().id(), fixtures().aPerson().id());
    List<Map<PersonId, List<ScanOutcome.Kind>>> told =
        AtOnce.run(8, thread -> scanAtRandom(new Random(seed + thread), gate, people));
    for (PersonId person : people) {
      Map<ScanOutcome.Kind, Long> counts =
          told.stream()
              .flatMap(answers -> answers.getOrDefault(person, List.of()).stream())
              .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
      long entered = counts.getOrDefault(ScanOutcome.Kind.ENTERED, 0L);
      long left = counts.getOrDefault(ScanOutcome.Kind.LEFT, 0L);
      long leftOnly = counts.getOrDefault(ScanOutcome.Kind.LEFT_WITHOUT_ENTRY, 0L);
      assertThat(entered - left).as("seed %s", seed).isBetween(0L, 1L);
      assertThat((long) countVisits(person)).as("seed %s", seed).isEqualTo(entered + leftOnly);
      boolean inside = fixtures().scan(gate.out(), person).outcome() instanceof ScanOutcome.Left;
      assertThat(inside).as("seed %s", seed).isEqualTo(entered - left == 1);
    }
  }

  private Map<PersonId, List<ScanOutcome.Kind>> scanAtRandom(
      Random random, Gate gate, List<PersonId> people) {
    Map<PersonId, List<ScanOutcome.Kind>> told = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      PersonId person = people.get(random.nextInt(people.size()));
      Poster poster = random.nextBoolean() ? gate.in() : gate.out();
      told.computeIfAbsent(person, unknown -> new ArrayList<>())
          .add(fixtures().scan(poster, person).outcome().kind());
    }
    return told;
  }

  private void play(long seed, int steps, int venues) {
    RandomGenerator random = new Random(seed);
    PersonId person = fixtures().aPerson().id();
    List<Gate> gates = new ArrayList<>();
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < venues; i++) {
      boolean tracksExits = random.nextBoolean();
      gates.add(
          tracksExits
              ? fixtures().aVenue().trackingExits().addWithGate()
              : fixtures().aVenue().addWithGate());
      models.add(new Model(tracksExits));
    }
    Map<ScanId, Told> told = new HashMap<>();
    int opened = 0;
    for (int step = 0; step < steps; step++) {
      clock().advance(Duration.ofMinutes(random.nextInt(random.nextInt(10) == 0 ? 2000 : 200)));
      int door = random.nextInt(venues);
      Direction direction = random.nextInt(3) == 0 ? Direction.OUT : Direction.IN;
      Poster poster = gates.get(door).poster(direction);
      ScanId id = fixtures().aScanId();
      ScanRecord answer = fixtures().scan(id, poster, person);
      ScanOutcome.Kind expected = models.get(door).scan(direction, clock().instant());
      assertThat(answer.outcome().kind()).as("seed %s, step %s", seed, step).isEqualTo(expected);
      if (expected == ScanOutcome.Kind.ENTERED || expected == ScanOutcome.Kind.LEFT_WITHOUT_ENTRY) {
        opened++;
      }
      told.put(id, new Told(poster, answer));
      told.values().removeIf(earlier -> !earlier.rememberedAt(clock().instant()));
      if (random.nextInt(4) == 0) {
        var replayed = told.entrySet().stream().skip(random.nextInt(told.size())).findFirst();
        replayed.ifPresent(
            earlier ->
                assertThat(fixtures().scan(earlier.getKey(), earlier.getValue().poster(), person))
                    .as("seed %s, replay", seed)
                    .isEqualTo(earlier.getValue().answer()));
      }
    }
    assertThat(countVisits(person)).as("seed %s", seed).isEqualTo(opened);
  }

  private int countVisits(PersonId person) {
    var request = PageRequest.first(200);
    int count = 0;
    while (true) {
      var page =
          stores()
              .visits()
              .listOf(
                  List.of(new Watched(person, Instant.EPOCH)),
                  Instant.EPOCH,
                  clock().instant().plusSeconds(1),
                  request);
      count += page.items().size();
      if (page.next().isEmpty()) {
        return count;
      }
      request = new PageRequest(200, page.next());
    }
  }

  /** A scan and what was answered to it. */
  record Told(Poster poster, ScanRecord answer) {
    boolean rememberedAt(Instant now) {
      return answer.at().isAfter(now.minus(VisitLedger.REPLAY_MEMORY));
    }
  }

  /** One person at one venue, after the table of the domain document, as plainly as can be. */
  final class Model {
    private static final Duration GAP = Duration.ofHours(4);
    private static final Duration MAXIMUM = Duration.ofHours(24);

    private final boolean tracksExits;
    private boolean inside;
    private Instant since = Instant.EPOCH;
    private Instant seen = Instant.EPOCH;

    private Model(boolean tracksExits) {
      this.tracksExits = tracksExits;
    }

    private ScanOutcome.Kind scan(Direction direction, Instant at) {
      boolean young = !at.isAfter(since.plus(MAXIMUM));
      boolean recent = !at.isAfter(seen.plus(GAP));
      if (direction == Direction.OUT) {
        boolean left = inside && young;
        inside = false;
        return left ? ScanOutcome.Kind.LEFT : ScanOutcome.Kind.LEFT_WITHOUT_ENTRY;
      }
      seen = at;
      if (inside && (recent || (tracksExits && young))) {
        return ScanOutcome.Kind.ALREADY_INSIDE;
      }
      inside = true;
      since = at;
      return ScanOutcome.Kind.ENTERED;
    }
  }
}
