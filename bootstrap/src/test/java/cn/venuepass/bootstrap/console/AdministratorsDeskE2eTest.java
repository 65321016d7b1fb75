package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An administrator keeps the staff, the divisions and the tracer's parameters. */
class AdministratorsDeskE2eTest {
  private static final String OWN_PASSWORD = "Sample-words-7351";
  private static final String HEAD = "code,parent,level,name\n";

  @TempDir private static Path directory;

  @RegisterExtension
  static final Served<Office> SERVED = new Served<>(() -> new Office(directory, "--no-city"));

  @Test
  void aNewReviewerShouldChangeTheTemporaryPasswordAndSeeTheirOwnMenu() {
    try (Desk admin = Desk.of(SERVED);
        Desk reviewer = Desk.of(SERVED)) {
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

      begin(reviewer, temporary);
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

  @Test
  void divisionsShouldBeImportedWholeOrNotAtAll() {
    try (Desk desk = Desk.of(SERVED).signIn("admin", "/divisions")) {
      desk.press("导入 CSV");
      choose(desk, "code,level,name\n659002001999,COMMUNITY,样本社区\n");
      desk.sees("parent：表中没有这一列").isAccessible();
      String good = "659002001999,659002001000,COMMUNITY,样本社区\n";
      choose(desk, HEAD + good + "659002001998,659002009999,COMMUNITY,乙\n");
      desk.sees("没有导入任何一行").isAccessible().screenshot("divisions");
      choose(desk, HEAD + good);
      desk.sees("已导入 1 行").press("关闭");
      desk.type("按名称或代码查找", "样本社区");
      desk.page().locator(".el-tree-node__content:visible").getByText("样本社区").click();
      desk.sees("659002001999");
      assertThat(desk.page().locator(".el-tree-node__content:visible")).hasCount(3);
      desk.hasNoComplaints();
    }
  }

  @Test
  void parametersShouldBeKeptByVersion() {
    try (Desk one = Desk.of(SERVED).signIn("admin", "/trace-parameters");
        Desk other = Desk.of(SERVED).signIn("admin", "/trace-parameters")) {
      other.type("最短重叠（分钟）", "7");
      one.type("最短重叠（分钟）", "5").press("保存为新版本").press("确定").sees("已保存");
      one.sees("第一次修改，此前为默认值").isAccessible();

      other.press("保存为新版本").press("确定").sees("其他人刚保存了新版本");
      other.press("改用现行版本的值").type("最短重叠（分钟）", "8");
      other.press("保存为新版本").press("确定").sees("最短重叠（分钟）：5 → 8");
      other.screenshot("trace-parameters").hasNoComplaints();
      one.hasNoComplaints();
    }
  }

  private static void choose(Desk desk, String table) {
    byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
    desk.page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("divisions.csv", "text/csv", bytes));
  }

  /** Signs in with the temporary password, and changes it as is asked. */
  private static void begin(Desk desk, String temporary) {
    Page page = desk.page();
    page.navigate(SERVED.service().address() + "/console");
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
