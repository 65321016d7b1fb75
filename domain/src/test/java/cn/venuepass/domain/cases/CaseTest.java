package cn.venuepass.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.cases.ContactChange.Kind;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseTest {
  private static final Instant ONSET = Instant.parse("2026-03-02T09:00:00Z");
  private static final Optional<Standing> CERTAIN =
      Optional.of(new Standing(1, ContactGrade.CERTAIN));
  private static final Optional<Standing> POSSIBLE =
      Optional.of(new Standing(1, ContactGrade.POSSIBLE));
  private static final Optional<Standing> NONE = Optional.empty();

  @Test
  void theWindowShouldBeginBeforeTheEarlierOfOnsetAndSample() {
    Duration fourDays = Duration.ofDays(4);
    Instant earlier = ONSET.minusSeconds(1);
    assertThat(ill(Optional.of(ONSET), Optional.of(earlier)).infectiousFrom(fourDays))
        .isEqualTo(earlier.minus(fourDays));
    assertThat(ill(Optional.of(ONSET), Optional.empty()).infectiousFrom(fourDays))
        .isEqualTo(ONSET.minus(fourDays));
    assertThat(ill(Optional.empty(), Optional.of(ONSET)).infectiousFrom(fourDays))
        .isEqualTo(ONSET.minus(fourDays));
  }

  @Test
  void withoutOnsetOrSampleThereShouldBeNoWindow() {
    assertThatThrownBy(() -> ill(Optional.empty(), Optional.empty()))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("onsetAt");
  }

  @Test
  void aChangeShouldSayWhatItIs() {
    assertThat(change(NONE, CERTAIN).kind()).isEqualTo(Kind.ADDED);
    assertThat(change(CERTAIN, NONE).kind()).isEqualTo(Kind.REMOVED);
    assertThat(change(POSSIBLE, CERTAIN).kind()).isEqualTo(Kind.REGRADED);
  }

  @Test
  void whatDidNotChangeShouldBeNoChange() {
    assertThatThrownBy(() -> change(CERTAIN, CERTAIN)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Illness ill(Optional<Instant> onset, Optional<Instant> sample) {
    return new Illness(onset, sample, Optional.empty());
  }

  private static ContactChange change(Optional<Standing> before, Optional<Standing> after) {
    return new ContactChange(new PersonId(UUID.randomUUID()), before, after);
  }
}
