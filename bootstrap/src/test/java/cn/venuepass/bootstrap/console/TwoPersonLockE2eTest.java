package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two controllers at two desks: one proposes to lock a venue, the other one decides. */
class TwoPersonLockE2eTest {
  private static final String VENUE = "双人样本宾馆";
  private static final String EVIDENCE = "检测报告样本-7";
  private static final String APPROVE = "批准并立即生效";

  @TempDir private static Path directory;

  @RegisterExtension
  static final Served<Office> SERVED = new Served<>(() -> new Office(directory, "--no-city"));

  @Test
  void aVenueShouldBeLockedByTwoAndLiftedByOne() {
    Inn inn = Inn.open(SERVED.service(), VENUE);
    inn.somebodyEnters();
    try (Desk first = Desk.of(SERVED).signIn("controller", "/control-orders/new");
        Desk second = Desk.of(SERVED)) {
      propose(first);
      first.sees("这是您本人提出的，须由另一位管控人员审批。");
      assertThat(first.button(APPROVE)).hasCount(0);

      second.signIn("controller2", "/control-orders").sees("等待第二人审批 · 1").follow(VENUE);
      second.sees(EVIDENCE).settle().isAccessible().screenshot("control-order");
      second.press(APPROVE).press("确定").sees("锁定时 1 人在场").press("查看名单");
      assertThat(second.page().locator(".data-table tbody tr")).hasCount(1);

      assertThat(inn.somebodyEnters().field("outcome")).isEqualTo("REFUSED");

      first.go("/control-orders").sees("等待第二人审批 · 0").isAccessible();
      first.follow(VENUE).press("解除管控").type("解除的理由", "终末消毒完毕");
      first.press("确定").sees("已解除");
      assertThat(inn.somebodyEnters().field("outcome")).isEqualTo("ENTERED");

      second.go("/control-orders").sees("等待第二人审批 · 0").settle().doesNotSee(VENUE);
      second.go("/control-orders?state=LIFTED").sees(VENUE);
      first.hasNoComplaints();
      second.hasNoComplaints();
    }
  }

  private static void propose(Desk desk) {
    desk.find("管控的场所", VENUE);
    desk.page().getByText("病例到访场所").click();
    desk.press("病例到访，须终末消毒").type("证据 (选填)", EVIDENCE).press("3 天");
    desk.press("提交审批");
  }
}
