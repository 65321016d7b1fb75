package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two controllers at two desks: one proposes to lock a venue, the other one decides. */
class TwoPersonLockE2eTest {
  private static final String VENUE = "双人样本宾馆";
  private static final String EVIDENCE = "检测报告样本-7";
  private static final String APPEALED = "申诉样本宾馆";
  private static final String UPHOLD = "申诉成立，解除管控";
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

  @Test
  void anAppealShouldBeJudgedByAThirdOnly() {
    Inn inn = Inn.open(SERVED.service(), APPEALED);
    String order = locked(inn);
    inn.keeper()
        .post("/me/control-orders/" + order + "/appeals", Map.of("text", "已完成终末消毒"))
        .expect(201);
    SERVED.service().newcomer("controller3", "CONTROLLER");
    try (Desk signer = Desk.of(SERVED).signIn("controller", "/appeals");
        Desk third = Desk.of(SERVED).signIn("controller3", "/appeals")) {
      signer.press("已完成终末消毒").sees("须由另一位管控人员答复申诉");
      assertThat(signer.button(UPHOLD)).hasCount(0);

      third.press("已完成终末消毒").sees(EVIDENCE).type("答复", "复核属实");
      third.settle().isAccessible().screenshot("appeal");
      third.press(UPHOLD).press("确定").sees("已答复").sees("暂无数据");
      third.choose("状态", "申诉成立").sees("复核属实");
      assertThat(inn.somebodyEnters().field("outcome")).isEqualTo("ENTERED");
      signer.hasNoComplaints();
      third.hasNoComplaints();
    }
  }

  /** Locks it, by the two who sign. */
  private static String locked(Inn inn) {
    Office office = SERVED.service();
    String order =
        office
            .staff("controller")
            .post(
                "/control-orders",
                Map.of(
                    "target",
                    Map.of("type", "VENUE", "venueId", inn.id()),
                    "rule",
                    "CASE_AT_VENUE",
                    "reason",
                    "样本",
                    "evidence",
                    EVIDENCE,
                    "expiresAt",
                    Instant.now().plus(Duration.ofDays(1)).toString()))
            .expect(201)
            .field("id");
    office
        .staff("controller2")
        .post("/control-orders/" + order + "/approval", Map.of())
        .expect(200);
    assertThat(inn.somebodyEnters().field("outcome")).isEqualTo("REFUSED");
    return order;
  }

  private static void propose(Desk desk) {
    desk.find("管控的场所", VENUE);
    desk.page().getByText("病例到访场所").click();
    desk.press("病例到访，须终末消毒").type("证据 (选填)", EVIDENCE).press("3 天");
    desk.press("提交审批");
  }
}
