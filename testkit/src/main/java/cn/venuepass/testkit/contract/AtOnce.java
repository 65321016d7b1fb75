package cn.venuepass.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs calls at the same moment, each in a thread of its own. */
public final class AtOnce {
  private static final int DEADLINE_SECONDS = 60;

  private AtOnce() {}

  /** The results of n calls that start together. */
  public static <T> List<T> run(int calls, IntFunction<T> call) {
    ExecutorService threads = Executors.newFixedThreadPool(calls);
    var start = new CountDownLatch(1);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        int number = i;
        Callable<T> work =
            () -> {
              start.await();
              return call.apply(number);
            };
        futures.add(threads.submit(work));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("a call failed", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
