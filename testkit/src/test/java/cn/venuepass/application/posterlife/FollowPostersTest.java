package cn.venuepass.application.posterlife;

import static cn.venuepass.application.Callers.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Days;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.ListMyVisits.MyVisit;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.posterlife.BurstRule;
import cn.venuepass.domain.posterlife.PosterDay;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowPostersTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final BurstRule RULE = BurstRule.DEFAULT;

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Gate gate = fixtures.aVenue().addWithGate();
  private final Caller.Resident resident = aResident(app);
  private final PersonId person = resident.person().orElseThrow();

  @Test
  void everyDayShouldBeCountedHoweverOftenItIsDone() {
    LocalDate first = today();
    fixtures.scan(gate.in(), person);
    follow();
    scanByOthers(gate.in(), 2);
    follow();
    follow();
    assertThat(scans(gate.in(), first)).containsExactly(3);
  }

  @Test
  void anOutageShouldBeCaughtUpDayByDay() {
    LocalDate first = today();
    follow();
    for (int day = 0; day < 4; day++) {
      app.clock().advance(DAY);
      scanByOthers(gate.in(), day + 1);
    }
    follow();
    assertThat(scans(gate.in(), first)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void whatIsStoredALittleLateShouldBeCounted() {
    LocalDate first = today();
    app.clock().advance(untilMidnight());
    follow();
    Instant before = app.clock().instant().minusMillis(1);
    var target = new ScanTarget.AtPoster(gate.in().id());
    assertThat(
            app.stores()
                .visitLedger()
                .apply(Scan.ofPoster(fixtures.aScanId(), person, target, before)))
        .isPresent();
    app.clock().advance(Duration.ofMinutes(10));
    follow();
    assertThat(scans(gate.in(), first)).containsExactly(1);
  }

  @Test
  void oneNodeShouldCountAtATime() {
    boolean taken =
        app.stores()
            .turns()
            .take("poster-life", app.clock().instant(), app.clock().instant().plusSeconds(60));
    assertThat(taken).isTrue();
    assertThat(app.useCases().posterLife().followPosters().follow()).isFalse();
    app.clock().advance(Duration.ofSeconds(60));
    follow();
  }

  @Test
  void aBurstAgainstThePostersPastShouldBeWarnedOfAndDoubted() {
    for (int day = 0; day < RULE.leastPast(); day++) {
      scanByOthers(gate.in(), 2);
      app.clock().advance(DAY);
    }
    fixtures.scan(gate.in(), person);
    scanByOthers(gate.in(), RULE.least() - 1);
    follow();
    assertThat(warnings(gate.in())).isEmpty();
    assertThat(mine().get(0).doubt()).isEqualTo(Doubt.NONE);
    scanByOthers(gate.in(), 1);
    follow();
    follow();
    assertThat(warnings(gate.in()))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.kind()).isEqualTo(Doubt.Kind.BURST);
              assertThat(warning.people()).isEqualTo(RULE.least() + 1);
              assertThat(warning.to()).isEqualTo(warning.from().plus(Duration.ofHours(1)));
            });
    assertThat(mine().get(0).doubt().entry()).contains(Doubt.Kind.BURST);
    assertThat(mine().get(0).stay().source()).isEqualTo(Stay.Source.DOUBTED);
  }

  @Test
  void aBusyPosterShouldBeBusy() {
    for (int day = 0; day < RULE.leastPast(); day++) {
      scanByOthers(gate.in(), 8);
      app.clock().advance(DAY);
    }
    scanByOthers(gate.in(), 40);
    follow();
    assertThat(warnings(gate.in())).isEmpty();
  }

  @Test
  void twoFarVenuesWithinMinutesShouldMakeBothDoubtful() {
    Gate far = fixtures.aVenue().addWithGate();
    fixtures.scan(gate.in(), person);
    app.clock().advance(Duration.ofMinutes(3));
    fixtures.scan(far.in(), person);
    follow();
    follow();
    for (Poster poster : List.of(gate.in(), far.in())) {
      assertThat(warnings(poster))
          .singleElement()
          .satisfies(
              warning -> {
                assertThat(warning.kind()).isEqualTo(Doubt.Kind.TWO_PLACES);
                assertThat(warning.people()).isEqualTo(1);
                assertThat(Days.of(warning.from())).isEqualTo(today());
              });
    }
    assertThat(mine())
        .extracting(visit -> visit.doubt().entry())
        .containsOnly(Optional.of(Doubt.Kind.TWO_PLACES));
  }

  @Test
  void aDoubtfulEntryElsewhereShouldEndNoStay() {
    Gate far = fixtures.aVenue().addWithGate();
    fixtures.scan(gate.in(), person);
    app.clock().advance(Duration.ofMinutes(3));
    fixtures.scan(far.in(), person);
    Stay before = mine().get(1).stay();
    assertThat(before.exit().latest().source()).isEqualTo(Stay.Source.NEXT_ENTRY);
    follow();
    Stay after = mine().get(1).stay();
    assertThat(after.exit().latest().source()).isEqualTo(Stay.Source.MAXIMUM_STAY);
    assertThat(after.exit().likely().source()).isEqualTo(Stay.Source.TYPICAL_STAY);
  }

  @Test
  void whoTakesTheTimeToGoThereShouldNotBeDoubted() {
    Gate far = fixtures.aVenue().addWithGate();
    fixtures.scan(gate.in(), person);
    app.clock().advance(Duration.ofMinutes(5).plusMillis(1));
    fixtures.scan(far.in(), person);
    follow();
    assertThat(warnings(gate.in())).isEmpty();
    assertThat(mine()).extracting(MyVisit::doubt).containsOnly(Doubt.NONE);
  }

  private void follow() {
    assertThat(app.useCases().posterLife().followPosters().follow()).isTrue();
  }

  private void scanByOthers(Poster poster, int people) {
    for (int i = 0; i < people; i++) {
      fixtures.scan(poster, fixtures.aPerson().id());
    }
  }

  private List<Integer> scans(Poster poster, LocalDate from) {
    return app.stores().posterDays().daysOf(poster.id(), from).stream()
        .map(PosterDay::scans)
        .toList();
  }

  private List<PosterWarning> warnings(Poster poster) {
    return app.stores().posterWarnings().listOf(poster.id());
  }

  /** The latest first. */
  private List<MyVisit> mine() {
    Instant end = app.clock().instant().plusSeconds(1);
    return app.useCases()
        .visit()
        .listMyVisits()
        .list(resident, Instant.EPOCH, end, PageRequest.first(50))
        .items();
  }

  private LocalDate today() {
    return Days.of(app.clock().instant());
  }

  private Duration untilMidnight() {
    return Duration.between(app.clock().instant(), Days.begin(today().plusDays(1)));
  }
}
