package cn.venuepass.testkit.memory;

import cn.venuepass.application.venue.CommunityChanges;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

final class InMemoryCommunityChanges implements CommunityChanges {
  private final InMemoryStore store;
  private final Map<UUID, Change> changes;

  InMemoryCommunityChanges(InMemoryStore store) {
    this.store = store;
    this.changes = store.table();
  }

  @Override
  public void note(Collection<DivisionCode> communities, Instant at) {
    for (DivisionCode community : communities) {
      var change = new Change(UUID.randomUUID(), community);
      store.run(() -> changes.put(change.id(), change));
    }
  }

  @Override
  public List<Change> list(int limit) {
    return store.run(() -> changes.values().stream().limit(limit).toList());
  }

  @Override
  public void forget(Collection<Change> seen) {
    store.run(() -> changes.values().removeAll(seen));
  }
}
