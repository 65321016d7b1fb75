package cn.venuepass.application.gate;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.gate.TurnedAwayId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Optional;

/** Managers' notes of who was not let in. */
public interface TurnedAwayRepository {

  void add(TurnedAway turnedAway);

  Optional<TurnedAway> find(VenueId venue, TurnedAwayId id);

  /** The notes of a venue, the latest first. */
  Page<TurnedAway> listOf(VenueId venue, PageRequest request);

  /** How many there are in the half-open interval. */
  long count(VenueId venue, Instant from, Instant to);
}
