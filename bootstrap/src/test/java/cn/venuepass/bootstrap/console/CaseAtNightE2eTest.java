package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Chromium;
import cn.venuepass.testkit.http.ApiClient;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's evening, as a tracer takes it up at two in the morning. */
class CaseAtNightE2eTest {
  private static final String VISITOR = "659002190802140016";
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.ofHours(8));

  /** Whether anything is drawn there. */
  private static final String DRAWN =
      """
      (() => {
        const canvas = document.querySelector('.case-graph canvas')
        return !!canvas && canvas.getContext('2d')
          .getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value !== 0)
      })()
      """;

  /**
   * Hides the drawing, as another part does for a moment, or shows it; and two frames to notice.
   */
  private static final String SHOW =
      """
      (display) => new Promise((done) => {
        document.querySelector('.case-graph [role=img]').style.display = display
        requestAnimationFrame(() => requestAnimationFrame(done))
      })
      """;

  @TempDir private Path directory;

  @Test
  void fromASampleToTheSecondRingCallsAndTheFile() throws IOException {
    try (Chromium chromium = Chromium.launch();
        Office office = new Office(directory.resolve("data"));
        Desk desk = Desk.of(chromium, office)) {
      desk.signIn("tracer", "/cases/new");
      opensTheCase(desk);
      seesWhomTheyMet(desk);
      hearsWhenTheyLeft(desk);
      callsWhomTheTeamCan(desk);
      seesItDrawn(desk);
      takesTheFile(desk);
      takesAStatementBack(desk);
      keepsOthersOut(chromium, office, desk.page().url());
      handsItOver(chromium, office, desk);
      desk.hasNoComplaints();
    }
  }

  private static void opensTheCase(Desk desk) {
    desk.press("开启病例").sees("请填写发病时间或采样时间").isAccessible();
    desk.type("身份证号码", VISITOR).type("编号", "2026-0042").press("密接排查");
    moment(desk, "阳性采样时间", Instant.now());
    desk.press("开启病例").sees("接触者共 7 人").sees("一圈 6 人").sees("二圈 1 人");
    assertThat(desk.page().url()).doesNotContain(VISITOR);
    desk.isAccessible().screenshot("case");
  }

  private static void seesWhomTheyMet(Desk desk) {
    tab(desk, "行程");
    assertThat(desk.page().locator(".case-stay")).not().hasCount(0);
    desk.sees("最长停留时长").isAccessible().screenshot("case-stays");
    tab(desk, "接触者");
    assertThat(rows(desk)).hasCount(7);
    desk.choose("圈层", "二圈").sees("次密样本");
    assertThat(rows(desk)).hasCount(1);
    desk.follow("次密样本").sees("青松路社区医院").sees("经由一圈接触者").isAccessible();
    desk.key("Escape");
  }

  private static void hearsWhenTheyLeft(Desk desk) {
    tab(desk, "行程");
    desk.page().locator(".case-stay").first().waitFor();
    buttons(desk, "记陈述").last().click();
    moment(desk, "离开时间", Instant.now().minus(Duration.ofMinutes(55)));
    desk.type("备注", "电话中说的").press("保存").sees("已记下，并已重新溯源");
    tab(desk, "修订");
    desk.sees("第 2 版 · 与上一版相比").sees("在场样本").sees("改判 1 人").sees("一圈 · 可能");
    desk.isAccessible().screenshot("case-revisions");
  }

  private static void callsWhomTheTeamCan(Desk desk) {
    tab(desk, "接触者");
    desk.type("能联系的人数", "3").press("分割").sees("按风险从高到低联系 3 人，4 人留在名单外");
    assertThat(rows(desk)).hasCount(3);
    desk.isAccessible().screenshot("case-capacity");
    desk.press("分配").sees("已分配 3 人");
    tab(desk, "随访");
    assertThat(desk.page().locator(".case-column.ASSIGNED .case-card")).hasCount(3);
    desk.page().locator(".case-column.ASSIGNED .case-card").first().focus();
    desk.key("c").type("备注", "已电话通知，居家隔离").key("Control+Enter").sees("已记录：已联系");
    assertThat(desk.page().locator(".case-column.CALLED .case-card")).hasCount(1);
    assertThat(desk.page().locator(".case-column.ASSIGNED .case-card").first()).isFocused();
    desk.isAccessible().screenshot("case-board");
  }

  private static void seesItDrawn(Desk desk) {
    tab(desk, "传播图");
    desk.page().locator(".case-graph canvas").first().waitFor();
    desk.page().waitForCondition(() -> (boolean) desk.page().evaluate(DRAWN));
    desk.sees("全部接触者都已画出").isAccessible().screenshot("case-graph");
    Object unused = desk.page().evaluate(SHOW, "none");
    unused = desk.page().evaluate(SHOW, "");
    desk.page().waitForCondition(() -> (boolean) desk.page().evaluate(DRAWN));
  }

  private void takesTheFile(Desk desk) throws IOException {
    tab(desk, "导出");
    desk.choose("圈层", "一圈");
    radio(desk, "电话联系");
    radio(desk, "CSV");
    List<String> lines = Files.readAllLines(desk.saves("导出文件", directory.resolve("contacts.csv")));
    desk.sees("共 6 人").isAccessible();
    assertThat(lines)
        .filteredOn(line -> line.matches(".*(CERTAIN|PROBABLE|POSSIBLE).*"))
        .hasSize(6);
    assertThat(lines).noneMatch(line -> line.contains(VISITOR));
    radio(desk, "Excel（XLSX）");
    byte[] book = Files.readAllBytes(desk.saves("导出文件", directory.resolve("contacts.xlsx")));
    assertThat(book).startsWith('P', 'K');
  }

  private static void takesAStatementBack(Desk desk) {
    tab(desk, "陈述");
    desk.sees("电话中说的").isAccessible();
    desk.press("撤回").press("确定").sees("已撤回，并已重新溯源");
    desk.page().locator(".case-withdrawn").waitFor();
    assertThat(buttons(desk, "撤回")).hasCount(0);
    tab(desk, "修订");
    desk.sees("第 3 版 · 与上一版相比").sees("改判 1 人");
  }

  private static void keepsOthersOut(Chromium chromium, Office office, String address) {
    String path = address.substring(address.indexOf('#') + 1);
    String id = path.replaceAll("/cases/([^?]*).*", "$1");
    ApiClient colleague = office.newcomer("colleague", "TRACER");
    colleague.get("/cases/" + id + "/contacts").expectProblem(403, "NOT_ON_TEAM");
    try (Desk other = Desk.of(chromium, office).signIn("colleague", path)) {
      other.sees("他人的病例").sees("您不在这个病例的工作组").doesNotSee("访客样本");
      assertThat(other.page().getByRole(AriaRole.TAB)).hasCount(0);
      other.go("/cases/01900000-0000-7000-8000-000000000000").sees("404").hasNoComplaints();
    }
    try (Desk other = Desk.of(chromium, office).signIn("reviewer", path)) {
      other.sees("403");
    }
  }

  /** Whoever takes the case over ends it. */
  private static void handsItOver(Chromium chromium, Office office, Desk desk) {
    tab(desk, "概况");
    desk.type("新负责人账号", "colleague").press("移交").press("确定").sees("已移交");
    assertThat(buttons(desk, "结案")).hasCount(0);
    String address = desk.page().url();
    String path = address.substring(address.indexOf('#') + 1);
    try (Desk next = Desk.of(chromium, office).signIn("colleague", path)) {
      tab(next, "概况");
      next.press("结案").type("结案报告", "密接均已管控").press("确定").sees("已结案");
      next.sees("密接均已管控").settle().isAccessible();
      assertThat(buttons(next, "结案")).hasCount(0);
      next.hasNoComplaints();
    }
  }

  private static void tab(Desk desk, String name) {
    desk.page()
        .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static void radio(Desk desk, String name) {
    desk.page().locator(".el-radio").filter(new Locator.FilterOptions().setHasText(name)).click();
  }

  private static Locator buttons(Desk desk, String name) {
    return desk.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator rows(Desk desk) {
    return desk.page().locator(".data-table tbody tr");
  }

  /** Types a moment of the wall's clock, as the last field of that name has it. */
  private static void moment(Desk desk, String label, Instant at) {
    Locator field =
        desk.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).last();
    field.fill(WALL.format(at));
    field.press("Enter");
  }
}
