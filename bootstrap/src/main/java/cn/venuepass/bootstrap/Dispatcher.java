package cn.venuepass.bootstrap;

import cn.venuepass.application.notification.DeliverNotifications;
import cn.venuepass.domain.notification.Carrier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has notifications brought in the background, a thread for each carrier, so that one that hangs
 * holds up only itself.
 */
final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final DeliverNotifications deliver;
  private final Duration pause;
  private final Duration grace;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<Thread> threads;

  private Dispatcher(DeliverNotifications deliver, Duration pause, Duration grace) {
    this.deliver = deliver;
    this.pause = pause;
    this.grace = grace;
    this.threads = Stream.of(Carrier.values()).map(this::thread).toList();
  }

  static Dispatcher start(DeliverNotifications deliver) {
    return start(deliver, PAUSE, GRACE);
  }

  /**
   * Starts the threads.
   *
   * @param pause how long to wait when nothing is due
   * @param grace how long a round under way may take when it is time to stop
   */
  static Dispatcher start(DeliverNotifications deliver, Duration pause, Duration grace) {
    var dispatcher = new Dispatcher(deliver, pause, grace);
    dispatcher.threads.forEach(Thread::start);
    return dispatcher;
  }

  /**
   * Begins no further round, and waits a little for those under way. What is cut off is done again
   * when its lease has run out.
   */
  @Override
  public void close() {
    stopped.countDown();
    long deadline = System.nanoTime() + grace.toNanos();
    try {
      for (Thread thread : threads) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        thread.join(Math.max(1, left));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.forEach(Thread::interrupt);
  }

  boolean isRunning() {
    return threads.stream().anyMatch(Thread::isAlive);
  }

  private Thread thread(Carrier carrier) {
    var thread = new Thread(() -> run(carrier), "venuepass-" + carrier);
    thread.setDaemon(true);
    return thread;
  }

  private void run(Carrier carrier) {
    try {
      boolean more = false;
      while (!stopped.await(more ? 0 : pause.toNanos(), TimeUnit.NANOSECONDS)) {
        more = round(carrier);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether there may be more to do at once. */
  private boolean round(Carrier carrier) {
    try {
      return deliver.deliver(carrier) == DeliverNotifications.MOST_AT_ONCE;
    } catch (RuntimeException e) {
      LOG.warn("no notifications through {} for now: {}", carrier, e.getClass().getName());
      return false;
    }
  }
}
