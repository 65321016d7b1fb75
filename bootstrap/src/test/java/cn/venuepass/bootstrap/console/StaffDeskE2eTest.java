package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An administrator adds somebody, who begins with a password of one's own and sees one's own menu.
 */
class StaffDeskE2eTest {
  private static final String OWN_PASSWORD = "Sample-words-7351";

  @TempDir private Path directory;

  @Test
  void aNewReviewerShouldChangeTheTemporaryPasswordAndSeeTheirOwnMenu() {
    try (Chromium chromium = Chromium.launch();
        Office office = new Office(directory, "--no-city");
        Desk admin = Desk.of(chromium, office);
        Desk reviewer = Desk.of(chromium, office)) {
      admin.signIn("admin", "/staff").press("新增工作人员").type("账号", "new.reviewer");
      admin.page().getByLabel("辖区", new Page.GetByLabelOptions().setExact(true)).last().click();
      admin.page().getByRole(AriaRole.MENUITEM).first().waitFor();
      admin.page().locator(".el-cascader-node .el-radio").first().click();
      admin.page().locator(".el-dialog__title").first().click();
      admin.page().getByText("社区审核员").last().click();
      admin.isAccessible().press("新增").sees("new.reviewer 的临时密码").isAccessible();
      String temporary = admin.page().locator(".staff-password").innerText();
      admin.key("Escape").sees("new.reviewer 的临时密码").press("我已告知本人");
      assertThat(admin.page().locator(".staff-password:visible")).hasCount(0);
      admin.follow("new.reviewer").sees("须先改密码").screenshot("staff").isAccessible();

      begin(reviewer, office, temporary);
      assertThat(reviewer.menu()).contains("审核队列").doesNotContain("工作人员", "审计日志", "病例");
      reviewer.go("/staff").sees("403");

      admin.press("停用账号").press("确定").sees("已停用");
      reviewer.go("/review/venues").sees("已锁定");
      admin.follow("返回");
      admin
          .page()
          .locator(".el-table__body")
          .getByText("admin", new Locator.GetByTextOptions().setExact(true))
          .click();
      admin.sees("这是您自己的账号");
      assertThat(admin.button("停用账号")).hasCount(0);
      admin.hasNoComplaints();
      reviewer.hasNoComplaints();
    }
  }

  /** Signs in with the temporary password, and changes it as is asked. */
  private static void begin(Desk desk, Office office, String temporary) {
    Page page = desk.page();
    page.navigate(office.address() + "/console");
    page.locator("#username").fill("new.reviewer");
    page.locator("#password").fill(temporary);
    page.locator("#password").press("Enter");
    desk.sees("首次登录请先修改密码");
    page.locator("#current-password").fill(temporary);
    page.locator("#new-password").fill(OWN_PASSWORD);
    page.locator("#again").fill(OWN_PASSWORD);
    page.locator("#again").press("Enter");
    assertThat(page.locator(".app-head")).isVisible();
  }
}
