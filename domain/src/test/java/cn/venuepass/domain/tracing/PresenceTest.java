package cn.venuepass.domain.tracing;

import static cn.venuepass.domain.visit.Stay.Source.LAST_SEEN;
import static cn.venuepass.domain.visit.Stay.Source.MAXIMUM_STAY;
import static cn.venuepass.domain.visit.Stay.Source.OBSERVED;
import static cn.venuepass.domain.visit.Stay.Source.STATED;
import static cn.venuepass.domain.visit.Stay.Source.TYPICAL_STAY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.tracing.Presence.Meeting;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.Stay.Bound;
import cn.venuepass.domain.visit.Stay.Source;
import cn.venuepass.domain.visit.Stay.Span;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** "Contacts" of the domain document; times are minutes. */
class PresenceTest {
  private static final Duration TEN = Duration.ofMinutes(10);

  @Test
  void whatWasObservedShouldBeCertain() {
    assertThat(Presence.of(new Stay(observed(0), observed(30))))
        .isEqualTo(new Presence(between(0, 30), between(0, 30), between(0, 30)));
  }

  @Test
  void anOpenStayShouldBeCertainUntilTheLastSighting() {
    var exit = new Span(bound(20, LAST_SEEN), bound(120, TYPICAL_STAY), bound(600, MAXIMUM_STAY));
    assertThat(Presence.of(new Stay(observed(0), exit)))
        .isEqualTo(new Presence(between(0, 20), between(0, 120), between(0, 600)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Source.class,
      names = {"OBSERVED", "LAST_SEEN"},
      mode = EnumSource.Mode.EXCLUDE)
  void nothingShouldBeCertainThatRestsOnAnythingElse(Source source) {
    var unsure = new Span(bound(30, source), bound(30, source), bound(30, source));
    var start = new Span(bound(0, source), bound(0, source), bound(0, source));
    assertThat(Presence.of(new Stay(observed(0), unsure)).certain().isEmpty()).isTrue();
    assertThat(Presence.of(new Stay(start, observed(30))).certain().isEmpty()).isTrue();
  }

  @Test
  void theSurestPartsThatOverlapLongEnoughShouldCount() {
    Presence whole = Presence.of(new Stay(observed(0), observed(100)));
    var parts = new Presence(between(95, 100), between(90, 110), between(50, 200));
    assertThat(whole.meet(parts, TEN))
        .contains(new Meeting(between(90, 100), ContactGrade.PROBABLE));
    assertThat(whole.meet(parts, Duration.ofMinutes(5)))
        .contains(new Meeting(between(95, 100), ContactGrade.CERTAIN));
    assertThat(whole.meet(parts, Duration.ofMinutes(11)))
        .contains(new Meeting(between(50, 100), ContactGrade.POSSIBLE));
    assertThat(whole.meet(parts, Duration.ofMinutes(51))).isEmpty();
  }

  @Test
  void staysThatTouchShouldNotMeet() {
    Presence first = Presence.of(new Stay(observed(0), observed(30)));
    Presence next = Presence.of(new Stay(observed(30), observed(60)));
    assertThat(first.meet(next, Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void whatLiesOutsideOfTheSpanShouldNotCount() {
    Presence cut = Presence.of(new Stay(observed(0), observed(30))).within(between(10, 20));
    assertThat(cut).isEqualTo(new Presence(between(10, 20), between(10, 20), between(10, 20)));
  }

  @Test
  void aStatementShouldMakeNothingCertain() {
    var in = new Span(bound(0, STATED), bound(0, STATED), bound(30, STATED));
    var out = new Span(bound(0, STATED), bound(30, STATED), bound(30, STATED));
    Presence told = Presence.of(new Stay(in, out));
    assertThat(told.certain().isEmpty()).isTrue();
    assertThat(told.likely()).isEqualTo(between(0, 30));
  }

  private static Span observed(int minute) {
    return new Span(bound(minute, OBSERVED), bound(minute, OBSERVED), bound(minute, OBSERVED));
  }

  private static Bound bound(int minute, Source source) {
    return new Bound(at(minute), source);
  }

  private static Interval between(int from, int to) {
    return new Interval(at(from), at(to));
  }

  private static Instant at(int minute) {
    return Instant.EPOCH.plus(Duration.ofMinutes(minute));
  }
}
