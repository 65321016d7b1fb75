package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.tracing.ContactSearch;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Sighting;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Exposures;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Shift;
import cn.venuepass.domain.tracing.TracedVenue;
import cn.venuepass.domain.tracing.TracedVisit;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.VisitedVenue;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

final class InMemoryContactSearch implements ContactSearch {
  private final InMemoryStore store;
  private final InMemoryVisitRepository visits;
  private final InMemoryVenueRepository venues;
  private final InMemoryVenueTypeRepository types;
  private final InMemoryDivisionRepository divisions;
  private final InMemoryRosterRepository rosters;

  InMemoryContactSearch(
      InMemoryStore store,
      InMemoryVisitRepository visits,
      InMemoryVenueRepository venues,
      InMemoryVenueTypeRepository types,
      InMemoryDivisionRepository divisions,
      InMemoryRosterRepository rosters) {
    this.store = store;
    this.visits = visits;
    this.venues = venues;
    this.types = types;
    this.divisions = divisions;
    this.rosters = rosters;
  }

  @Override
  public List<TracedVenue> familiesOf(Collection<VenueId> asked, DivisionCode within) {
    return store.run(
        () -> {
          Set<VenueId> families =
              asked.stream()
                  .flatMap(venue -> venues.findAny(venue).stream())
                  .map(InMemoryContactSearch::family)
                  .collect(toSet());
          return venues
              .everyOne()
              .filter(venue -> families.contains(family(venue)))
              .map(venue -> traced(venue, within))
              .toList();
        });
  }

  @Override
  public List<TracedVisit> visitsOf(Collection<PersonId> people, Interval span) {
    Instant earliest = span.from().minus(StayRules.LONGEST);
    return store.run(
        () ->
            visits
                .recorded()
                .filter(known -> people.contains(known.visit().person()))
                .filter(known -> !known.from().isBefore(earliest))
                .filter(known -> known.from().isBefore(span.to()))
                .map(this::traced)
                .toList());
  }

  @Override
  public void visitsAt(
      List<Exposures.Span> spans, DivisionCode within, Consumer<List<TracedVisit>> slices) {
    Map<VenueId, List<Exposures.Span>> byFamily =
        spans.stream().collect(groupingBy(Exposures.Span::family));
    List<TracedVisit> found =
        store.run(
            () ->
                visits
                    .recorded()
                    .filter(known -> isWithin(known.visit().venue(), within))
                    .filter(
                        known ->
                            byFamily.getOrDefault(known.family(), List.of()).stream()
                                .anyMatch(span -> mayReach(known, span.time())))
                    .map(this::traced)
                    .toList());
    found.stream().collect(groupingBy(traced -> traced.visit().person())).values().forEach(slices);
  }

  @Override
  public List<Shift> shiftsOf(Map<PersonId, Set<VenueId>> workplaces) {
    return store.run(
        () ->
            workplaces.entrySet().stream()
                .flatMap(
                    asked ->
                        asked.getValue().stream()
                            .flatMap(
                                venue ->
                                    rosters.entriesOf(venue, List.of(asked.getKey())).stream()))
                .map(
                    entry -> new Shift(entry.person(), entry.venue(), entry.since(), entry.until()))
                .toList());
  }

  private boolean mayReach(RecordedVisit known, Interval time) {
    Optional<Instant> left =
        known.visit().exit().filter(exit -> known.doubt().exit().isEmpty()).map(Observation::at);
    return known.from().isBefore(time.to())
        && known.from().isAfter(time.from().minus(StayRules.LONGEST))
        && left.filter(at -> !at.isAfter(time.from())).isEmpty();
  }

  private TracedVisit traced(RecordedVisit known) {
    return new TracedVisit(known.visit(), known.doubt(), afterwards(known));
  }

  private Stay.Afterwards afterwards(RecordedVisit known) {
    if (known.visit().exit().isPresent()) {
      return Stay.Afterwards.UNKNOWN;
    }
    Instant lastHere = known.visit().lastSeen().orElse(known.from());
    List<Sighting> later =
        visits.sightings(known.visit().person()).filter(s -> s.at().isAfter(lastHere)).toList();
    VenueId venue = known.visit().venue();
    VenueId family = known.family();
    return new Stay.Afterwards(
        first(later, s -> s.direction() == Direction.IN && !s.family().equals(family)),
        first(later, s -> s.direction() == Direction.OUT && s.venue().equals(venue)),
        family.equals(venue)
            ? Optional.empty()
            : first(later, s -> s.direction() == Direction.OUT && s.venue().equals(family)));
  }

  private static Optional<Instant> first(List<Sighting> later, Predicate<Sighting> such) {
    return later.stream().filter(such).map(Sighting::at).min(Comparator.naturalOrder());
  }

  private TracedVenue traced(Venue venue, DivisionCode within) {
    return new TracedVenue(
        new VisitedVenue(venue.id(), venue.details().name()),
        family(venue),
        venue.details().type(),
        types.find(venue.details().type()).orElseThrow().stay(),
        isWithin(venue.id(), within));
  }

  private boolean isWithin(VenueId venue, DivisionCode within) {
    return divisions.contains(
        Jurisdiction.of(within), venues.findAny(venue).orElseThrow().details().community());
  }

  private static VenueId family(Venue venue) {
    return venue.parent().orElse(venue.id());
  }
}
