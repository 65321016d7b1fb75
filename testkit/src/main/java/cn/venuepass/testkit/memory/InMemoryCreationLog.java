package cn.venuepass.testkit.memory;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.CreationLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

final class InMemoryCreationLog implements CreationLog {
  private static final Duration MEMORY = Duration.ofHours(24);

  private final InMemoryStore store;
  private final Map<CreationKey, Creation> creations;

  InMemoryCreationLog(InMemoryStore store) {
    this.store = store;
    this.creations = store.table();
  }

  @Override
  public UUID idFor(CreationKey key, UUID fresh, Instant now) {
    return store.run(
        () ->
            creations
                .merge(
                    key,
                    new Creation(fresh, now),
                    (known, created) -> known.at().isAfter(now.minus(MEMORY)) ? known : created)
                .id());
  }

  private record Creation(UUID id, Instant at) {}
}
