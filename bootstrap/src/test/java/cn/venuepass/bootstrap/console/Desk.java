package cn.venuepass.bootstrap.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.bootstrap.browser.Chromium;
import cn.venuepass.bootstrap.browser.Screen;
import cn.venuepass.bootstrap.browser.Served;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;

/** Somebody's desk in the duty room: a wide screen with the console, and who works at it. */
final class Desk implements AutoCloseable {
  private final Screen screen;
  private final String service;

  private Desk(Screen screen, String service) {
    this.screen = screen;
    this.service = service;
  }

  /** A desk at which nobody has signed in. */
  static Desk of(Chromium chromium, Office office) {
    return of(chromium, office, "zh-CN", ColorScheme.LIGHT);
  }

  /** The same, of the office and in the browser that a class shares. */
  static Desk of(Served<Office> served) {
    return of(served.chromium(), served.service());
  }

  static Desk of(Served<Office> served, String language, ColorScheme colours) {
    return of(served.chromium(), served.service(), language, colours);
  }

  private static Desk of(Chromium chromium, Office office, String language, ColorScheme colours) {
    return new Desk(
        chromium.screen(
            new NewContextOptions()
                .setLocale(language)
                .setColorScheme(colours)
                .setViewportSize(1440, 900)),
        office.address());
  }

  /** Signs in one of the demo's staff, at that page of the console. */
  Desk signIn(String username, String path) {
    page().navigate(service + "/console#" + path);
    page().locator("#username").fill(username);
    return unlock(Office.PASSWORD);
  }

  Desk signIn(String username) {
    return signIn(username, "/");
  }

  /** Types the password where it is asked for. */
  Desk unlock(String password) {
    page().locator("#password").fill(password);
    page().locator("#password").press("Enter");
    assertThat(page().locator(".app-head")).isVisible();
    return this;
  }

  /** Goes there by the address. */
  Desk go(String path) {
    page().navigate(service + "/console#" + path);
    return this;
  }

  /** Follows a link of that name, in the menu or on the page. */
  Desk follow(String name) {
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
    return this;
  }

  Desk press(String button) {
    button(button).click();
    return this;
  }

  Locator button(String name) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  Desk key(String key) {
    page().keyboard().press(key);
    return this;
  }

  Desk type(String label, String text) {
    page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(text);
    return this;
  }

  /** Opens a list of choices, whose words lie over the field itself, and takes that one. */
  Desk choose(String label, String option) {
    Locator field =
        page()
            .getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    page().locator(".el-select").filter(new Locator.FilterOptions().setHas(field)).click();
    page()
        .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
        .click();
    return this;
  }

  /** Types a part of a name where things are found by it, and takes what is found. */
  Desk find(String label, String name) {
    page()
        .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label).setExact(true))
        .fill(name);
    page().getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setHasText(name)).click();
    return this;
  }

  /** What a press on that button saves. */
  Path saves(String button, Path into) {
    Download download = page().waitForDownload(() -> press(button));
    download.saveAs(into);
    return into;
  }

  Desk sees(String text) {
    screen.sees(text);
    return this;
  }

  Desk doesNotSee(String text) {
    assertThat(page().getByText(text)).hasCount(0);
    return this;
  }

  /** What the menu offers. */
  List<String> menu() {
    assertThat(page().locator(".app-menu a").first()).isVisible();
    return page().locator(".app-menu a").allInnerTexts();
  }

  /** Where it leads. */
  List<String> menuPaths() {
    assertThat(page().locator(".app-menu a").first()).isVisible();
    return page().locator(".app-menu a").all().stream()
        .map(link -> link.getAttribute("href").replaceFirst("^.*#", ""))
        .toList();
  }

  Desk settle() {
    screen.settle();
    return this;
  }

  Desk screenshot(String name) {
    screen.screenshot("console-" + name);
    return this;
  }

  Desk isAccessible() {
    screen.isAccessible();
    return this;
  }

  Page page() {
    return screen.page();
  }

  /** No script failed, and the pages' own rules forbade nothing. */
  void hasNoComplaints() {
    assertThat(screen.complaints()).isEmpty();
  }

  @Override
  public void close() {
    screen.close();
  }
}
