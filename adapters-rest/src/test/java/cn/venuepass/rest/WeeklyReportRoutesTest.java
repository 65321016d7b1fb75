package cn.venuepass.rest;

import static cn.venuepass.testkit.http.People.COMMUNITY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.report.Week;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.Answer;
import cn.venuepass.testkit.http.ApiClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weekly report in each of its forms. */
class WeeklyReportRoutesTest {
  private static RunningApi server;
  private static ApiClient supervisor;

  @BeforeAll
  static void start() {
    server = RunningApi.start();
    server.application().fixtures().aPlace(new DivisionCode(COMMUNITY));
    keep();
    server.application().clock().advance(Duration.ofDays(7));
    server.application().fixtures().aPlace(new DivisionCode(COMMUNITY));
    keep();
    server.application().clock().advance(Duration.ofDays(14));
    keep();
    supervisor = server.client().staff("supervisor", TestApplication.PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aReportShouldHoldAWeekAgainstTheOneBefore() {
    Answer report = supervisor.get("/reports/weekly?week=" + secondWeek()).expect(200);
    assertThat(report.field("coverage.now.surveyed")).isEqualTo("2");
    assertThat(report.field("coverage.before.surveyed")).isEqualTo("1");
    assertThat(report.field("overdue.0.gap")).isEqualTo("NOT_APPLIED");
    assertThat(report.field("division.code")).isEqualTo(RunningApi.HEADQUARTERS.text());
  }

  @Test
  void aReportShouldBePrinted() {
    Answer printed = supervisor.get("/reports/weekly?format=pdf&week=" + secondWeek()).expect(200);
    assertThat(printed.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(printed.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"weekly-report-%s-%s.pdf\""
                .formatted(RunningApi.HEADQUARTERS.text(), secondWeek()));
    assertThat(new String(printed.body(), UTF_8)).contains("第一师阿拉尔市", "覆盖情况", "未申领");
  }

  @Test
  void aReportShouldBeOpenedInASpreadsheet() throws IOException {
    Answer sheets = supervisor.get("/reports/weekly?format=xlsx&week=" + secondWeek()).expect(200);
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(sheets.body()))) {
      assertThat(workbook.getSheets().map(Sheet::getName)).contains("覆盖情况", "盲区台账", "督导检查（本周）");
    }
  }

  @Test
  void aReportShouldSpeakTheReadersLanguage() {
    Answer printed =
        supervisor.with("Accept-Language", "en").get("/reports/weekly?format=pdf").expect(200);
    assertThat(new String(printed.body(), UTF_8)).contains("Coverage", "not applied for");
  }

  @ParameterizedTest
  @CsvSource({"week=2026-48", "week=2099-W01", "format=doc", "division=1"})
  void whatCannotBeShouldNameTheField(String query) {
    Answer answer = supervisor.get("/reports/weekly?" + query);
    answer.expectProblem(422, "INVALID_VALUE");
    assertThat(answer.field("errors.0.field")).isEqualTo(query.substring(0, query.indexOf('=')));
  }

  private static String secondWeek() {
    return Week.of(server.application().clock().instant().minus(Duration.ofDays(14))).toString();
  }

  private static void keep() {
    server.application().useCases().coverage().keepBlindSpots().keep();
  }
}
