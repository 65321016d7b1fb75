package cn.venuepass.application.venue;

import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * In which communities venues or surveyed places have changed, for whoever compares the two. A
 * change is noted with what changed, in one transaction, and never waits for another.
 */
public interface CommunityChanges {

  /** A change that nobody has looked at. */
  record Change(UUID id, DivisionCode community) {}

  void note(Collection<DivisionCode> communities, Instant at);

  /** The oldest changes. */
  List<Change> list(int limit);

  void forget(Collection<Change> changes);
}
