package cn.venuepass.application.gate;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanMethod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Counts observed entries by how they came to be known, without looking at anybody. */
public interface EntryCounts {

  /** Those at a venue in the half-open interval, by China's day. */
  Map<LocalDate, Map<ScanMethod, Long>> byDay(VenueId venue, Instant from, Instant to);

  /** Those at all venues of a community in the half-open interval. */
  Map<ScanMethod, Long> inCommunity(DivisionCode community, Instant from, Instant to);
}
