package cn.venuepass.benchmarks.load.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static final World WORLD =
      new World(1, List.of("a", "b"), List.of("in-0", "in-1"), List.of("ou-0", "ou-1"));

  private final Crowd crowd = new Crowd(WORLD);

  @Test
  void residentsShouldLeaveTheVenueThatTheyEnteredAndGoOnToAnother() {
    int venue = crowd.venueOf(1);
    assertThat(crowd.answered(1, Said.ENTERED)).isTrue();
    assertThat(crowd.isInside(1)).isTrue();
    assertThat(crowd.venueOf(1)).isEqualTo(venue);
    assertThat(crowd.answered(1, Said.LEFT)).isTrue();
    assertThat(crowd.isInside(1)).isFalse();
    assertThat(crowd.venueOf(1)).isNotEqualTo(venue);
    assertThat(crowd.isInside(0)).isFalse();
  }

  @Test
  void answersThatDoNotFollowShouldBeNoticed() {
    assertThat(crowd.answered(0, Said.LEFT_WITHOUT_ENTRY)).isFalse();
    assertThat(crowd.answered(0, Said.ALREADY_INSIDE)).isFalse();
    assertThat(crowd.answered(0, Said.ENTERED)).isFalse();
    assertThat(crowd.answered(0, Said.REFUSED)).isFalse();
    assertThat(crowd.isInside(0)).isTrue();
  }

  @Test
  void afterALostAnswerBothShouldBeRightOnce() {
    crowd.lost(0);
    assertThat(crowd.answered(0, Said.ALREADY_INSIDE)).isTrue();
    crowd.lost(0);
    assertThat(crowd.answered(0, Said.LEFT_WITHOUT_ENTRY)).isTrue();
    assertThat(crowd.answered(0, Said.ALREADY_INSIDE)).isFalse();
  }

  @Test
  void renewShouldKeepWhereEverybodyIs() {
    assertThat(crowd.answered(0, Said.ENTERED)).isTrue();
    crowd.renew(new World(1, List.of("c", "d"), WORLD.in(), WORLD.out()));
    assertThat(crowd.isInside(0)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> crowd.renew(new World(1, List.of("c"), WORLD.in(), WORLD.out())));
  }
}
