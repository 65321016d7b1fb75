package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.retention.DataPurge;
import cn.venuepass.application.retention.PurgeData;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport;
import cn.venuepass.application.retention.RetentionReport.Line;
import cn.venuepass.application.retention.RetentionReports;
import cn.venuepass.application.retention.RetentionUseCases;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What was deleted is there to read, for those who answer for it. */
class RetentionReportsTest {
  private static final String PATH = "/retention/reports";

  @Test
  void aReportShouldBeReadByAdministratorsAndAuditorsOnly() {
    try (RunningApi server = RunningApi.start()) {
      var data = server.application().useCases().retention().purgeData();
      assertThat(data.purge(RetentionLimits.DEFAULT)).isPresent();
      for (String username : new String[] {"admin", "auditor"}) {
        String text =
            server.client().staff(username, TestApplication.PASSWORD).get(PATH).expect(200).text();
        assertThat(text).contains("PT672H", "\"visit\"", "\"held\"");
      }
      server.client().get(PATH).expectProblem(401, "UNAUTHENTICATED");
      server.client().resident(somebody()).get(PATH).expect(403);
      server.client().staff("reviewer", TestApplication.PASSWORD).get(PATH).expect(403);
    }
  }

  @Test
  void aRunThatFailsShouldBeFinishedByTheNextLook() {
    var application = new TestApplication();
    RetentionReports reports = application.stores().retentionReports();
    LocalTime quiet = LocalTime.of(3, 30);
    PurgeData failing = over(application, failingAfter(3));
    assertThatThrownBy(() -> failing.purgeDaily(RetentionLimits.DEFAULT, quiet))
        .hasMessage("broken");
    assertThat(reports.list(PageRequest.first(2)).items())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.complete()).isFalse();
              assertThat(report.lines()).extracting(Line::deleted).containsExactly(3L);
            });
    application.clock().advance(Duration.ofMinutes(5));
    PurgeData mended = application.useCases().retention().purgeData();
    assertThat(mended.purgeDaily(RetentionLimits.DEFAULT, quiet)).isPresent();
    assertThat(mended.purgeDaily(RetentionLimits.DEFAULT, quiet)).isEmpty();
  }

  @Test
  void aRunThatFailsBeforeItDeletedAnythingShouldLeaveNoReport() {
    var application = new TestApplication();
    PurgeData failing = over(application, failingAfter(0));
    assertThatThrownBy(() -> failing.purge(RetentionLimits.DEFAULT)).hasMessage("broken");
    assertThat(application.stores().retentionReports().list(PageRequest.first(2)).items())
        .isEmpty();
  }

  @Test
  void oneRunShouldGoOnAtATime() {
    var application = new TestApplication();
    PurgeData other = application.useCases().retention().purgeData();
    List<Optional<RetentionReport>> meanwhile = new ArrayList<>();
    PurgeData data = over(application, () -> meanwhile.add(other.purge(RetentionLimits.DEFAULT)));
    assertThat(data.purge(RetentionLimits.DEFAULT)).isPresent();
    assertThat(meanwhile).containsExactly(Optional.empty());
    assertThat(other.purge(RetentionLimits.DEFAULT)).isPresent();
  }

  @Test
  void aMissedDayShouldBeCaughtUpAndNoDayDoneTwice() {
    var application = new TestApplication();
    var data = application.useCases().retention().purgeData();
    LocalTime quiet = LocalTime.of(3, 30);
    // 08:30 in China
    assertThat(data.purgeDaily(RetentionLimits.DEFAULT, quiet)).isPresent();
    application.clock().advance(Duration.ofHours(19).minusMillis(1));
    assertThat(data.purgeDaily(RetentionLimits.DEFAULT, quiet)).isEmpty();
    application.clock().advance(Duration.ofMillis(1));
    assertThat(data.purgeDaily(RetentionLimits.DEFAULT, quiet)).isPresent();
    application.clock().advance(Duration.ofDays(3));
    assertThat(data.purgeDaily(RetentionLimits.DEFAULT, quiet)).isPresent();
    assertThat(data.purgeDaily(RetentionLimits.DEFAULT, quiet)).isEmpty();
  }

  private static PurgeData over(TestApplication application, DataPurge data) {
    return RetentionUseCases.over(
            data, application.stores().retentionReports(), UUID::randomUUID, application.clock())
        .purgeData();
  }

  private static PurgeData over(TestApplication application, Runnable work) {
    return over(application, new WorkingPurge(gone -> work.run()));
  }

  private static DataPurge failingAfter(long deleted) {
    return new WorkingPurge(
        gone -> {
          gone.accept(new Line("visit", deleted, Optional.empty(), Optional.empty(), 0, 0));
          throw new IllegalStateException("broken");
        });
  }

  /** Does that instead of deleting anything. */
  private record WorkingPurge(Consumer<Consumer<Line>> work) implements DataPurge {
    @Override
    public void purge(RetentionLimits limits, Instant now, Consumer<Line> gone) {
      work.accept(gone);
    }

    @Override
    public List<Line> preview(RetentionLimits limits, Instant now) {
      return List.of();
    }
  }
}
