package cn.venuepass.bootstrap.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Chromium;
import cn.venuepass.bootstrap.browser.Screen;
import cn.venuepass.bootstrap.browser.Served;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's phone with its browser: what they tap, type and see. */
final class Phone implements AutoCloseable {
  private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

  private final Screen screen;
  private final String service;

  private Phone(Screen screen, String service) {
    this.screen = screen;
    this.service = service;
  }

  /** How wide it is, what it speaks, and whether it is dark. */
  record Look(String language, int width, ColorScheme colours) {
    static final Look CHINESE = new Look("zh-CN", 390, ColorScheme.LIGHT);
    static final Look ENGLISH = new Look("en-US", 390, ColorScheme.LIGHT);
    static final Look DARK = new Look("zh-CN", 390, ColorScheme.DARK);

    /** The narrowest phone; and 1280 px at 400 % zoom, by WCAG 2.2, 1.4.10. */
    static final Look NARROW = new Look("zh-CN", 320, ColorScheme.LIGHT);
  }

  /** A phone of somebody, with nothing on it. */
  static Phone of(Chromium chromium, Town town) {
    return of(chromium, town, Look.CHINESE);
  }

  /** The same, of the town and in the browser that a class shares. */
  static Phone of(Served<Town> served) {
    return of(served, Look.CHINESE);
  }

  /** The same that looks and speaks otherwise. */
  static Phone of(Served<Town> served, Look look) {
    return of(served.chromium(), served.service(), look);
  }

  private static Phone of(Chromium chromium, Town town, Look look) {
    return new Phone(
        chromium.screen(
            new NewContextOptions()
                .setLocale(look.language())
                .setColorScheme(look.colours())
                .setViewportSize(look.width(), 844)
                .setPermissions(List.of("camera"))),
        town.address());
  }

  Page page() {
    return screen.page();
  }

  /** Opens an address of the service, as a camera app or a link does. */
  Phone visit(String path) {
    page().navigate(path.startsWith("http") ? path : service + path);
    return this;
  }

  /** Opens one of the phone's pages. */
  Phone go(String name, String... query) {
    String parameters = query.length == 0 ? "" : "?" + String.join("&", query);
    page().navigate("about:blank");
    return visit("/m/#/pages/" + name + "/" + name + parameters);
  }

  /** Closes the page, whatever it does just now, and opens an empty one. */
  Phone close(String reason) {
    assertThat(reason).isNotBlank();
    screen.closePage();
    return this;
  }

  Phone tap(String name) {
    page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).first().click();
    return this;
  }

  Phone tapExactly(String name) {
    page()
        .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
    return this;
  }

  Phone type(String label, String text) {
    page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    return this;
  }

  Phone choose(String label, String option) {
    page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    return this;
  }

  /** Takes the first that is offered. */
  Phone chooseFirst(String label) {
    page()
        .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setIndex(1));
    return this;
  }

  Phone check(String label) {
    page().getByLabel(label).check();
    return this;
  }

  /** Waits until that text can be seen. */
  Phone sees(String text) {
    screen.sees(text);
    return this;
  }

  Phone online(boolean online) {
    screen.context().setOffline(!online);
    return this;
  }

  /** What a tap on that button saves. */
  Path saves(String button, Path into) {
    Download download = page().waitForDownload(() -> tap(button));
    download.saveAs(into);
    return into;
  }

  /** Signs in with a mobile number; the demo shows the code that else comes as a message. */
  Phone signIn(String number) {
    return go("signin").signInHere(number);
  }

  /** The same on the page that asks for it. */
  Phone signInHere(String number) {
    type(words("手机号码", "Mobile number"), number);
    tap(words("获取验证码", "Send me a code"));
    Matcher code = SIX_DIGITS.matcher(page().locator(".demo-code").innerText());
    assertThat(code.find()).isTrue();
    type(words("验证码", "Code"), code.group());
    tapExactly(words("登录", "Sign in"));
    screen.waitFor("localStorage.getItem('session') !== null");
    return this;
  }

  /** Registers the real name of the person who signed in. */
  Phone registerAs(String name, String idNumber, String number) {
    return go("identity").nameHere(name, idNumber, number);
  }

  /** The same on the page that asks for it. */
  Phone nameHere(String name, String idNumber, String number) {
    type(words("姓名", "Name"), name).type(words("身份证号码", "ID number"), idNumber);
    type(words("手机号码", "Mobile number"), number);
    check(words("我已阅读并同意", "I have read and accept"));
    tapExactly(words("实名登记", "Your real name"));
    screen.waitFor("JSON.parse(localStorage.getItem('session')).realNamed");
    return this;
  }

  private String words(String chinese, String english) {
    return page().evaluate("document.documentElement.lang").equals("en") ? english : chinese;
  }

  /** The token that its browser uses just now. */
  String token() {
    return (String) page().evaluate("JSON.parse(localStorage.getItem('session')).access");
  }

  /** Set as if the person had set them before. */
  Phone prefer(String preferences) {
    screen
        .context()
        .addInitScript(
            "if (location.protocol === 'http:' && !localStorage.getItem('preferences'))"
                + " localStorage.setItem('preferences', '%s')".formatted(preferences));
    return this;
  }

  /** Waits until what the page asked for has come. */
  Phone settle() {
    screen.settle();
    return this;
  }

  /** Keeps a picture of the whole page for people to look at. */
  Phone screenshot(String name) {
    screen.screenshot(name);
    return this;
  }

  /** Nothing sticks out to the side, and axe-core finds nothing serious. */
  Phone isAccessible() {
    screen.isAccessible();
    return this;
  }

  /** What can be read on the page, but for what is to choose from. */
  String words() {
    return (String)
        page()
            .evaluate(
                """
                () => {
                  const page = document.querySelector('main').cloneNode(true)
                  page.querySelectorAll('option').forEach((choice) => choice.remove())
                  return page.textContent
                }
                """);
  }

  Locator alert() {
    return page().getByRole(AriaRole.ALERT).first();
  }

  /** Errors of scripts, and what the page's own rules forbade it. */
  List<String> complaints() {
    return screen.complaints();
  }

  @Override
  public void close() {
    screen.close();
  }
}
