package cn.venuepass.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void ofShouldFindTheValueInTheMiddle() {
    assertThat(Spread.of(List.of(5.0, 1.0, 9.0, 2.0, 3.0))).isEqualTo(new Spread(1, 3, 9));
  }

  @Test
  void ofShouldTakeTheMeanOfTwoInTheMiddle() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(1, 3, 9));
  }

  @Test
  void textShouldNotDependOnTheLanguage() {
    assertThat(new Spread(0.5, 1.25, 2).text(2)).isEqualTo("0.50 – **1.25** – 2.00");
  }
}
