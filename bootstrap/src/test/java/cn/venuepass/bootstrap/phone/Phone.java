package cn.venuepass.bootstrap.phone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's phone with its browser: what they tap, type and see. */
final class Phone implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final Pattern SIX_DIGITS = Pattern.compile("\\d{6}");

  /** What web/mobile's lock file names; the rules that axe-core calls serious or critical. */
  private static final Path AXE =
      Path.of("..", "web", "mobile", "node_modules", "axe-core", "axe.min.js");

  private static final String GRAVE_FINDINGS =
      """
      async () => (await axe.run()).violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary)
      """;

  private final BrowserContext context;
  private final String service;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Page page;

  private Phone(BrowserContext context, String service) {
    this.context = context;
    this.service = service;
    this.page = newPage();
  }

  /** How wide it is, what it speaks, and whether it is dark. */
  record Look(String language, int width, ColorScheme colours) {
    static final Look CHINESE = new Look("zh-CN", 390, ColorScheme.LIGHT);
    static final Look ENGLISH = new Look("en-US", 390, ColorScheme.LIGHT);
    static final Look DARK = new Look("zh-CN", 390, ColorScheme.DARK);

    /** The narrowest phone; and 1280 px at 400 % zoom, by WCAG 2.2, 1.4.10. */
    static final Look NARROW = new Look("zh-CN", 320, ColorScheme.LIGHT);
  }

  static Phone of(Browser browser, String service, Look look) {
    return new Phone(
        browser.newContext(
            new NewContextOptions()
                .setLocale(look.language())
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(look.colours())
                .setViewportSize(look.width(), 844)
                .setPermissions(List.of("camera"))
                .setAcceptDownloads(true)),
        service);
  }

  private Page newPage() {
    Page opened = context.newPage();
    opened.setDefaultTimeout(20_000);
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.text());
          }
        });
    opened.onPageError(complaints::add);
    return opened;
  }

  Page page() {
    return page;
  }

  /** Opens an address of the service, as a camera app or a link does. */
  Phone visit(String path) {
    page.navigate(path.startsWith("http") ? path : service + path);
    return this;
  }

  /** Opens one of the phone's pages. */
  Phone go(String name, String... query) {
    String parameters = query.length == 0 ? "" : "?" + String.join("&", query);
    page.navigate("about:blank");
    return visit("/m/#/pages/" + name + "/" + name + parameters);
  }

  /** Closes the page, whatever it does just now, and opens an empty one. */
  Phone close(String reason) {
    assertThat(reason).isNotBlank();
    page.close();
    page = newPage();
    return this;
  }

  Phone tap(String name) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).first().click();
    return this;
  }

  Phone tapExactly(String name) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
    return this;
  }

  Phone type(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    return this;
  }

  Phone choose(String label, String option) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
    return this;
  }

  /** Takes the first that is offered. */
  Phone chooseFirst(String label) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
        .selectOption(new SelectOption().setIndex(1));
    return this;
  }

  Phone check(String label) {
    page.getByLabel(label).check();
    return this;
  }

  /** Waits until that text can be seen. */
  Phone sees(String text) {
    assertThat(page.getByText(text).first()).isVisible();
    return this;
  }

  Phone online(boolean online) {
    context.setOffline(!online);
    return this;
  }

  /** What a tap on that button saves. */
  Path saves(String button, Path into) {
    Download download = page.waitForDownload(() -> tap(button));
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
    Matcher code = SIX_DIGITS.matcher(page.locator(".demo-code").innerText());
    assertThat(code.find()).isTrue();
    type(words("验证码", "Code"), code.group());
    tapExactly(words("登录", "Sign in"));
    waitFor("localStorage.getItem('session') !== null");
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
    waitFor("JSON.parse(localStorage.getItem('session')).realNamed");
    return this;
  }

  /** Playwright's own waiting is an eval, which the pages' rules forbid. */
  private void waitFor(String condition) {
    page.waitForCondition(() -> (boolean) page.evaluate(condition));
  }

  private String words(String chinese, String english) {
    return page.evaluate("document.documentElement.lang").equals("en") ? english : chinese;
  }

  /** The token that its browser uses just now. */
  String token() {
    return (String) page.evaluate("JSON.parse(localStorage.getItem('session')).access");
  }

  /** Set as if the person had set them before. */
  Phone prefer(String preferences) {
    context.addInitScript(
        "if (location.protocol === 'http:' && !localStorage.getItem('preferences'))"
            + " localStorage.setItem('preferences', '%s')".formatted(preferences));
    return this;
  }

  /** Waits until what the page asked for has come. */
  Phone settle() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator("main").first().waitFor();
    return this;
  }

  /** Keeps a picture of the whole page for people to look at. */
  Phone screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    return this;
  }

  /** Nothing sticks out to the side, and axe-core finds nothing serious. */
  Phone isAccessible() {
    assertThat((int) page.evaluate("document.scrollingElement.scrollWidth - innerWidth"))
        .as("sticks out to the side: %s", page.url())
        .isLessThanOrEqualTo(0);
    page.evaluate(text(AXE));
    assertThat((List<?>) page.evaluate(GRAVE_FINDINGS)).as("axe-core, %s", page.url()).isEmpty();
    return this;
  }

  /** What can be read on the page, but for what is to choose from. */
  String words() {
    return (String)
        page.evaluate(
            """
            () => {
              const page = document.querySelector('main').cloneNode(true)
              page.querySelectorAll('option').forEach((choice) => choice.remove())
              return page.textContent
            }
            """);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Locator alert() {
    return page.getByRole(AriaRole.ALERT).first();
  }

  /** Errors of scripts, and what the page's own rules forbade it. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
