package cn.venuepass.testkit.memory;

import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class InMemoryRetentionHolds implements RetentionHolds {
  private final InMemoryStore store;
  private final Map<RetentionHoldId, RetentionHold> holds;

  InMemoryRetentionHolds(InMemoryStore store) {
    this.store = store;
    this.holds = store.table();
  }

  @Override
  public void add(RetentionHold hold) {
    store.run(() -> holds.put(hold.id(), hold));
  }

  @Override
  public void addAll(List<RetentionHold> all) {
    store.run(
        () -> {
          all.forEach(this::add);
          return all;
        });
  }

  @Override
  public void releaseAll(UUID caseId, Instant now) {
    store.run(() -> holds.values().removeIf(hold -> hold.caseId().equals(caseId)));
  }

  @Override
  public List<RetentionHold> listOf(UUID caseId) {
    return listOpen().stream().filter(hold -> hold.caseId().equals(caseId)).toList();
  }

  @Override
  public void release(RetentionHoldId hold, Instant now) {
    store.run(() -> holds.keySet().remove(hold));
  }

  @Override
  public List<RetentionHold> listOpen() {
    return store.run(() -> List.copyOf(holds.values()));
  }
}
