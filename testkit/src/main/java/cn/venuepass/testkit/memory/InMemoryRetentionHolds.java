package cn.venuepass.testkit.memory;

import cn.venuepass.application.retention.RetentionHolds;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
  public void release(RetentionHoldId hold, Instant now) {
    store.run(() -> holds.keySet().remove(hold));
  }

  @Override
  public List<RetentionHold> listOpen() {
    return store.run(() -> List.copyOf(holds.values()));
  }
}
