package cn.venuepass.bootstrap.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees who opens a poster's address in any browser. */
class PosterPageE2eTest {
  @TempDir private static Path directory;

  @RegisterExtension static final Served<Town> SERVED = new Served<>(() -> new Town(directory));

  @Test
  void oneTapShouldRegisterAndOnceOnly() {
    Town.Hotel hotel = SERVED.service().hotel();
    try (Phone phone = Phone.of(SERVED)) {
      String number = Town.number();
      phone.signIn(number).registerAs("阿依古丽", Town.idNumber(), number);

      phone.visit(hotel.in()).sees("塔里木宾馆").isAccessible().screenshot("landing-in");
      phone.tap("一键登记进入").sees("已登记").isAccessible().screenshot("result-entered");
      phone.visit(hotel.in()).tap("一键登记进入").sees("已在场内无需登记");
      phone.isAccessible().screenshot("result-already-inside");
      phone.visit(hotel.out()).isAccessible().screenshot("landing-out");
      phone.tap("一键登记离开").sees("已离开").isAccessible().screenshot("result-left");
      assertThat(phone.complaints()).isEmpty();
    }
  }

  @Test
  void whoIsNewShouldBeLedThroughSigningInAndStillBeRegistered() {
    Town.Hotel hotel = SERVED.service().hotel();
    try (Phone phone = Phone.of(SERVED)) {
      phone.visit(hotel.in()).tap("一键登记进入");
      phone.sees("手机号码").signInHere(Town.number());
      phone.sees("只需登记一次").nameHere("买买提样本", Town.idNumber(), "13800000009");
      phone.sees("已登记");
      assertThat(phone.complaints()).isEmpty();
    }
  }

  @Test
  void withoutNetworkItShouldSayThatNothingIsRegistered() {
    Town.Hotel hotel = SERVED.service().hotel();
    try (Phone phone = Phone.of(SERVED)) {
      String number = Town.number();
      phone.signIn(number).registerAs("古丽样本", Town.idNumber(), number);
      phone.visit(hotel.in()).sees("一键登记进入");
      phone.online(false).tap("一键登记进入").sees("还没有登记成功").screenshot("landing-offline");
      phone.online(true).tap("一键登记进入").sees("已登记");
    }
  }

  @Test
  void aCodeThatIsNoneShouldSaySo() {
    try (Phone phone = Phone.of(SERVED)) {
      phone.visit("/s/NOSUCHCODE").sees("无法识别").isAccessible().screenshot("landing-unknown");
    }
  }

  @Test
  void inEnglishItShouldSpeakEnglish() {
    Town.Hotel hotel = SERVED.service().hotel();
    try (Phone phone = Phone.of(SERVED, Phone.Look.ENGLISH)) {
      phone
          .visit(hotel.in())
          .sees("Register my entry")
          .isAccessible()
          .screenshot("landing-english");
    }
  }
}
