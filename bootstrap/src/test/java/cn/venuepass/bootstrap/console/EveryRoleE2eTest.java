package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who sees what in the console, and every page of it for everybody's eyes. */
class EveryRoleE2eTest {
  private static final Map<String, List<String>> MENUS =
      new TreeMap<>(
          Map.of(
              "reviewer", List.of("审核队列", "辖区场所", "更正与异议", "疑似匹配"),
              "supervisor",
                  List.of(
                      "覆盖情况", "摸排台账", "盲区台账", "二维码异常", "每周报告", "导入摸排表", "疑似匹配", "检查记录", "登记检查",
                      "检查计划", "溯源演练"),
              "tracer", List.of("病例", "溯源演练"),
              "controller", List.of("管控令", "提出管控", "申诉"),
              "admin", List.of("更正与异议", "运行态势", "未送达通知", "数据清除记录", "工作人员", "行政区划", "场所类型", "流调参数"),
              "auditor", List.of("数据清除记录", "审计日志", "链完整性校验")));

  private static final String NOBODY = "01900000-0000-7000-8000-000000000000";

  /**
   * What the console itself says; names that authorities gave are marked as no words to translate.
   */
  private static final String CHINESE_WORDS =
      """
      () => { const ours = (element) => !element.closest('[translate=no]')
      return [...document.querySelectorAll('main :is(h1, h2, h3, button, th, label, legend, dt), .app-menu a')]
        .filter(ours)
        .map((element) => element.innerText)
        .concat([...document.querySelectorAll('main [aria-label]')].filter(ours).map((element) => element.ariaLabel))
        .concat([...document.querySelectorAll('main [placeholder]')].map((element) => element.placeholder))
        .filter((words) => /\\p{Script=Han}/u.test(words)) }
      """;

  @TempDir private static Path directory;

  @RegisterExtension static final Served<Office> SERVED = new Served<>(() -> new Office(directory));

  @Test
  void everyRoleShouldSeeItsOwnPagesAndNoOthersByAddress() {
    Set<String> all = new LinkedHashSet<>();
    for (var role : MENUS.entrySet()) {
      try (Desk desk = Desk.of(SERVED).signIn(role.getKey())) {
        assertThat(desk.menu()).as(role.getKey()).isEqualTo(role.getValue());
        all.addAll(desk.menuPaths());
      }
    }
    for (String role : MENUS.keySet()) {
      try (Desk desk = Desk.of(SERVED).signIn(role)) {
        Set<String> others = new LinkedHashSet<>(all);
        others.removeAll(desk.menuPaths());
        assertThat(others).isNotEmpty();
        for (String path : others) {
          desk.go(path);
          assertThat(desk.page().locator("main")).containsText("403");
        }
        desk.hasNoComplaints();
      }
    }
  }

  @Test
  void whatIsUnknownOrElsewhereShouldBeNotFound() {
    try (Desk desk = Desk.of(SERVED).signIn("tracer", "/cases/" + NOBODY)) {
      assertThat(desk.page().locator("main")).containsText("404");
      desk.go("/no/such/page");
      assertThat(desk.page().locator("main")).containsText("404");
    }
  }

  @Test
  void aLockedDeskShouldShowNothingAndKeepWhatWasTyped() {
    try (Desk desk = Desk.of(SERVED).signIn("controller", "/account")) {
      desk.page().locator("#new-password").fill("half a thought");
      desk.press("锁定").sees("的工作已锁定");
      assertThat(desk.page().locator(".app-head")).not().isVisible();
      assertThat(desk.page().locator("#new-password")).not().isVisible();
      desk.screenshot("locked").isAccessible();
      desk.unlock("venuepass-demo");
      assertThat(desk.page().locator("#new-password")).hasValue("half a thought");
      assertThat(
              (String) desk.page().evaluate("JSON.stringify({...localStorage, ...sessionStorage})"))
          .doesNotContain("controller", "token", "eyJ");
      desk.page().reload();
      desk.sees("controller").hasNoComplaints();
      desk.page().navigate(SERVED.service().address() + "/docs");
      desk.go("/account");
      assertThat(desk.page().locator("#username")).isFocused();
      assertThat(desk.page().locator(".app-head")).hasCount(0);
    }
  }

  @Test
  void everyPageShouldBeReadableInTheDarkAndInEnglish() {
    for (String role : MENUS.keySet()) {
      try (Desk desk = Desk.of(SERVED, "en-US", ColorScheme.DARK).signIn(role)) {
        for (String path : desk.menuPaths()) {
          desk.go(path).settle().isAccessible().screenshot("dark" + path.replace('/', '-'));
          assertThat((List<?>) desk.page().evaluate(CHINESE_WORDS))
              .as("Chinese on %s", path)
              .isEmpty();
        }
        desk.hasNoComplaints();
      }
    }
  }
}
