package cn.venuepass.bootstrap.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Debian's chromium, driven by Playwright. Where none is installed, the test that asks is skipped.
 */
public final class Chromium implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));
  private static final List<String> QUIETLY =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream");

  private static final int PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** A browser whose camera sees what that film shows, again and again. */
  public static Chromium seeing(Path film) {
    return launch("--use-file-for-fake-video-capture=" + film.toAbsolutePath());
  }

  /** A browser. */
  public static Chromium launch(String... more) {
    Optional<Path> installed = PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(installed.isPresent(), "no browser: install Debian's chromium");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    List<String> arguments =
        new ArrayList<>(Stream.concat(QUIETLY.stream(), Stream.of(more)).toList());
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(
                new LaunchOptions().setExecutablePath(installed.orElseThrow()).setArgs(arguments)));
  }

  /** A screen with nothing on it, and nothing remembered. */
  public Screen screen(NewContextOptions options) {
    return new Screen(browser, options);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
