package cn.venuepass.benchmarks.load.generator;

import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;

/** Wakes a selector whenever somebody is due, more exactly than its own timeout can. */
final class Pacer {
  private final Selector selector;
  private final Arrivals schedule;
  private final Thread thread = new Thread(this::run, "pacer");
  private volatile boolean stopped;

  private Pacer(Selector selector, Arrivals schedule) {
    this.selector = selector;
    this.schedule = schedule;
  }

  static Pacer start(Selector selector, Arrivals schedule) {
    var pacer = new Pacer(selector, schedule);
    pacer.thread.setDaemon(true);
    pacer.thread.start();
    return pacer;
  }

  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped && !schedule.isOver()) {
      long due = schedule.take();
      while (!stopped && due > System.nanoTime()) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Selector unused = selector.wakeup();
    }
  }
}
