package cn.venuepass.testkit.memory;

import cn.venuepass.application.lookup.RateLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Allows so many of each kind for each caller, ever. */
public final class CountingRateLimits implements RateLimits {
  public static final Duration WAIT = Duration.ofSeconds(42);

  private final Map<Key, Integer> left = new HashMap<>();
  private final int most;

  public CountingRateLimits(int most) {
    this.most = most;
  }

  /** No limits to speak of. */
  public static CountingRateLimits none() {
    return new CountingRateLimits(Integer.MAX_VALUE);
  }

  @Override
  public synchronized Optional<Duration> take(Who who, Limited what, int count) {
    int rest = left.getOrDefault(new Key(who, what), most);
    if (rest < count) {
      return Optional.of(WAIT);
    }
    left.put(new Key(who, what), rest - count);
    return Optional.empty();
  }

  private record Key(Who who, Limited what) {}
}
