package cn.venuepass.testkit.memory;

import cn.venuepass.application.access.SharedToken;
import cn.venuepass.application.access.SharedTokens;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class InMemorySharedTokens implements SharedTokens {
  private final InMemoryStore store;
  private final Map<String, SharedToken> tokens;
  private final Map<String, Instant> claims;

  InMemorySharedTokens(InMemoryStore store) {
    this.store = store;
    this.tokens = store.table();
    this.claims = store.table();
  }

  @Override
  public Optional<SharedToken> find(String name) {
    return store.run(() -> Optional.ofNullable(tokens.get(name)));
  }

  @Override
  public boolean claim(String name, long seen, Instant until, Instant now) {
    return store.run(
        () -> {
          boolean held = Optional.ofNullable(claims.get(name)).filter(now::isBefore).isPresent();
          if (held || version(name) != seen) {
            return false;
          }
          claims.put(name, until);
          return true;
        });
  }

  @Override
  public void release(String name, Instant until) {
    store.run(() -> claims.remove(name, until));
  }

  @Override
  public Optional<SharedToken> replace(String name, long seen, String value, Instant expiresAt) {
    return store.run(
        () -> {
          if (version(name) != seen) {
            return Optional.empty();
          }
          var next = new SharedToken(seen + 1, value, expiresAt);
          tokens.put(name, next);
          claims.remove(name);
          return Optional.of(next);
        });
  }

  private long version(String name) {
    return Optional.ofNullable(tokens.get(name)).map(SharedToken::version).orElse(NONE);
  }
}
