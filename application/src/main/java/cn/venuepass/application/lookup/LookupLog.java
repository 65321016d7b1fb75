package cn.venuepass.application.lookup;

import java.util.List;

/** Remembers who looked whom up by ID number. */
@FunctionalInterface
public interface LookupLog {

  /** Stores the entries durably, all or nothing. */
  void add(List<Lookup> lookups);
}
