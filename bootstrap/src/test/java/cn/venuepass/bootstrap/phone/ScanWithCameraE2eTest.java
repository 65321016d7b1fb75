package cn.venuepass.bootstrap.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the application to the door, with a camera that sees the very picture that was saved. */
class ScanWithCameraE2eTest {
  @TempDir private Path directory;

  @Test
  void aPosterShouldBeAppliedForSavedAndScanned() throws Exception {
    Film film = new Film(directory.resolve("camera.mjpeg"));
    try (Chromium chromium = Chromium.seeing(film.file());
        Town town = new Town(directory.resolve("data"));
        Phone keeper = Phone.of(chromium, town);
        Phone guest = Phone.of(chromium, town)) {
      keeper.signIn(Town.number());
      keeper.go("venues").sees("重点场所").screenshot("venues-empty").tap("申请场所二维码");
      apply(keeper);
      keeper.sees("审核中").isAccessible().screenshot("venues-pending");
      String venue = town.firstPending();
      town.approve(venue);

      keeper.go("venue", "id=" + venue).sees("塔里木宾馆").isAccessible().screenshot("venue");
      Path in = keeper.saves("点击二维码保存至手机（进）", directory.resolve("in.png"));
      Path out = keeper.saves("点击二维码保存至手机（出）", directory.resolve("out.png"));

      String number = Town.number();
      guest.signIn(number).registerAs("阿依古丽", Town.idNumber(), number);
      film.shows(Files.readAllBytes(in));
      scan(guest, "一键登记进入").sees("已登记");
      scan(guest, "一键登记进入").sees("已在场内无需登记");
      film.shows(Files.readAllBytes(out));
      scan(guest, "一键登记离开").sees("已离开");
      guest.go("visits").sees("塔里木宾馆").isAccessible().screenshot("visits");
      assertThat(keeper.complaints()).isEmpty();
      assertThat(guest.complaints()).isEmpty();
    }
  }

  private static void apply(Phone keeper) {
    keeper
        .type("场所名称", "塔里木宾馆")
        .choose("场所类型", "HOTEL")
        .type("负责人姓名", "王样本")
        .type("负责人联系方式", "13800000001")
        .chooseFirst("师市")
        .chooseFirst("团镇、乡、街道")
        .chooseFirst("社区")
        .type("详细地址", "塔里木大道1号");
    keeper.screenshot("venue-form").tapExactly("保存");
  }

  private static Phone scan(Phone guest, String register) {
    return guest.go("home").tap("扫一扫登记").tap(register);
  }
}
