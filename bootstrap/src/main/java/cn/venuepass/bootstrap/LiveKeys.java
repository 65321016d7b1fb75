package cn.venuepass.bootstrap;

import cn.venuepass.domain.MacKeys;
import cn.venuepass.persistence.FieldKeys;
import cn.venuepass.rest.access.JwtAccessTokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a running service: those of the file, as the clock has them. A file that cannot be
 * used changes nothing.
 */
final class LiveKeys {
  private static final Logger LOG = LoggerFactory.getLogger(LiveKeys.class);

  private final KeysFile file;
  private final InstantSource clock;
  private Keys keys;
  private KeysFile.Stamp stamp;
  private boolean complained;
  private volatile Moment moment;

  /**
   * The keys that hold for a while.
   *
   * @param until when the next key takes over; none if none is waiting
   */
  private record Moment(
      MacKeys posters, JwtAccessTokens.Ring tokens, FieldKeys fields, Optional<Instant> until) {
    static Moment of(Keys keys, Instant now) {
      return new Moment(
          keys.posterMacKeys(now), keys.tokenKeys(now), keys.fieldKeys(now), keys.nextTurn(now));
    }

    boolean isOver(Instant now) {
      return until.filter(end -> !now.isBefore(end)).isPresent();
    }
  }

  private LiveKeys(KeysFile file, KeysFile.Stamp stamp, Keys keys, InstantSource clock) {
    this.file = file;
    this.stamp = stamp;
    this.clock = clock;
    this.keys = keys;
    this.moment = Moment.of(keys, clock.instant());
  }

  /**
   * The keys of that file from now on.
   *
   * @throws IllegalArgumentException when it is no keys file
   */
  static LiveKeys of(KeysFile file, InstantSource clock) {
    return new LiveKeys(file, file.stamp(), file.read(), clock);
  }

  Keys.Purpose purpose() {
    return keys().purpose();
  }

  MacKeys posters() {
    return now().posters();
  }

  JwtAccessTokens.Ring tokens() {
    return now().tokens();
  }

  FieldKeys fields() {
    return now().fields();
  }

  /** Reads the file again if it changed; what cannot be used is tried again each time. */
  synchronized void look() {
    try {
      KeysFile.Stamp seen = file.stamp();
      if (seen.equals(stamp)) {
        return;
      }
      Keys read = file.read();
      if (!read.isSuccessorOf(keys, clock.instant())) {
        throw new IllegalArgumentException(file.path() + " lacks keys that are in use");
      }
      take(read);
      stamp = seen;
    } catch (IllegalArgumentException e) {
      if (!complained) {
        LOG.error("the keys known before stay in use: {}", e.getMessage());
        complained = true;
      }
    }
  }

  private synchronized Keys keys() {
    return keys;
  }

  private synchronized void take(Keys read) {
    complained = false;
    keys = read;
    moment = Moment.of(read, clock.instant());
    LOG.info("the keys file was read: {}", moment.fields());
  }

  private Moment now() {
    Moment known = moment;
    return known.isOver(clock.instant()) ? turn() : known;
  }

  private synchronized Moment turn() {
    Instant now = clock.instant();
    if (moment.isOver(now)) {
      moment = Moment.of(keys, now);
      LOG.info("the next keys are in use: {}", moment.fields());
    }
    return moment;
  }
}
