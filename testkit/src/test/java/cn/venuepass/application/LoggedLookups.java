package cn.venuepass.application;

import cn.venuepass.application.lookup.Lookup;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.InMemoryLookupLog;
import java.util.List;

/** Who looked whom up, as the log in memory remembers it. */
public final class LoggedLookups {
  private LoggedLookups() {}

  public static List<Lookup> of(TestApplication app) {
    return ((InMemoryLookupLog) app.stores().lookupLog()).lookups();
  }
}
