package cn.venuepass.application.coverage;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.BLIND_SPOT_CLOSED;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.coverage.BlindSpotRepository.Listed;
import cn.venuepass.application.coverage.BlindSpotRepository.Past;
import cn.venuepass.application.coverage.BlindSpotRepository.State;
import cn.venuepass.application.coverage.ViewBlindSpots.WithHistory;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.BlindSpotStep.What;
import cn.venuepass.domain.coverage.DivisionSum;
import cn.venuepass.domain.coverage.Excuse;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import cn.venuepass.domain.coverage.Owner;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeepBlindSpotsTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final TestApplication app = new TestApplication();
  private final CoverageUseCases coverage = app.useCases().coverage();
  private final StoreFixtures fixtures = app.fixtures();
  private final Division headquarters =
      fixtures.aDivision(Division.Level.HEADQUARTERS, Optional.empty());
  private final Division territory =
      fixtures.aDivision(Division.Level.TERRITORY, Optional.of(headquarters.code()));
  private final DivisionCode community =
      fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, territory.code());

  @Test
  void aTaskShouldOpenOnceAndCloseItselfWhenTheGapIsClosed() {
    SurveyPlace place = fixtures.aPlace(community);
    assertThat(keep()).isEqualTo(1);
    assertThat(keep()).isZero();
    BlindSpot first = onlyOpen();
    assertThat(first.gap()).isEqualTo(Gap.NOT_APPLIED);

    Gate gate = fixtures.aVenue().in(community).addWithGate();
    fixtures.link(place, gate.venue().id());
    assertThat(keep()).isEqualTo(2);
    assertThat(onlyOpen().gap()).isEqualTo(Gap.NOT_POSTED);
    app.stores().posters().noteDownload(gate.venue().id(), gate.in().id(), app.clock().instant());
    keep();
    assertThat(onlyOpen().gap()).isEqualTo(Gap.NOT_SCANNED);
    fixtures.scan(gate.in(), fixtures.aPerson().id());
    keep();
    assertThat(list(State.OPEN)).isEmpty();
    assertThat(list(State.CLOSED)).hasSize(3).allMatch(task -> task.closing().isPresent());
    assertThat(history(first).history())
        .extracting(Past::what)
        .containsExactly(What.OPENED, What.CLOSED_ITSELF);
  }

  @Test
  void aGapOfVenuesThatNobodySurveyedShouldCloseWhenAPlaceIsLinked() {
    var venue = fixtures.aVenue().in(community).add();
    keep();
    assertThat(onlyOpen().gap()).isEqualTo(Gap.NOT_SURVEYED);
    assertThat(onlyOpen().subject().place()).isEmpty();
    fixtures.link(fixtures.aPlace(community), venue.id());
    keep();
    assertThat(onlyOpen().gap()).isEqualTo(Gap.NOT_POSTED);
  }

  @Test
  void whatIsOverdueShouldClimbToTheTop() {
    fixtures.aPlace(community);
    keep();
    for (Owner.Level level : List.of(Owner.Level.TERRITORY, Owner.Level.HEADQUARTERS)) {
      app.clock().advance(Gap.NOT_APPLIED.deadline());
      assertThat(list(State.OVERDUE)).hasSize(1);
      keep();
      assertThat(onlyOpen().owner().level()).isEqualTo(level);
    }
    app.clock().advance(Gap.NOT_APPLIED.deadline());
    assertThat(keep()).isZero();
    assertThat(list(State.OVERDUE)).hasSize(1);
    assertThat(history(onlyOpen()).history())
        .extracting(Past::owner)
        .extracting(Owner::level)
        .containsExactly(Owner.Level.COMMUNITY, Owner.Level.TERRITORY, Owner.Level.HEADQUARTERS);
  }

  @Test
  void aTaskThatSomebodyClosedShouldStayClosedWhileTheExcuseHolds() {
    fixtures.aPlace(community);
    keep();
    BlindSpot task = onlyOpen();
    WithHistory closed = done(close(task, "冬季停业"));
    assertThat(closed.history()).extracting(Past::what).containsExactly(What.OPENED, What.EXCUSED);
    assertThat(denied(close(task, "再次"))).isEqualTo(BLIND_SPOT_CLOSED);
    app.clock().advance(Excuse.HOLDS.minusMillis(1));
    assertThat(keep()).isZero();
    app.clock().advance(Duration.ofMillis(1));
    assertThat(keep()).isEqualTo(1);
    assertThat(onlyOpen().id()).isNotEqualTo(task.id());
  }

  @Test
  void anExcuseShouldEndWithTheGap() {
    SurveyPlace place = fixtures.aPlace(community);
    keep();
    BlindSpot task = onlyOpen();
    done(close(task, "冬季停业"));
    var venue = fixtures.aVenue().in(community).underReview().add();
    SurveyPlace linked = fixtures.link(place, venue.id());
    keep();
    assertThat(onlyOpen().gap()).isEqualTo(Gap.NOT_APPROVED);
    assertThat(history(task).history()).extracting(Past::what).contains(What.EXCUSE_ENDED);
    app.stores().surveyPlaces().replace(linked.unlinked());
    keep();
    assertThat(list(State.OPEN))
        .extracting(BlindSpot::gap)
        .containsExactlyInAnyOrder(Gap.NOT_APPLIED, Gap.NOT_SURVEYED);
  }

  @Test
  void closingShouldBeNotedAndKeptToTheJurisdiction() {
    fixtures.aPlace(community);
    keep();
    BlindSpot task = onlyOpen();
    Caller.Staff foreign = aStaffMember(app, Role.SUPERVISOR, fixtures.aCommunity());
    var words = new Excuse.Words("停业", Optional.of("照片编号7"));
    assertThat(denied(coverage.closeBlindSpot().close(foreign, task.id(), words)))
        .isEqualTo(NOT_FOUND);
    var unknown = new BlindSpotId(UUID.randomUUID());
    assertThat(denied(coverage.closeBlindSpot().close(supervisor, unknown, words)))
        .isEqualTo(NOT_FOUND);
    assertThat(denied(coverage.viewBlindSpots().view(foreign.account().jurisdiction(), task.id())))
        .isEqualTo(NOT_FOUND);
    assertThat(LoggedEvents.of(app, AuditAction.BLIND_SPOT_CLOSED)).isEmpty();

    done(coverage.closeBlindSpot().close(supervisor, task.id(), words));
    assertThat(LoggedEvents.of(app, AuditAction.BLIND_SPOT_CLOSED))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.deed().reference()).contains(task.id().value().toString());
              assertThat(event.deed().division()).contains(community);
            });
  }

  @Test
  void anotherNodesRoundShouldNotBeDisturbed() {
    fixtures.aPlace(community);
    var now = app.clock().instant();
    assertThat(app.stores().turns().take("blind-spots", now, now.plus(DAY))).isTrue();
    assertThat(keep()).isZero();
    assertThat(list(State.OPEN)).isEmpty();
    app.clock().advance(DAY);
    assertThat(keep()).isEqualTo(1);
  }

  @Test
  void theSummaryShouldAddUpTheDivisions() {
    DivisionCode other =
        fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
    fixtures.aPlace(community);
    fixtures.aPlace(other);
    fixtures.aVenue().in(other).add();
    keep();
    BlindSpot some = list(State.OPEN).get(0);
    done(close(some, "停业"));

    DivisionSum<GapCounts> sum =
        done(
            coverage
                .viewBlindSpots()
                .summary(supervisor.account().jurisdiction(), CoverageFilter.ALL));
    assertThat(sum.division()).contains(territory);
    assertThat(sum.children()).hasSize(2);
    long open = 0;
    long closed = 0;
    for (Gap gap : Gap.values()) {
      open += sum.sum().count(gap).open();
      closed += sum.sum().count(gap).closed();
    }
    assertThat(open).isEqualTo(2);
    assertThat(closed).isEqualTo(1);
    var elsewhere = CoverageFilter.of(fixtures.aCommunity());
    assertThat(
            denied(
                coverage.viewBlindSpots().summary(supervisor.account().jurisdiction(), elsewhere)))
        .isEqualTo(NOT_FOUND);
  }

  private int keep() {
    return coverage.keepBlindSpots().keep();
  }

  private Result<WithHistory> close(BlindSpot task, String reason) {
    return coverage
        .closeBlindSpot()
        .close(supervisor, task.id(), new Excuse.Words(reason, Optional.empty()));
  }

  private WithHistory history(BlindSpot task) {
    return done(coverage.viewBlindSpots().view(Jurisdiction.of(territory.code()), task.id()));
  }

  private BlindSpot onlyOpen() {
    List<BlindSpot> open = list(State.OPEN);
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private List<BlindSpot> list(State state) {
    return done(
            coverage
                .viewBlindSpots()
                .list(
                    Jurisdiction.of(territory.code()),
                    CoverageFilter.ALL,
                    Optional.empty(),
                    state,
                    PageRequest.first(50)))
        .items()
        .stream()
        .map(Listed::task)
        .toList();
  }
}
