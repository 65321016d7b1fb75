package cn.venuepass.testkit.memory;

import cn.venuepass.application.Days;
import cn.venuepass.application.gate.EntryCounts;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryEntryCounts implements EntryCounts {
  private final InMemoryStore store;
  private final InMemoryVisitLedger ledger;
  private final InMemoryVenueRepository venues;

  InMemoryEntryCounts(
      InMemoryStore store, InMemoryVisitLedger ledger, InMemoryVenueRepository venues) {
    this.store = store;
    this.ledger = ledger;
    this.venues = venues;
  }

  @Override
  public Map<LocalDate, Map<ScanMethod, Long>> byDay(VenueId venue, Instant from, Instant to) {
    return store.run(
        () ->
            entries(ledger.visits().filter(visit -> visit.venue().equals(venue)), from, to)
                .collect(
                    Collectors.groupingBy(
                        entry -> Days.of(entry.at()),
                        Collectors.groupingBy(Observation::method, Collectors.counting()))));
  }

  @Override
  public Map<ScanMethod, Long> inCommunity(DivisionCode community, Instant from, Instant to) {
    return store.run(
        () ->
            entries(ledger.visits().filter(visit -> liesIn(visit, community)), from, to)
                .collect(Collectors.groupingBy(Observation::method, Collectors.counting())));
  }

  private boolean liesIn(Visit visit, DivisionCode community) {
    return venues
        .findAny(visit.venue())
        .filter(venue -> venue.details().community().equals(community))
        .isPresent();
  }

  private static Stream<Observation> entries(Stream<Visit> visits, Instant from, Instant to) {
    return visits
        .flatMap(visit -> visit.entry().stream())
        .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to));
  }
}
