package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.LocalTime;
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
}
