package cn.venuepass.benchmarks.city;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same work on each core. */
final class Workers {
  /** Work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private Workers() {}

  /**
   * Runs the work so many times at once, and waits.
   *
   * @throws IllegalStateException when one of them failed
   */
  static void run(int count, Work work) {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        all.add(
            threads.submit(
                () -> {
                  work.run();
                  return true;
                }));
      }
      for (Future<Boolean> one : all) {
        boolean unused = one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the city cannot be filled", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      List<Runnable> unused = threads.shutdownNow();
    }
  }
}
