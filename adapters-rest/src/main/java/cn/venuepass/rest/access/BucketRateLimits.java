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
import java.util.stream.Stream;

/**
 * A token bucket for each caller and thing that is limited, which fills steadily. Buckets that were
 * not used for a day are full again and forgotten; of more than fit, those that were not used for
 * the longest time.
 */
public final class BucketRateLimits implements RateLimits {
  private static final int MOST_BUCKETS = 100_000;
  private static final int MOST_STRIPES = 64;
  private static final Duration LONGEST_PERIOD = Duration.ofDays(1);

  private final List<Stripe> stripes;
  private final InstantSource clock;
  private final TimeMeter meter;
  private final Rates rates;

  /**
   * Requests a minute.
   *
   * @param account of one account
   * @param address with a token from one address, which many people may share
   * @param anonymous without a token from one address; a tenth of it may be passwords of staff
   */
  public record Rates(int account, int address, int anonymous) {
    public static final Rates DEFAULT = new Rates(600, 60_000, 600);
  }

  public BucketRateLimits(InstantSource clock) {
    this(clock, Rates.DEFAULT);
  }

  public BucketRateLimits(InstantSource clock, Rates rates) {
    this(clock, rates, MOST_BUCKETS, MOST_STRIPES);
  }

  BucketRateLimits(InstantSource clock, Rates rates, int mostBuckets, int stripes) {
    this.clock = clock;
    this.rates = rates;
    this.meter = new ClockMeter(clock);
    this.stripes = Stream.generate(() -> new Stripe(mostBuckets / stripes)).limit(stripes).toList();
  }

  @Override
  public Optional<Duration> take(Who who, Limited what, int count) {
    Key key = new Key(who, what);
    Stripe stripe = stripes.get(Math.floorMod(spread(key.hashCode()), stripes.size()));
    ConsumptionProbe probe =
        stripe.bucketOf(key, clock.instant()).tryConsumeAndReturnRemaining(count);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** How many buckets are remembered. */
  int size() {
    return stripes.stream().mapToInt(stripe -> stripe.size(clock.instant())).sum();
  }

  private static int spread(int hash) {
    return hash ^ hash >>> 16;
  }

  /** A part of the buckets with a lock of its own, so that callers do not wait for each other. */
  private final class Stripe {
    /** In the order of use, the longest unused first. */
    private final Map<Key, Used> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private final int most;

    Stripe(int most) {
      this.most = most;
    }

    synchronized int size(Instant now) {
      forget(now.minus(LONGEST_PERIOD));
      return buckets.size();
    }

    synchronized Bucket bucketOf(Key key, Instant now) {
      Used known = buckets.get(key);
      Bucket bucket = known == null ? newBucket(key) : known.bucket();
      buckets.put(key, new Used(bucket, now));
      forget(now.minus(LONGEST_PERIOD));
      return bucket;
    }

    private void forget(Instant unusedSince) {
      Iterator<Used> longestUnused = buckets.values().iterator();
      while (longestUnused.hasNext()) {
        boolean old = !longestUnused.next().at().isAfter(unusedSince);
        if (!old && buckets.size() <= most) {
          return;
        }
        longestUnused.remove();
      }
    }
  }

  private Bucket newBucket(Key key) {
    var builder = Bucket.builder().withCustomTimePrecision(meter);
    limitsOf(key).forEach(builder::addLimit);
    return builder.build();
  }

  private List<Bandwidth> limitsOf(Key key) {
    return switch (key.what()) {
      case ID_NUMBER_TYPED ->
          List.of(limit(60, Duration.ofMinutes(1)), limit(1_500, Duration.ofDays(1)));
      case NAME_SEARCHED -> List.of(limit(30, Duration.ofMinutes(1)));
      case ID_NUMBER_UPLOADED -> List.of(limit(2_000, Duration.ofHours(1)));
      case FAMILY_MEMBER_ADDED, IDENTITY_CLAIMED -> List.of(limit(20, Duration.ofDays(1)));
      case SIGN_IN_CODE_REQUESTED ->
          List.of(limit(10, Duration.ofMinutes(1)), limit(30, Duration.ofHours(1)));
      case SIGN_IN_CODE_TRIED ->
          List.of(limit(20, Duration.ofMinutes(1)), limit(60, Duration.ofHours(1)));
      case REQUEST_WITH_TOKEN ->
          List.of(
              limit(
                  key.who() instanceof Who.Address ? rates.address() : rates.account(),
                  Duration.ofMinutes(1)));
      case REQUEST_WITHOUT_TOKEN, SIGN_IN ->
          List.of(limit(rates.anonymous(), Duration.ofMinutes(1)));
      case STAFF_SIGN_IN ->
          List.of(limit(Math.max(1, rates.anonymous() / 10), Duration.ofMinutes(1)));
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
