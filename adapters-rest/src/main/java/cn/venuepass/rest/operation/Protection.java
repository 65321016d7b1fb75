package cn.venuepass.rest.operation;

import cn.venuepass.application.lookup.RateLimits;
import java.util.Optional;
import java.util.Set;

/**
 * What stands between the network and the API.
 *
 * @param limits how many requests are taken from an account and an address
 * @param proxies whose word on the client counts
 * @param publicTls whether people reach the service by https
 * @param corsOrigins the origins whose pages may call the API
 */
public record Protection(
    RateLimits limits, TrustedProxies proxies, boolean publicTls, Set<String> corsOrigins) {

  public Protection {
    corsOrigins = Set.copyOf(corsOrigins);
  }

  /** Headers only: no limits, no proxies, no other origins. */
  public static Protection open() {
    return new Protection(
        (who, what, count) -> Optional.empty(), TrustedProxies.none(), false, Set.of());
  }
}
