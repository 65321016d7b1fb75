package cn.venuepass.benchmarks.city;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;

/** One line on the terminal that says how far something is, not more than twice a second. */
final class Progress implements Consumer<String> {
  private static final long PAUSE = Duration.ofMillis(500).toNanos();
  private static final int WIDTH = 60;

  private final PrintWriter out;
  private long next = System.nanoTime();

  Progress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public synchronized void accept(String text) {
    long now = System.nanoTime();
    if (now - next >= 0) {
      next = now + PAUSE;
      out.print(
          ("\r%-" + WIDTH + "s").formatted(text.substring(0, Math.min(WIDTH, text.length()))));
      out.flush();
    }
  }
}
