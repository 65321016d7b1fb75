package cn.venuepass.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.VenueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:30:00Z");

  @Test
  void aPlaceWithoutAVenueOrWithARemovedOneShouldBeUnapplied() {
    assertThat(Stage.of(Optional.empty(), true, Optional.of(NOW), NOW)).isEqualTo(Stage.UNAPPLIED);
    assertThat(stage(VenueStatus.REMOVED, true, Optional.of(NOW))).isEqualTo(Stage.UNAPPLIED);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "REJECTED"})
  void anApplicationThatIsNotApprovedShouldBeNoMoreThanThat(VenueStatus status) {
    assertThat(stage(status, true, Optional.of(NOW))).isEqualTo(Stage.APPLIED);
  }

  @Test
  void aCodeShouldHangWhenAPosterWasSeenOrPeopleUsedIt() {
    assertThat(stage(VenueStatus.APPROVED, false, Optional.empty())).isEqualTo(Stage.APPROVED);
    assertThat(stage(VenueStatus.APPROVED, true, Optional.empty())).isEqualTo(Stage.POSTED);
    assertThat(ago(Stage.PROOF)).isEqualTo(Stage.POSTED);
    assertThat(ago(Stage.PROOF.plusMillis(1))).isEqualTo(Stage.APPROVED);
  }

  @Test
  void aPlaceShouldBeScannedForSevenDaysAfterTheLastPassage() {
    assertThat(ago(Duration.ZERO)).isEqualTo(Stage.SCANNED);
    assertThat(ago(Duration.ofDays(7))).isEqualTo(Stage.SCANNED);
    assertThat(ago(Duration.ofDays(7).plusMillis(1))).isEqualTo(Stage.POSTED);
  }

  @ParameterizedTest
  @EnumSource
  void onlyAScannedPlaceShouldLackNothing(Stage stage) {
    assertThat(stage.gap().isEmpty()).isEqualTo(stage == Stage.SCANNED);
    assertThat(stage.hasReached(Stage.UNAPPLIED)).isTrue();
    assertThat(stage.hasReached(Stage.SCANNED)).isEqualTo(stage == Stage.SCANNED);
  }

  private static Stage ago(Duration span) {
    return stage(VenueStatus.APPROVED, false, Optional.of(NOW.minus(span)));
  }

  private static Stage stage(VenueStatus status, boolean hangs, Optional<Instant> last) {
    return Stage.of(Optional.of(status), hangs, last, NOW);
  }
}
