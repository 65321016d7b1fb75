package cn.venuepass.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.gate.ReceivedSequence.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;

/** Runs against a plain set of numbers, which arrive in any order, in batches, some repeatedly. */
class ReceivedSequencePropertyTest {
  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @RepeatedTest(50)
  void theRunsShouldHoldWhatArrivedAndTheGapsTheRest() {
    int highest = 1 + random.nextInt(400);
    SortedSet<Long> expected = new TreeSet<>();
    ReceivedSequence received = ReceivedSequence.NOTHING;
    for (int batch = 0; batch < 10; batch++) {
      List<SequenceNumber> arrived = numbers(random.nextInt(40), highest);
      received = received.with(arrived);
      arrived.forEach(number -> expected.add(number.value()));
      assertThat(numbersIn(received.runs()))
          .as("seed %d", seed)
          .containsExactlyElementsOf(expected);
      assertThat(received.last())
          .as("seed %d", seed)
          .isEqualTo(expected.isEmpty() ? 0 : expected.last());
      assertThat(numbersIn(received.gaps()))
          .as("seed %d", seed)
          .containsExactlyElementsOf(missing(expected));
    }
  }

  @RepeatedTest(20)
  void theOrderShouldNotMatter() {
    List<SequenceNumber> arrived = numbers(200, 300);
    List<SequenceNumber> shuffled = new ArrayList<>(arrived);
    Collections.shuffle(shuffled, random);
    ReceivedSequence oneByOne = ReceivedSequence.NOTHING;
    for (SequenceNumber number : shuffled) {
      oneByOne = oneByOne.with(List.of(number));
    }
    assertThat(oneByOne)
        .as("seed %d", seed)
        .isEqualTo(ReceivedSequence.NOTHING.with(arrived))
        .isEqualTo(oneByOne.with(shuffled));
  }

  @RepeatedTest(5)
  void tooLittleShouldBeClaimedOfADeviceWithMoreThanAThousandGapsNeverTooMuch() {
    SortedSet<Long> arrived = new TreeSet<>();
    ReceivedSequence received = ReceivedSequence.NOTHING;
    for (int batch = 0; batch < 20; batch++) {
      List<SequenceNumber> numbers = numbers(500, 20_000);
      received = received.with(numbers);
      numbers.forEach(number -> arrived.add(number.value()));
    }
    List<Long> claimed = numbersIn(received.runs());
    assertThat(received.runs()).as("seed %d", seed).hasSize(1_000);
    assertThat(arrived).as("seed %d", seed).containsAll(claimed);
    assertThat(numbersIn(received.gaps()))
        .as("seed %d", seed)
        .containsAll(missing(arrived))
        .doesNotContainAnyElementsOf(claimed);
    assertThat(received.last()).as("seed %d", seed).isEqualTo(arrived.last());
  }

  private List<SequenceNumber> numbers(int count, int highest) {
    return random.longs(count, 0, highest + 1L).mapToObj(SequenceNumber::new).toList();
  }

  private static List<Long> missing(SortedSet<Long> arrived) {
    return LongStream.range(1, arrived.isEmpty() ? 1 : arrived.last())
        .filter(number -> !arrived.contains(number))
        .boxed()
        .toList();
  }

  private static List<Long> numbersIn(List<Run> runs) {
    return runs.stream()
        .flatMapToLong(run -> LongStream.rangeClosed(run.first(), run.last()))
        .boxed()
        .toList();
  }
}
