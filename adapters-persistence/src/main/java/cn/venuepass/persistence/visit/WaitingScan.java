package cn.venuepass.persistence.visit;

import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A scan whose answer somebody waits for. */
final class WaitingScan {
  private final Scan scan;
  private final long since = System.nanoTime();
  private final CompletableFuture<Optional<ScanRecord>> answer = new CompletableFuture<>();
  private int attempts;

  WaitingScan(Scan scan) {
    this.scan = scan;
  }

  Scan scan() {
    return scan;
  }

  CompletableFuture<Optional<ScanRecord>> answer() {
    return answer;
  }

  Duration waited() {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /** How often it was tried to store, this time included. */
  int nextAttempt() {
    attempts++;
    return attempts;
  }
}
