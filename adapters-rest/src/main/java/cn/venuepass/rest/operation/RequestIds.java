package cn.venuepass.rest.operation;

import java.util.HexFormat;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/**
 * Names for requests: a client is told one with the answer, and the log has it in every line that
 * was written meanwhile. Always our own, since a foreign one could name another request, or
 * anybody.
 */
public final class RequestIds {
  static final String HEADER = "X-Request-Id";
  static final String IN_LOG = "requestId";

  private RequestIds() {}

  /** A name that says nothing, also of how many there are. */
  static String next() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** Those workers; what they do is done in the name of the request that is under way here. */
  public static Executor carriedTo(Executor workers) {
    String id = MDC.get(IN_LOG);
    return id == null ? workers : task -> workers.execute(() -> in(id, task));
  }

  /** Does something in the name of a request. */
  static void in(String id, Runnable task) {
    MDC.put(IN_LOG, id);
    try {
      task.run();
    } finally {
      MDC.remove(IN_LOG);
    }
  }
}
