package cn.venuepass.application.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Credentials that another system gives to the service as a whole: all nodes use the same token of
 * a name, and whoever sees that it is stale claims the right to fetch the next one. No store holds
 * them readable.
 */
public interface SharedTokens {
  /** The version that is seen while a name has no token yet. */
  long NONE = 0;

  /** The token that all nodes use, be it stale or not. */
  Optional<SharedToken> find(String name);

  /**
   * Claims the right to fetch the token after the one that was seen. Of concurrent claims one gets
   * it, and nobody else does until it is released, the token is replaced, or its time is over.
   *
   * @param until names the claim, and when it ends by itself
   * @return false when another claim holds, or the token is not the seen one any more
   */
  boolean claim(String name, long seen, Instant until, Instant now);

  /** Gives the claim back that ends at that time, if it still holds. */
  void release(String name, Instant until);

  /**
   * Puts the next token into the place of the seen one, and ends every claim. Of concurrent calls
   * that saw the same token one succeeds.
   *
   * @return the token as it is now known, or nothing when somebody else replaced the seen one
   */
  Optional<SharedToken> replace(String name, long seen, String value, Instant expiresAt);
}
