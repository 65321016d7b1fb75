package cn.venuepass.bootstrap;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for work that is begun beside an answer. What it does not come to, a round does: so
 * the queue may be short, and what is left of it when the service stops is nothing lost.
 */
final class Background implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);
  private static final int MOST_WAITING = 10;
  private static final long STOP_SECONDS = 5;

  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(MOST_WAITING),
          work -> {
            var thread = new Thread(work, "venuepass-background");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.DiscardPolicy());

  @Override
  public void execute(Runnable work) {
    worker.execute(
        () -> {
          try {
            work.run();
          } catch (RuntimeException e) {
            LOG.warn("work in the background failed; a round goes on with it", e);
          }
        });
  }

  /** Lets the work under way come to its end, if that is soon. */
  @Override
  public void close() {
    worker.getQueue().clear();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
