package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What happens at the doors shows on the administrator's board, which nobody reloads. */
class LiveBoardE2eTest {
  /** All scans of the table of minutes. */
  private static final String SCANS =
      "[...document.querySelectorAll('details .live-table tbody td:last-child')]"
          + ".reduce((sum, cell) => sum + Number(cell.textContent), 0)";

  @TempDir private static Path directory;

  @RegisterExtension
  static final Served<Office> SERVED = new Served<>(() -> new Office(directory, "--no-city"));

  @Test
  void aScanShouldAppearByItself() {
    Inn inn = Inn.open(SERVED.service(), "态势样本宾馆");
    try (Desk desk = Desk.of(SERVED).signIn("admin", "/live")) {
      desk.sees("实时 · 自").sees("在线");
      desk.page().getByText("以表格显示").click();
      inn.somebodyEnters();
      desk.page().waitForCondition(() -> scans(desk) == 1);
      assertThat(desk.page().locator("canvas")).isVisible();
      desk.isAccessible().screenshot("live-board");

      desk.press("锁定").unlock("venuepass-demo").sees("实时 · 自");
      inn.somebodyEnters();
      desk.page().waitForCondition(() -> scans(desk) == 2);
      desk.hasNoComplaints();
    }
  }

  private static int scans(Desk desk) {
    return ((Number) desk.page().evaluate(SCANS)).intValue();
  }
}
