package cn.venuepass.testkit.memory;

import cn.venuepass.application.access.AccessTokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that are nothing but keys into a map. */
public final class InMemoryAccessTokens implements AccessTokens {
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public InMemoryAccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String issue(Claims claims, Instant expiresAt) {
    String token = UUID.randomUUID().toString();
    issued.put(token, new Issued(claims, expiresAt));
    return token;
  }

  @Override
  public Optional<Claims> read(String token) {
    return Optional.ofNullable(issued.get(token))
        .filter(known -> known.expiresAt().isAfter(clock.instant()))
        .map(Issued::claims);
  }

  private record Issued(Claims claims, Instant expiresAt) {}
}
