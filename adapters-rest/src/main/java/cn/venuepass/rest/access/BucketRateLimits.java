package cn.venuepass.rest.access;

import cn.venuepass.application.lookup.RateLimits;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A token bucket for each caller and thing that is limited, which fills steadily. Buckets that were
 * not used for a day are full again and forgotten; of more than fit, those that were not used for
 * the longest time.
 */
public final class BucketRateLimits implements RateLimits {
  private static final int MOST_BUCKETS = 100_000;
  private static final Duration LONGEST_PERIOD = Duration.ofDays(1);

  /** In the order of use, the longest unused first. */
  private final Map<Key, Used> buckets = new LinkedHashMap<>(16, 0.75f, true);

  private final int mostBuckets;
  private final InstantSource clock;
  private final TimeMeter meter;

  public BucketRateLimits(InstantSource clock) {
    this(clock, MOST_BUCKETS);
  }

  BucketRateLimits(InstantSource clock, int mostBuckets) {
    this.clock = clock;
    this.mostBuckets = mostBuckets;
    this.meter = new ClockMeter(clock);
  }

  @Override
  public Optional<Duration> take(Who who, Limited what, int count) {
    ConsumptionProbe probe = bucketOf(new Key(who, what)).tryConsumeAndReturnRemaining(count);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** How many buckets are remembered. */
  int size() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private Bucket bucketOf(Key key) {
    synchronized (buckets) {
      Instant now = clock.instant();
      Used known = buckets.get(key);
      Bucket bucket = known == null ? newBucket(key.what()) : known.bucket();
      buckets.put(key, new Used(bucket, now));
      forget(now.minus(LONGEST_PERIOD));
      return bucket;
    }
  }

  private void forget(Instant unusedSince) {
    Iterator<Used> longestUnused = buckets.values().iterator();
    while (longestUnused.hasNext()) {
      boolean old = !longestUnused.next().at().isAfter(unusedSince);
      if (!old && buckets.size() <= mostBuckets) {
        return;
      }
      longestUnused.remove();
    }
  }

  private Bucket newBucket(Limited what) {
    var builder = Bucket.builder().withCustomTimePrecision(meter);
    limitsOf(what).forEach(builder::addLimit);
    return builder.build();
  }

  private static List<Bandwidth> limitsOf(Limited what) {
    return switch (what) {
      case ID_NUMBER_TYPED ->
          List.of(limit(60, Duration.ofMinutes(1)), limit(1_500, Duration.ofDays(1)));
      case NAME_SEARCHED -> List.of(limit(30, Duration.ofMinutes(1)));
      case ID_NUMBER_UPLOADED -> List.of(limit(2_000, Duration.ofHours(1)));
      case FAMILY_MEMBER_ADDED, IDENTITY_CLAIMED -> List.of(limit(20, Duration.ofDays(1)));
      case SIGN_IN_CODE_REQUESTED ->
          List.of(limit(10, Duration.ofMinutes(1)), limit(30, Duration.ofHours(1)));
      case SIGN_IN_CODE_TRIED ->
          List.of(limit(20, Duration.ofMinutes(1)), limit(60, Duration.ofHours(1)));
    };
  }

  private static Bandwidth limit(long count, Duration period) {
    return Bandwidth.builder().capacity(count).refillGreedy(count, period).build();
  }

  private record Key(Who who, Limited what) {}

  private record Used(Bucket bucket, Instant at) {}

  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
