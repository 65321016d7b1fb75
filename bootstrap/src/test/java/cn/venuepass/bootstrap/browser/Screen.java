package cn.venuepass.bootstrap.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser that nobody used before, with one page, and what went wrong on its pages. */
public final class Screen implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int LOOKS = 3;

  /** What web/mobile's lock file names; the rules that axe-core calls serious or critical. */
  private static final Path AXE =
      Path.of("..", "web", "mobile", "node_modules", "axe-core", "axe.min.js");

  private static final String GRAVE_FINDINGS =
      """
      async () => (await axe.run()).violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, nodes }) => id + ': ' + nodes[0].html + ' ' + nodes[0].failureSummary)
      """;

  /** What fades in or out has no contrast of its own; what begins to is known a frame later. */
  private static final String AT_REST =
      """
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        .then(() => document.getAnimations().every(({ playState, effect }) =>
          playState !== 'running' || effect.getComputedTiming().endTime === Infinity))
      """;

  private final BrowserContext context;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Page page;

  Screen(Browser browser, NewContextOptions options) {
    context = browser.newContext(options.setTimezoneId("Asia/Shanghai").setAcceptDownloads(true));
    page = newPage();
  }

  private Page newPage() {
    Page opened = context.newPage();
    opened.setDefaultTimeout(PATIENCE_MILLIS);
    opened.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().startsWith("Failed to load")) {
            complaints.add(message.text());
          }
        });
    opened.onPageError(complaints::add);
    return opened;
  }

  public BrowserContext context() {
    return context;
  }

  public Page page() {
    return page;
  }

  /** Closes the page, whatever it does just now, and opens an empty one. */
  public void closePage() {
    page.close();
    page = newPage();
  }

  /** Waits until that text can be seen. */
  public void sees(String text) {
    assertThat(page.getByText(text).filter(new Locator.FilterOptions().setVisible(true)).first())
        .isVisible();
  }

  /** Waits until what the page asked for has come. */
  public void settle() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator("main").first().waitFor();
  }

  /** Waits for it; Playwright's own waiting is an eval, which the pages' rules forbid. */
  public void waitFor(String condition) {
    page.waitForCondition(() -> (boolean) page.evaluate(condition));
  }

  /** Keeps a picture of the whole page for people to look at. */
  public void screenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }

  /**
   * Nothing sticks out to the side, and axe-core finds nothing serious. What it finds once may be
   * what came after the wait and was still fading in; what is wrong is found each time.
   */
  public void isAccessible() {
    assertThat((int) page.evaluate("document.scrollingElement.scrollWidth - innerWidth"))
        .as("sticks out to the side: %s", page.url())
        .isLessThanOrEqualTo(0);
    page.evaluate(text(AXE));
    List<?> found = findings();
    for (int look = 1; look < LOOKS && !found.isEmpty(); look++) {
      found = findings();
    }
    assertThat(found).as("axe-core, %s", page.url()).isEmpty();
  }

  private List<?> findings() {
    waitFor(AT_REST);
    return (List<?>) page.evaluate(GRAVE_FINDINGS);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Errors of scripts, and what the page's own rules forbade it. */
  public List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
