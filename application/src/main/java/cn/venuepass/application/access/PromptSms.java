package cn.venuepass.application.access;

import cn.venuepass.application.notification.Delivery;
import cn.venuepass.application.notification.SmsGateway;
import cn.venuepass.application.notification.SmsGateway.TextMessage;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends text messages for somebody who waits: a slow gateway keeps few threads and nobody long. */
final class PromptSms {
  private static final int MOST_AT_ONCE = 8;
  private static final int IDLE_SECONDS = 30;

  private final SmsGateway gateway;
  private final Duration patience;
  private final ExecutorService threads;

  PromptSms(SmsGateway gateway, Duration patience) {
    this.gateway = gateway;
    this.patience = patience;
    this.threads =
        new ThreadPoolExecutor(
            0,
            MOST_AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              var thread = new Thread(work, "venuepass-sign-in-code");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What is known of a message when the wait is over. */
  enum Sent {
    TAKEN,
    /** The gateway did not take it: it will not arrive. */
    NOT_TAKEN,
    /** The gateway did not answer in time: it may arrive. */
    UNKNOWN
  }

  Sent send(TextMessage message) {
    try {
      Future<Delivery> sending = threads.submit(() -> gateway.send(message));
      Delivery delivery = sending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return delivery == Delivery.TRY_LATER ? Sent.NOT_TAKEN : Sent.TAKEN;
    } catch (RejectedExecutionException e) {
      return Sent.NOT_TAKEN;
    } catch (TimeoutException | ExecutionException e) {
      return Sent.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Sent.UNKNOWN;
    }
  }
}
