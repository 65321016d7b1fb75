package cn.venuepass.application.report;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStaffMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.report.WeeklyReport.Progress;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewWeeklyReportTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final DivisionCode territory =
      app.stores().divisions().find(community).orElseThrow().parent().orElseThrow();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, territory);

  @Test
  void aReportShouldHoldTheLastWeekThatIsOverAgainstTheOneBefore() {
    SurveyPlace place = fixtures.aPlace(community);
    keep();
    nextWeek();
    fixtures.link(place, fixtures.aVenue().in(community).underReview().add().id());
    keep();
    nextWeek();
    fixtures.aPlace(community);
    keep();
    WeeklyReport report = view(Optional.empty());
    assertThat(report.week()).isEqualTo(Week.of(app.clock().instant()).before());
    var expected =
        new Progress(
            Optional.of(new Funnel(1, 1, 0, 0, 0, 0)), Optional.of(new Funnel(1, 0, 0, 0, 0, 0)));
    assertThat(report.progress()).isEqualTo(expected);
    assertThat(report.children())
        .singleElement()
        .satisfies(
            child -> {
              assertThat(child.division().code()).isEqualTo(community);
              assertThat(child.progress()).isEqualTo(expected);
            });
    assertThat(report.departments())
        .extracting(WeeklyReport.OfDepartment::department)
        .contains("文旅");
  }

  @Test
  void aWeekShouldEndAsItsLastDayDid() {
    fixtures.aPlace(community);
    keep();
    app.clock().advance(Duration.ofDays(6));
    fixtures.aPlace(community);
    keep();
    assertThat(view(Optional.of(thisWeek())).progress().now().map(Funnel::surveyed)).contains(2L);
  }

  @Test
  void aWeekOfWhichNothingWasKeptShouldBeEmptyAndNotZero() {
    fixtures.aPlace(community);
    WeeklyReport report = view(Optional.of(thisWeek().before()));
    assertThat(report.progress()).isEqualTo(new Progress(Optional.empty(), Optional.empty()));
  }

  @Test
  void aReportShouldNameWhatIsOverdue() {
    SurveyPlace place = fixtures.aPlace(community);
    keep();
    app.clock().advance(Gap.NOT_APPLIED.deadline());
    keep();
    WeeklyReport report = view(Optional.empty());
    assertThat(report.blindSpots().count(Gap.NOT_APPLIED).overdue()).isEqualTo(1);
    assertThat(report.overdue())
        .singleElement()
        .satisfies(listed -> assertThat(listed.name()).isEqualTo(place.details().name()));
  }

  @Test
  void aReportShouldBeOfTheOwnJurisdictionOnly() {
    var reports = app.useCases().report().viewWeeklyReport();
    assertThat(
            denied(reports.view(supervisor, Optional.of(fixtures.aCommunity()), Optional.empty())))
        .isEqualTo(Denial.Plain.NOT_FOUND);
    assertThat(done(reports.view(supervisor, Optional.of(community), Optional.empty())).division())
        .map(division -> division.code())
        .contains(community);
  }

  @Test
  void aWeekThatHasNotBegunShouldBeRefused() {
    var next = new Week(thisWeek().monday().plusWeeks(1));
    assertThatThrownBy(() -> view(Optional.of(next))).isInstanceOf(InvalidValue.class);
  }

  @Test
  void whoeverMakesAReportShouldStandInTheLog() {
    view(Optional.empty());
    assertThat(LoggedEvents.of(app, AuditAction.WEEKLY_REPORT_MADE))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.deed().division()).contains(territory);
              assertThat(event.deed().reference()).contains(thisWeek().before().toString());
            });
  }

  private WeeklyReport view(Optional<Week> week) {
    return done(
        app.useCases().report().viewWeeklyReport().view(supervisor, Optional.empty(), week));
  }

  private Week thisWeek() {
    return Week.of(app.clock().instant());
  }

  private void keep() {
    app.useCases().coverage().keepBlindSpots().keep();
  }

  private void nextWeek() {
    app.clock().advance(Duration.ofDays(7));
  }
}
