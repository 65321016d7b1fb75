package cn.venuepass.testkit.memory;

import cn.venuepass.application.lookup.Lookup;
import cn.venuepass.application.lookup.LookupLog;
import java.util.ArrayList;
import java.util.List;

/** Remembers look-ups, and shows them to tests. */
public final class InMemoryLookupLog implements LookupLog {
  private final List<Lookup> lookups = new ArrayList<>();

  @Override
  public synchronized void add(List<Lookup> more) {
    lookups.addAll(more);
  }

  /** All look-ups, in order. */
  public synchronized List<Lookup> lookups() {
    return List.copyOf(lookups);
  }
}
