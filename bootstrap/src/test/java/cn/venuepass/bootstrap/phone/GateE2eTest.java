package cn.venuepass.bootstrap.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Chromium;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager at the door, with a camera and without a network. */
class GateE2eTest {
  @TempDir private Path directory;

  @Test
  void aCodeOnOnePhoneShouldBeScannedByTheManagersPhone() {
    Film film = new Film(directory.resolve("camera.mjpeg"));
    try (Chromium chromium = Chromium.seeing(film.file());
        Town town = new Town(directory.resolve("data"));
        Phone daughter = Phone.of(chromium, town);
        Phone manager = Phone.of(chromium, town)) {
      Town.Hotel hotel = town.hotelManagedBy(manager);
      String number = Town.number();
      daughter.signIn(number).registerAs("古丽样本", Town.idNumber(), number);
      daughter.go("family-add").type("姓名", "吐尔逊样本").type("身份证号码", Town.idNumber());
      daughter.choose("与我的关系", "父亲").check("我替家人同意").screenshot("family-add");
      daughter.tapExactly("添加家人").go("family").sees("父亲").isAccessible().screenshot("family");
      daughter.tap("出示通行码").sees("请场所管理员扫此码登记").isAccessible().screenshot("pass");

      film.shows(daughter.page().locator("img").first().screenshot());
      manager.go("gate", "venue=" + hotel.id()).tap("扫通行码登记").sees("已登记");
      manager.screenshot("gate-entered").tap("停止扫码").go("inside", "venue=" + hotel.id());
      manager.sees("吐***本").isAccessible().screenshot("inside");
      manager.go("gate", "venue=" + hotel.id()).tap("扫通行码登记").sees("已在场内无需登记");
    }
  }

  @Test
  void whatAGateWithoutNetworkRegistersShouldArriveExactlyOnce() {
    try (Chromium chromium = Chromium.launch();
        Town town = new Town(directory.resolve("data"));
        Phone manager = Phone.of(chromium, town)) {
      Town.Hotel hotel = town.hotelManagedBy(manager);
      manager.go("gate", "venue=" + hotel.id()).isAccessible().screenshot("gate");
      manager.online(false).tapExactly("手工登记");
      for (String idNumber : List.of(Town.idNumber(), Town.idNumber(), Town.idNumber())) {
        manager.type("身份证号码", idNumber).tapExactly("确定").sees("已保存在本机").tap("下一位");
      }
      manager.sees("待上传 3 条").isAccessible().screenshot("gate-offline").close("by mistake");
      manager.go("gate", "venue=" + hotel.id()).sees("待上传 3 条").screenshot("gate-reopened");
      manager.online(true).sees("没有待上传的登记");
      manager.close("to see whether all come again").go("gate", "venue=" + hotel.id());
      manager.sees("场内 3 人").sees("没有待上传的登记");

      assertThat(town.visits(hotel, manager)).hasSize(3);
    }
  }
}
