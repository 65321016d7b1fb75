package cn.venuepass.domain.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.venuepass.domain.gate.ReceivedSequence.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReceivedSequenceTest {
  private static final int MOST_RUNS = 1_000;

  @Test
  void nothingShouldHaveNoGapAndNoLast() {
    assertThat(ReceivedSequence.NOTHING.gaps()).isEmpty();
    assertThat(ReceivedSequence.NOTHING.last()).isZero();
    assertThat(ReceivedSequence.NOTHING.with(List.of())).isEqualTo(ReceivedSequence.NOTHING);
  }

  @Test
  void numbersInARowShouldBeOneRun() {
    ReceivedSequence received = received(1, 2, 3);
    assertThat(received.runs()).containsExactly(new Run(1, 3));
    assertThat(received.gaps()).isEmpty();
    assertThat(received.last()).isEqualTo(3);
  }

  @Test
  void numbersShouldMakeTheSameRunsInAnyOrderAndAnyRepetition() {
    assertThat(received(5, 1, 2, 9, 1, 5, 4))
        .isEqualTo(received(1).with(numbers(9, 5)).with(numbers(2, 9)).with(numbers(4, 4, 4)))
        .isEqualTo(new ReceivedSequence(List.of(new Run(1, 2), new Run(4, 5), new Run(9, 9))));
  }

  @Test
  void aNumberInAGapShouldJoinTheRunsThatItTouches() {
    ReceivedSequence received = received(1, 3, 7);
    assertThat(received.with(numbers(2)).runs()).containsExactly(new Run(1, 3), new Run(7, 7));
    assertThat(received.with(numbers(4)).runs())
        .containsExactly(new Run(1, 1), new Run(3, 4), new Run(7, 7));
    assertThat(received.with(numbers(5)).runs())
        .containsExactly(new Run(1, 1), new Run(3, 3), new Run(5, 5), new Run(7, 7));
  }

  @Test
  void aNumberWithinARunShouldChangeNothing() {
    ReceivedSequence received = received(1, 2, 3, 4, 5);
    assertThat(received.with(numbers(1, 3, 5))).isEqualTo(received);
  }

  @Test
  void theGapsShouldBeginWithOne() {
    assertThat(received(4, 5, 8).gaps()).containsExactly(new Run(1, 3), new Run(6, 7));
    assertThat(received(2).gaps()).containsExactly(new Run(1, 1));
    assertThat(received(1, 3).gaps()).containsExactly(new Run(2, 2));
  }

  @Test
  void aDeviceMayCountFromZero() {
    assertThat(received(0).gaps()).isEmpty();
    assertThat(received(0).last()).isZero();
    assertThat(received(0, 1, 2).gaps()).isEmpty();
    assertThat(received(0, 2).gaps()).containsExactly(new Run(1, 1));
    assertThat(received(0, 1)).isEqualTo(new ReceivedSequence(List.of(new Run(0, 1))));
  }

  @Test
  void theHighestNumberShouldCountLikeAnyOther() {
    long highest = (1L << 53) - 1;
    assertThat(received(highest).last()).isEqualTo(highest);
    assertThat(received(highest).gaps()).containsExactly(new Run(1, highest - 1));
  }

  @Test
  void aThousandRunsShouldBeKept() {
    ReceivedSequence received = ReceivedSequence.NOTHING.with(everySecond(MOST_RUNS));
    assertThat(received.runs()).hasSize(MOST_RUNS);
    assertThat(received.gaps()).hasSize(MOST_RUNS).startsWith(new Run(1, 1), new Run(3, 3));
  }

  @Test
  void ofMoreRunsTheLastThousandShouldBeKeptAndTheRestCountAsMissing() {
    ReceivedSequence received = ReceivedSequence.NOTHING.with(everySecond(MOST_RUNS + 2));
    assertThat(received.runs()).hasSize(MOST_RUNS).startsWith(new Run(6, 6));
    assertThat(received.gaps()).startsWith(new Run(1, 5), new Run(7, 7));
    assertThat(received.last()).isEqualTo(2L * (MOST_RUNS + 2));
  }

  @Test
  void aNumberBeforeTheLastThousandRunsShouldNotPushANewerOneOut() {
    ReceivedSequence received = ReceivedSequence.NOTHING.with(everySecond(MOST_RUNS + 2));
    assertThat(received.with(numbers(2))).isEqualTo(received);
    assertThat(received.with(numbers(5)).runs()).startsWith(new Run(5, 6));
  }

  @Test
  void runsShouldBeInOrderWithAGapBetweenTwo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReceivedSequence(List.of(new Run(1, 2), new Run(3, 4))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReceivedSequence(List.of(new Run(1, 5), new Run(3, 9))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReceivedSequence(List.of(new Run(5, 6), new Run(1, 2))));
    assertThat(new ReceivedSequence(List.of(new Run(1, 2), new Run(4, 4))).last()).isEqualTo(4);
  }

  @Test
  void aRunShouldHaveItsFirstBeforeItsLast() {
    assertThat(new Run(3, 3).length()).isEqualTo(1);
    assertThat(new Run(3, 7).length()).isEqualTo(5);
    assertThatIllegalArgumentException().isThrownBy(() -> new Run(4, 3));
  }

  @Test
  void theRunsShouldNotChangeAfterwards() {
    List<Run> runs = new ArrayList<>(List.of(new Run(1, 2)));
    var received = new ReceivedSequence(runs);
    runs.clear();
    assertThat(received.runs()).containsExactly(new Run(1, 2));
  }

  private static ReceivedSequence received(long... numbers) {
    return ReceivedSequence.NOTHING.with(numbers(numbers));
  }

  private static List<SequenceNumber> everySecond(int count) {
    return numbers(LongStream.rangeClosed(1, count).map(i -> 2 * i).toArray());
  }

  private static List<SequenceNumber> numbers(long... numbers) {
    return Arrays.stream(numbers).mapToObj(SequenceNumber::new).toList();
  }
}
