package cn.venuepass.wechat;

import java.util.concurrent.Semaphore;

/**
 * How many calls to another system there may be at once. One more is not made to wait: a system
 * that hangs takes so many threads and never all of them.
 */
final class CallLimit {
  private final Semaphore places;

  CallLimit(int atOnce) {
    this.places = new Semaphore(atOnce);
  }

  /**
   * Makes a call.
   *
   * @throws NoAnswer when there are as many as there may be
   */
  <T, X extends Exception> T during(Call<T, X> call) throws X {
    if (!places.tryAcquire()) {
      throw new NoAnswer("too many calls at once");
    }
    try {
      return call.make();
    } finally {
      places.release();
    }
  }

  /** A call that may fail in a way of its own. */
  @FunctionalInterface
  interface Call<T, X extends Exception> {
    T make() throws X;
  }
}
