package cn.venuepass.rest.board;

import cn.venuepass.rest.problem.ProblemException;
import cn.venuepass.rest.problem.ProblemType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ChunkedOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams of events that go on until somebody ends them. Each has a thread of its own, so that a
 * reader who is slow holds up nobody else; nothing is kept for a reader but what the connection
 * takes.
 */
public final class LiveStreams implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
  private static final long STOP_SECONDS = 5;
  private static final String STILL_HERE = ": nothing can be read now\n\n";

  private final Settings settings;
  private final Semaphore places;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "venuepass-live");
            thread.setDaemon(true);
            return thread;
          });

  public LiveStreams(Settings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.most());
  }

  /**
   * How streams go on.
   *
   * @param pause between events
   * @param most how many streams there are at once
   * @param longest after which readers have to come again
   */
  public record Settings(Duration pause, int most, Duration longest) {
    /** For a duty room or two. */
    public static final Settings DEFAULT =
        new Settings(Duration.ofSeconds(2), 20, Duration.ofMinutes(15));
  }

  /**
   * Begins a stream.
   *
   * @param allowed asked before each event whether the reader may still see it
   * @param event what the reader gets
   * @throws ProblemException when there are too many already, or the service stops
   */
  ChunkedOutput<byte[]> open(BooleanSupplier allowed, Supplier<String> event) {
    if (stopped.getCount() == 0 || !places.tryAcquire()) {
      throw new ProblemException(ProblemType.UNAVAILABLE);
    }
    var output = new ChunkedOutput<byte[]>(byte[].class);
    threads.execute(() -> run(output, allowed, event));
    return output;
  }

  private void run(ChunkedOutput<byte[]> output, BooleanSupplier allowed, Supplier<String> event) {
    long begin = System.nanoTime();
    try (output) {
      do {
        String next = next(allowed, event);
        if (next.isEmpty()) {
          return;
        }
        output.write(next.getBytes(StandardCharsets.UTF_8));
      } while (!stopped.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS)
          && System.nanoTime() - begin < settings.longest().toNanos()
          && !output.isClosed());
    } catch (IOException e) {
      LOG.debug("a reader is gone, or too slow", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  /** Empty when the reader may not see it any more. */
  private static String next(BooleanSupplier allowed, Supplier<String> event) {
    try {
      return allowed.getAsBoolean() ? event.get() : "";
    } catch (RuntimeException e) {
      LOG.debug("a stream has nothing to tell", e);
      return STILL_HERE;
    }
  }

  /** Ends all streams after the event under way; a reader who does not take that is left. */
  @Override
  public void close() {
    stopped.countDown();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.info("a reader of a stream was cut off");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
