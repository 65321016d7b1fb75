package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A supervisor plans, inspects with a photo, orders, and looks again when the venue says that it is
 * done.
 */
class InspectionE2eTest {
  private static final String VENUE = "检查样本宾馆";
  private static final String PLAN = "样本周计划";

  @TempDir private static Path directory;

  @RegisterExtension
  static final Served<Office> SERVED = new Served<>(() -> new Office(directory, "--no-city"));

  @Test
  void whatWasPlannedShouldBeInspectedOrderedAndVerified() throws IOException {
    Inn inn = Inn.open(SERVED.service(), VENUE);
    try (Desk desk = Desk.of(SERVED).signIn("supervisor", "/inspection-plans")) {
      desk.press("制定计划").type("计划名称", PLAN).press("7 天");
      desk.page().getByText("指定", new Page.GetByTextOptions().setExact(true)).click();
      desk.find("指定场所", VENUE).press("保存").sees("未检查").follow("去检查").sees(VENUE);

      inspect(desk);
      desk.sees("待整改").settle();
      assertThat(desk.page().getByAltText("照片 1")).isVisible();
      desk.isAccessible().screenshot("inspection");

      String id = desk.page().url().replaceAll(".*/", "");
      inn.keeper().post("/inspections/" + id + "/completion", Map.of("note", "已挪到门口")).expect(200);
      desk.page().reload();
      desk.sees("场所已报告整改完成，请到场复查。").press("复查通过").press("确定").sees("已销号");

      desk.go("/inspection-plans").follow(PLAN).sees("计划已全部完成");
      desk.go("/inspections?state=VERIFIED_IN_TIME").sees(VENUE).settle().isAccessible();
      desk.hasNoComplaints();
    }
  }

  private static void inspect(Desk desk) throws IOException {
    Path photo = directory.resolve("door.png");
    ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", photo.toFile());
    desk.press("全部合格");
    desk.page()
        .getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("位置醒目"))
        .getByText("不合格")
        .click();
    desk.page().getByText("责令改正").click();
    desk.press("7 天");
    desk.page().locator("input[type=file]").setInputFiles(photo);
    desk.press("登记");
  }
}
