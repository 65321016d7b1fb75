package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor hands in what was surveyed, mends it, and sees what is missing where. */
class SupervisorImportE2eTest {
  private static final String SURVEY =
      """
      名称,类型,社区编码,详细地址,统一社会信用代码
      样本面馆,RESTAURANT,659002002001,样本路1号,
      样本宾馆,NO_SUCH_TYPE,659002002001,样本路2号,
      样本药店,PHARMACY,659002002001,,
      样本诊所,CLINIC,659002002002,样本路4号,
      """;

  @TempDir private static Path directory;

  @RegisterExtension
  static final Served<Office> SERVED = new Served<>(() -> new Office(directory.resolve("data")));

  @Test
  void aSurveyWithBadLinesShouldBeCorrectedAndEveryNumberShouldOpenItsList() throws IOException {
    try (Desk desk = Desk.of(SERVED).signIn("supervisor", "/coverage")) {
      int before = number(desk, "已摸排");

      desk.go("/survey/imports").settle();
      hand(desk, "survey.csv", SURVEY.getBytes(Charset.forName("GBK")));
      desk.sees("将按 GBK 读取").screenshot("import").isAccessible();
      desk.press("导入").sees("导入结果").sees("已完成");
      assertThat(desk.page().locator(".survey-counts")).containsText("新增2");
      assertThat(desk.page().locator(".survey-counts")).containsText("有错误2");
      assertThat(rows(desk)).hasCount(2);
      desk.sees("详细地址").screenshot("import-errors").isAccessible();

      String errors = Files.readString(desk.saves("下载错误清单", directory.resolve("errors.csv")));
      assertThat(errors).contains("样本宾馆", "样本药店").doesNotContain("样本面馆");
      String corrected =
          errors
              .replace("NO_SUCH_TYPE", "HOTEL")
              .replace(
                  "\"PHARMACY\",\"659002002001\",\"\"", "\"PHARMACY\",\"659002002001\",\"样本路3号\"");
      desk.follow("导入改正后的文件").settle();
      hand(desk, "corrected.csv", corrected.getBytes(UTF_8));
      desk.press("导入").sees("导入结果").sees("已完成");
      assertThat(desk.page().locator(".survey-counts")).containsText("新增2");
      assertThat(desk.page().locator(".survey-counts")).containsText("有错误0");

      desk.follow("看摸排台账").sees("样本宾馆").sees("样本药店").sees("样本面馆");
      desk.screenshot("places").isAccessible();
      desk.go("/coverage").settle();
      assertThat(number(desk, "已摸排")).isEqualTo(before + 4);
      desk.screenshot("coverage").isAccessible();
      for (String step : List.of("已摸排", "已申请", "已通过", "已张贴", "近 7 日有扫码", "已张贴未扫码", "未摸排")) {
        int count = number(desk, step);
        of(desk, step).click();
        assertThat(rows(desk)).hasCount(count);
        desk.page().goBack();
      }
      desk.hasNoComplaints();
    }
  }

  @Test
  void aBlindSpotShouldBeSeenAndClosedWithAReason() {
    try (Desk desk = Desk.of(SERVED).signIn("supervisor", "/blind-spots")) {
      desk.sees("沙枣面馆").settle().screenshot("blind-spots").isAccessible();
      int open = Integer.parseInt(openOnes(desk).innerText());
      desk.follow("沙枣面馆").sees("怎么办").press("说明理由后销号");
      desk.page().getByText("季节性停业，复业后再办").first().click();
      desk.screenshot("blind-spot-closing").press("确定").sees("理由有效至");
      desk.screenshot("blind-spot").isAccessible();
      assertThat(desk.page().locator("main")).containsText("季节性停业，复业后再办");

      desk.go("/blind-spots?state=CLOSED").sees("沙枣面馆");
      assertThat(openOnes(desk)).hasText(String.valueOf(open - 1));
      desk.hasNoComplaints();
    }
  }

  private static void hand(Desk desk, String name, byte[] table) {
    desk.page().locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", table));
    desk.sees(name);
  }

  private static Locator of(Desk desk, String step) {
    return desk.page()
        .locator(".cov-funnel li, .cov-aside > div")
        .filter(new Locator.FilterOptions().setHas(desk.page().locator("text=\"" + step + "\"")))
        .locator("a.number");
  }

  private static int number(Desk desk, String step) {
    return Integer.parseInt(of(desk, step).innerText().strip());
  }

  private static Locator rows(Desk desk) {
    return desk.page().locator(".el-table__body tbody tr");
  }

  /** How many tasks of places that nobody applied for are open. */
  private static Locator openOnes(Desk desk) {
    return desk.page().locator(".cov-summary table").first().locator("tbody a").first();
  }
}
