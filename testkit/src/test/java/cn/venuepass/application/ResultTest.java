package cn.venuepass.application;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ResultTest {
  private static final Result<Integer> DONE = Result.done(7);
  private static final Result<Integer> DENIED = Result.denied(NOT_FOUND);

  @Test
  void mapShouldMapWhatIsDone() {
    assertThat(DONE.map(n -> "n" + n)).isEqualTo(Result.done("n7"));
  }

  @Test
  void flatMapShouldGoOnFromWhatIsDone() {
    assertThat(DONE.flatMap(n -> Result.done(n + 1))).isEqualTo(Result.done(8));
    assertThat(DONE.flatMap(n -> DENIED)).isEqualTo(DENIED);
  }

  @Test
  void aDenialShouldStopEverythingAfterIt() {
    var called = new AtomicBoolean();
    Result<Boolean> result = DENIED.map(n -> called.compareAndSet(false, true));
    assertThat(result).isEqualTo(Result.denied(NOT_FOUND));
    assertThat(called).isFalse();
  }

  @Test
  void foldShouldTakeTheSideThatHolds() {
    assertThat(DONE.<String>fold(n -> "done " + n, denial -> "denied")).isEqualTo("done 7");
    assertThat(DENIED.<String>fold(n -> "done", denial -> "denied " + denial))
        .isEqualTo("denied NOT_FOUND");
  }

  @Test
  void orElseThrowShouldThrowWhatTheDenialBecomes() {
    assertThat(DONE.orElseThrow(denial -> new IllegalStateException("" + denial))).isEqualTo(7);
    assertThatThrownBy(() -> DENIED.orElseThrow(denial -> new IllegalStateException("" + denial)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("NOT_FOUND");
  }
}
