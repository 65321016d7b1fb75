package cn.venuepass.wechat;

import cn.venuepass.application.access.SharedToken;
import cn.venuepass.application.access.SharedTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.error.WxErrorException;

/**
 * WeChat's access token (接口调用凭据), the same for all nodes. Of those that find it stale one fetches
 * the next, and the others wait for it. A token that WeChat takes no more is replaced only if it is
 * still the one that was refused.
 */
final class AccessTokenKeeper {
  /** WeChat makes the next token 5 minutes before the end; the old one works until then. */
  private static final Duration SPARE = Duration.ofSeconds(200);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final SharedTokens tokens;
  private final String name;
  private final Source source;
  private final Duration longest;
  private final InstantSource clock;

  /**
   * Keeps the token of one mini-program.
   *
   * @param longest how long a fetch takes at most
   */
  AccessTokenKeeper(
      SharedTokens tokens, String appId, Source source, Duration longest, InstantSource clock) {
    this.tokens = tokens;
    this.name = "wechat/" + appId;
    this.source = source;
    this.longest = longest;
    this.clock = clock;
  }

  /** Where tokens come from. */
  @FunctionalInterface
  interface Source {
    /**
     * The token that is good now.
     *
     * @param force whether the one that WeChat holds for good is ended
     */
    WxAccessToken fetch(boolean force) throws WxErrorException;
  }

  /** A token that is good as far as anybody knows. */
  SharedToken current() throws WxErrorException {
    Optional<SharedToken> known = tokens.find(name);
    return isGood(known) ? known.orElseThrow() : next(known, false);
  }

  /** The token after one that WeChat refused. */
  SharedToken after(SharedToken refused) throws WxErrorException {
    Optional<SharedToken> known = tokens.find(name);
    boolean replaced = version(known) != refused.version();
    return replaced && isGood(known) ? known.orElseThrow() : next(known, !replaced);
  }

  private SharedToken next(Optional<SharedToken> stale, boolean refused) throws WxErrorException {
    long tries = longest.dividedBy(PAUSE);
    for (long i = 0; i <= tries; i++) {
      Instant now = clock.instant();
      Instant until = now.plus(longest.multipliedBy(2));
      if (tokens.claim(name, version(stale), until, now)) {
        return fetched(stale, refused, until);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      Optional<SharedToken> known = tokens.find(name);
      if (version(known) != version(stale)) {
        return known.orElseThrow();
      }
    }
    throw new NoAnswer("no access token in time");
  }

  private SharedToken fetched(Optional<SharedToken> stale, boolean refused, Instant until)
      throws WxErrorException {
    try {
      WxAccessToken fetched = source.fetch(false);
      boolean same = stale.filter(t -> t.value().equals(fetched.getAccessToken())).isPresent();
      WxAccessToken good = same && refused ? source.fetch(true) : fetched;
      return tokens
          .replace(name, version(stale), good.getAccessToken(), expiry(good))
          .or(() -> tokens.find(name))
          .orElseThrow();
    } finally {
      tokens.release(name, until);
    }
  }

  private Instant expiry(WxAccessToken token) {
    Duration life = Duration.ofSeconds(token.getExpiresIn());
    Duration spared = life.minus(SPARE);
    return clock.instant().plus(spared.compareTo(SPARE) > 0 ? spared : life.dividedBy(2));
  }

  private boolean isGood(Optional<SharedToken> token) {
    return token.filter(known -> known.isGoodAt(clock.instant())).isPresent();
  }

  private static long version(Optional<SharedToken> token) {
    return token.map(SharedToken::version).orElse(SharedTokens.NONE);
  }
}
