package cn.venuepass.bootstrap.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Served;
import cn.venuepass.bootstrap.phone.Phone.Look;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Every page for everybody: narrow or zoomed, dark, in large type, in English, without a mouse. */
class EveryPageE2eTest {
  private static final Path PAGES = Path.of("..", "web", "mobile", "src", "pages.json");
  private static final int TABS = 40;
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+");

  /**
   * Names as people and authorities gave them, the words on posters, and how to find Chinese again.
   */
  private static final Pattern NAMES =
      Pattern.compile("塔里木宾馆|塔里木大道1号|[经王吐]\\*+本?|宾馆|第一师阿拉尔市|金银川路街道(第一社区)?|[入出]|关怀模式|语言|中文");

  @TempDir private static Path directory;

  @RegisterExtension static final Served<Town> SERVED = new Served<>(() -> new Town(directory));

  @Test
  void onANarrowPhoneAndAtFourHundredPercentNothingShouldStickOut() throws IOException {
    everyPage(Look.NARROW, "narrow", "{}");
  }

  @Test
  void inTheDarkEverythingShouldBeReadable() throws IOException {
    everyPage(Look.DARK, "dark", "{}");
  }

  @Test
  void inLargeTypeEverythingShouldBeReadable() throws IOException {
    everyPage(Look.NARROW, "large", "{\"large\": true}");
  }

  @Test
  void inEnglishNoPageShouldSpeakChinese() throws IOException {
    everyPage(
        Look.ENGLISH,
        "english",
        "{}",
        phone ->
            assertThat(CHINESE.matcher(NAMES.matcher(phone.words()).replaceAll("")).results())
                .as("Chinese on %s", phone.page().url())
                .extracting(MatchResult::group)
                .isEmpty());
  }

  @Test
  void aKeyboardShouldBeEnoughToRegister() {
    Town.Hotel hotel = SERVED.service().hotel();
    try (Phone phone = Phone.of(SERVED)) {
      String number = Town.number();
      phone.signIn(number).registerAs("古丽样本", Town.idNumber(), number);
      phone.visit(hotel.in()).sees("一键登记进入");
      assertThat(pressTabUntil(phone, "一键登记进入")).isTrue();
      phone.page().keyboard().press("Enter");
      phone.sees("已登记");
      assertThat(pressTabUntil(phone, "完成")).isTrue();
      phone.page().keyboard().press("Space");
      phone.sees("扫一扫登记");
    }
  }

  private void everyPage(Look look, String name, String preferences) throws IOException {
    everyPage(look, name, preferences, phone -> {});
  }

  private void everyPage(Look look, String name, String preferences, Consumer<Phone> further)
      throws IOException {
    try (Phone phone = Phone.of(SERVED, look)) {
      phone.prefer(preferences);
      Town.Hotel hotel = SERVED.service().hotelManagedBy(phone);
      SERVED.service().fatherOf(phone);
      for (String page : pages()) {
        String parameter = page.equals("landing") ? "code=" + code(hotel) : "id=" + hotel.id();
        phone.go(page, parameter, "venue=" + hotel.id()).settle().isAccessible();
        phone.screenshot(name + "-" + page);
        further.accept(phone);
      }
      assertThat(phone.complaints()).isEmpty();
    }
  }

  private static String code(Town.Hotel hotel) {
    return hotel.in().substring(hotel.in().lastIndexOf('/') + 1);
  }

  private static List<String> pages() throws IOException {
    JsonNode all = new ObjectMapper().readTree(PAGES.toFile()).get("pages");
    List<String> names =
        all.valueStream()
            .map(page -> page.get("path").asText())
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .toList();
    assertThat(names).hasSizeGreaterThan(20);
    return names;
  }

  private static boolean pressTabUntil(Phone phone, String button) {
    for (int i = 0; i < TABS; i++) {
      phone.page().keyboard().press("Tab");
      if (phone.page().evaluate("document.activeElement.textContent.trim()").equals(button)) {
        return true;
      }
    }
    return false;
  }
}
