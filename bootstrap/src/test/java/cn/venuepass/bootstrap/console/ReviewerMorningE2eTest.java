package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A reviewer before noon: applications are decided by keys, one by one and together. */
class ReviewerMorningE2eTest {
  /** A second key within this time is not taken for the next application. */
  private static final int GUARD_MILLIS = 450;

  @TempDir private static Path directory;

  @RegisterExtension
  static final Served<Office> SERVED =
      new Served<>(() -> new Office(directory, "--no-city", "--no-limits"));

  private static ApiClient applicant;

  @BeforeAll
  static void start() {
    applicant = SERVED.service().api().resident(People.somebody());
  }

  @Test
  void applicationsShouldBeDecidedByKeysAlone() {
    String known = apply("胡杨样本茶馆", "胡杨街8号");
    SERVED.service().staff("reviewer").post("/venues/" + known + "/approval", Map.of()).expect(200);
    String first = apply("红柳样本面馆", "红柳街21号");
    String unclear = apply("沙枣样本书店", "沙枣路");
    String twin = apply("胡杨样本茶馆", "胡杨街8号");
    List<String> surveyed =
        List.of(applySurveyed("棉桃样本超市", "棉桃巷3号"), applySurveyed("雪菊样本诊所", "雪菊巷15号"));
    String unsurveyed = apply("骏枣样本网吧", "骏枣大道77号");

    try (Desk desk = Desk.of(SERVED).signIn("reviewer", "/review")) {
      desk.sees("待审 6 件").sees("红柳街21号").settle().isAccessible();
      read(desk, "红柳样本面馆").key("a").sees("已通过：红柳样本面馆");
      assertThat(status(first)).isEqualTo("APPROVED");

      read(desk, "沙枣样本书店").key("r").sees("不通过：沙枣样本书店");
      assertThat(desk.page().locator("textarea")).isFocused();
      desk.key("2").isAccessible().key("Enter").sees("未通过：沙枣样本书店");
      JsonNode rejected = view(unclear);
      assertThat(rejected.get("status").asText()).isEqualTo("REJECTED");
      assertThat(rejected.get("rejectionReason").asText()).startsWith("详细地址不清楚");

      read(desk, "胡杨样本茶馆").sees("名称相同").screenshot("review").isAccessible();
      desk.key("a").sees("可能重复，仍然通过吗？").key("Escape");
      assertThat(desk.page().locator(".el-overlay:visible")).hasCount(0);
      assertThat(status(twin)).isEqualTo("PENDING");

      desk.key("j").key("x").key("ArrowDown").key("x").key("j").key("x").key("b");
      Locator included = desk.page().locator(".el-dialog:visible tbody .el-checkbox.is-checked");
      desk.sees("无摸排场所").sees("通过这 2 件").screenshot("review-batch").isAccessible();
      assertThat(included).hasCount(surveyed.size());
      desk.press("通过这 2 件").sees("已通过 2 件").press("关闭");
      assertThat(desk.page().locator(".review-list li")).hasCount(2);
      assertThat(surveyed).allMatch(id -> status(id).equals("APPROVED"));
      assertThat(status(unsurveyed)).isEqualTo("PENDING");
      desk.hasNoComplaints();
    }
  }

  @Test
  void whatSomebodyElseDecidedShouldBeToldAndTakenOut() {
    String gone = apply("云杉样本旅店", "云杉路5号");
    String left = apply("梭梭样本药店", "梭梭路6号");
    try (Desk desk = Desk.of(SERVED).signIn("reviewer", "/review")) {
      desk.page().locator(".review-list").getByText("云杉样本旅店").click();
      read(desk, "云杉样本旅店");
      reject(gone);
      desk.key("a").sees("已由他人处理或撤回").sees("请求编号");
      assertThat(desk.page().locator(".review-list").getByText("云杉样本旅店")).hasCount(0);
      assertThat(status(gone)).isEqualTo("REJECTED");
      desk.hasNoComplaints();
    }
    reject(left);
  }

  /** Waits until it is shown whole, and reads it for as long as a person does at least. */
  private static Desk read(Desk desk, String name) {
    assertThat(desk.page().locator(".review-open header h2")).hasText(name);
    assertThat(desk.page().locator(".review-beside[aria-busy=false]")).isVisible();
    desk.page().waitForTimeout(GUARD_MILLIS);
    return desk;
  }

  private static void reject(String id) {
    SERVED
        .service()
        .staff("reviewer")
        .post("/venues/" + id + "/rejection", Map.of("reason", "样本理由"))
        .expect(200);
  }

  private static String apply(String name, String address) {
    return applicant
        .post(
            "/venues",
            Map.of(
                "name",
                name,
                "type",
                "HOTEL",
                "contactName",
                "王样本",
                "contactPhone",
                "13800000001",
                "communityCode",
                People.COMMUNITY,
                "address",
                address))
        .expect(201)
        .field("id");
  }

  /** The same, of a place that a supervisor knows. */
  private static String applySurveyed(String name, String address) {
    Map<String, String> place =
        Map.of(
            "name", name, "type", "HOTEL", "communityCode", People.COMMUNITY, "address", address);
    SERVED
        .service()
        .staff("supervisor")
        .post("/survey/places", Map.of("items", List.of(place)))
        .expect(200);
    return apply(name, address);
  }

  private static JsonNode view(String id) {
    return applicant.get("/venues/" + id).expect(200).json();
  }

  private static String status(String id) {
    return view(id).get("status").asText();
  }
}
