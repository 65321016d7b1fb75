package cn.venuepass.domain.visit;

import static cn.venuepass.domain.visit.Stay.Source.DOUBTED;
import static cn.venuepass.domain.visit.Stay.Source.MAXIMUM_STAY;
import static cn.venuepass.domain.visit.Stay.Source.OBSERVED;
import static cn.venuepass.domain.visit.Stay.Source.TYPICAL_STAY;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.visit.Doubt.Kind;
import cn.venuepass.domain.visit.Stay.Afterwards;
import cn.venuepass.domain.visit.Stay.Bound;
import cn.venuepass.domain.visit.Stay.Source;
import cn.venuepass.domain.visit.Stay.Span;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is left of a stay whose scans are doubtful; typically 2 h, at most 24 h. */
class DoubtfulStayTest {
  private static final StayRules RULES = new StayRules(ofHours(2), ofHours(24), ofHours(4));
  private static final VisitId ID = new VisitId(new UUID(1, 1));
  private static final Doubt ENTRY = new Doubt(Optional.of(Kind.TWO_PLACES), Optional.empty());
  private static final Doubt EXIT = new Doubt(Optional.empty(), Optional.of(Kind.BURST));
  private static final Doubt BOTH = new Doubt(Optional.of(Kind.BURST), Optional.of(Kind.BURST));

  @Test
  void withoutDoubtAStayShouldBeWhatItIs() {
    Stay stay = stay(Visits.closed(ID, 0, 3));
    assertThat(stay.given(Doubt.NONE, RULES)).isEqualTo(stay);
  }

  @Test
  void aDoubtfulEntryShouldLeaveNoMomentCertain() {
    Stay stay = stay(Visits.closed(ID, 0, 3)).given(ENTRY, RULES);
    assertThat(stay.entry()).isEqualTo(span(0, DOUBTED, 0, DOUBTED, 3, DOUBTED));
    assertThat(stay.exit()).isEqualTo(span(3, OBSERVED, 3, OBSERVED, 3, OBSERVED));
    assertThat(stay.source()).isEqualTo(DOUBTED);
  }

  @Test
  void anExitThatFollowsFromADoubtfulEntryShouldBeDoubtfulToo() {
    Stay stay = stay(Visits.open(ID, 0)).given(ENTRY, RULES);
    assertThat(stay.entry()).isEqualTo(span(0, DOUBTED, 0, DOUBTED, 24, DOUBTED));
    assertThat(stay.exit()).isEqualTo(span(0, DOUBTED, 2, TYPICAL_STAY, 24, MAXIMUM_STAY));
  }

  @Test
  void aDoubtfulExitShouldBoundNothing() {
    Stay stay = stay(Visits.closed(ID, 0, 3)).given(EXIT, RULES);
    assertThat(stay.entry()).isEqualTo(span(0, OBSERVED, 0, OBSERVED, 0, OBSERVED));
    assertThat(stay.exit()).isEqualTo(span(0, OBSERVED, 3, DOUBTED, 24, MAXIMUM_STAY));
    assertThat(stay.source()).isEqualTo(DOUBTED);
  }

  @Test
  void aDoubtfulExitAloneShouldLeaveNoMomentCertain() {
    Stay stay = stay(Visits.exitOnly(ID, 30)).given(EXIT, RULES);
    assertThat(stay.entry()).isEqualTo(span(6, MAXIMUM_STAY, 28, TYPICAL_STAY, 30, DOUBTED));
    assertThat(stay.exit()).isEqualTo(span(6, MAXIMUM_STAY, 30, DOUBTED, 30, MAXIMUM_STAY));
  }

  @Test
  void bothEndsMayBeDoubtful() {
    Stay stay = stay(Visits.closed(ID, 0, 3)).given(BOTH, RULES);
    assertThat(stay.entry()).isEqualTo(span(0, DOUBTED, 0, DOUBTED, 24, DOUBTED));
    assertThat(stay.exit()).isEqualTo(span(0, DOUBTED, 3, DOUBTED, 24, MAXIMUM_STAY));
  }

  private static Stay stay(Visit visit) {
    return Stay.of(visit, Afterwards.UNKNOWN, RULES);
  }

  private static Span span(
      int earliest, Source first, int likely, Source second, int latest, Source third) {
    return new Span(bound(earliest, first), bound(likely, second), bound(latest, third));
  }

  private static Bound bound(int hour, Source source) {
    return new Bound(Visits.hour(hour), source);
  }
}
