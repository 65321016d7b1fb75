package cn.venuepass.testkit.memory;

import cn.venuepass.application.Turns;
import java.time.Instant;
import java.util.Map;

final class InMemoryTurns implements Turns {
  private final InMemoryStore store;
  private final Map<String, Instant> takenUntil;

  InMemoryTurns(InMemoryStore store) {
    this.store = store;
    this.takenUntil = store.table();
  }

  @Override
  public boolean take(String work, Instant now, Instant until) {
    return store.run(
        () -> {
          Instant taken = takenUntil.getOrDefault(work, Instant.MIN);
          boolean free = !taken.isAfter(now);
          if (free) {
            takenUntil.put(work, until);
          }
          return free;
        });
  }

  @Override
  public void giveBack(String work, Instant until) {
    store.run(() -> takenUntil.remove(work, until));
  }
}
