package cn.venuepass.bootstrap.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser and one running service for all tests of a class. Where one of them is missing, the
 * class is skipped and what had started is stopped.
 */
public final class Served<S extends AutoCloseable> implements BeforeAllCallback, AfterAllCallback {
  private final Supplier<S> start;
  private final Deque<Chromium> browsers = new ArrayDeque<>();
  private final Deque<S> services = new ArrayDeque<>();

  /** With a service that is started before the first test. */
  public Served(Supplier<S> start) {
    this.start = start;
  }

  /** The browser. */
  public Chromium chromium() {
    return browsers.getFirst();
  }

  /** The service. */
  public S service() {
    return services.getFirst();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    browsers.add(Chromium.launch());
    services.add(start.get());
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    for (S service : services) {
      service.close();
    }
    browsers.forEach(Chromium::close);
  }
}
