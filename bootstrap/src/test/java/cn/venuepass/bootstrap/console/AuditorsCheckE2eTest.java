package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Chromium;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor finds who did what, and that nobody has touched the log. */
class AuditorsCheckE2eTest {
  @TempDir private Path directory;

  @Test
  void whatAReviewerDidShouldBeFoundAndTheLogVerified() {
    try (Chromium chromium = Chromium.launch();
        Office office = new Office(directory, "--no-city");
        Desk desk = Desk.of(chromium, office)) {
      approve(office);
      desk.signIn("auditor", "/audit").type("账号", "reviewer").press("查询");
      Locator rows = desk.page().locator(".el-table__body tbody tr");
      Locator approval = rows.filter(new Locator.FilterOptions().setHasText("通过场所申请"));
      assertThat(approval).hasCount(1);
      assertThat(rows.filter(new Locator.FilterOptions().setHasText("auditor"))).hasCount(0);
      desk.screenshot("audit").isAccessible();

      approval.getByRole(AriaRole.BUTTON).press("Enter");
      desk.sees("记录详情").sees("申请审核").isAccessible().press("此场所的全部记录");
      assertThat(rows.filter(new Locator.FilterOptions().setHasText("登录"))).hasCount(0);
      assertThat(approval).hasCount(1);
      assertThat(desk.page().url()).contains("venueId=").doesNotContain("reviewer");

      desk.follow("校验完整性").press("开始校验").sees("日志完整").sees("最后封存");
      desk.screenshot("verification").isAccessible().hasNoComplaints();
    }
  }

  private static void approve(Office office) {
    ApiClient applicant = office.api().resident(People.somebody());
    String id = applicant.post("/venues", People.hotel(People.COMMUNITY)).expect(201).field("id");
    office.staff("reviewer").post("/venues/" + id + "/approval", Map.of()).expect(200);
  }
}
