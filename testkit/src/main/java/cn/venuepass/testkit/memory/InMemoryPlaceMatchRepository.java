package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.survey.OfferedMatch;
import cn.venuepass.application.survey.PlaceMatchRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueState;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class InMemoryPlaceMatchRepository implements PlaceMatchRepository {
  private final InMemoryStore store;
  private final InMemorySurveyPlaceRepository places;
  private final InMemoryVenueRepository venues;
  private final InMemoryDivisionRepository divisions;
  private final Map<PlacePair, Offer> offers;
  private final Map<PlacePair, Instant> refused;

  private record Offer(UUID id, int score, Instant at) {}

  InMemoryPlaceMatchRepository(
      InMemoryStore store,
      InMemorySurveyPlaceRepository places,
      InMemoryVenueRepository venues,
      InMemoryDivisionRepository divisions) {
    this.store = store;
    this.places = places;
    this.venues = venues;
    this.divisions = divisions;
    this.offers = store.table();
    this.refused = store.table();
  }

  @Override
  public Compared compare(Collection<DivisionCode> communities) {
    return store.run(
        () -> {
          List<SurveyPlace> near =
              freePlaces().filter(p -> communities.contains(p.details().community())).toList();
          List<AppliedVenue> around =
              freeVenues().filter(v -> communities.contains(v.community())).toList();
          List<SurveyPlace> allPlaces =
              Stream.concat(
                      near.stream(),
                      freePlaces().filter(p -> around.stream().anyMatch(v -> sameCode(p, v))))
                  .distinct()
                  .toList();
          List<AppliedVenue> allVenues =
              Stream.concat(
                      around.stream(),
                      freeVenues().filter(v -> near.stream().anyMatch(p -> sameCode(p, v))))
                  .distinct()
                  .toList();
          Set<SurveyPlaceId> ids =
              allPlaces.stream().map(SurveyPlace::id).collect(Collectors.toSet());
          Map<PlacePair, Integer> offered = new HashMap<>();
          offers.forEach(
              (pair, offer) -> {
                if (ids.contains(pair.place())) {
                  offered.put(pair, offer.score());
                }
              });
          return new Compared(
              allPlaces,
              allVenues,
              refused.keySet().stream()
                  .filter(pair -> ids.contains(pair.place()))
                  .collect(Collectors.toSet()),
              offered);
        });
  }

  @Override
  public List<SurveyPlace> listLinkedToRemoved(Collection<DivisionCode> communities) {
    return store.run(
        () ->
            linkedToRemoved()
                .filter(
                    place ->
                        communities.contains(place.details().community())
                            || communities.contains(venueOf(place).details().community()))
                .toList());
  }

  @Override
  public Set<DivisionCode> listUnsettled() {
    return store.run(
        () -> {
          Set<DivisionCode> withPlaces =
              freePlaces().map(place -> place.details().community()).collect(Collectors.toSet());
          return Stream.concat(
                  freeVenues()
                      .filter(
                          venue ->
                              withPlaces.contains(venue.community())
                                  || venue.socialCreditCode().isPresent())
                      .map(AppliedVenue::community),
                  linkedToRemoved().map(place -> place.details().community()))
              .collect(Collectors.toSet());
        });
  }

  @Override
  public void offer(Map<PlacePair, Integer> scores, Instant at) {
    boolean unused =
        store.run(
            () -> {
              scores.forEach(
                  (pair, score) -> {
                    if (!refused.containsKey(pair)) {
                      offers.merge(
                          pair,
                          new Offer(UUID.randomUUID(), score, at),
                          (known, next) -> new Offer(known.id(), next.score(), known.at()));
                    }
                  });
              return true;
            });
  }

  @Override
  public void withdraw(Collection<PlacePair> pairs) {
    store.run(() -> offers.keySet().removeAll(pairs));
  }

  @Override
  public void settle(Collection<PlacePair> pairs) {
    boolean unused =
        store.run(
            () -> {
              refused.keySet().removeAll(pairs);
              return offers.keySet().removeIf(offer -> touches(offer, pairs));
            });
  }

  private static boolean touches(PlacePair offer, Collection<PlacePair> pairs) {
    return pairs.stream()
        .anyMatch(pair -> pair.place().equals(offer.place()) || pair.venue().equals(offer.venue()));
  }

  @Override
  public void withdraw(SurveyPlaceId place) {
    store.run(() -> offers.keySet().removeIf(pair -> pair.place().equals(place)));
  }

  @Override
  public void refuse(PlacePair pair, Instant at) {
    store.run(
        () -> {
          offers.remove(pair);
          return refused.put(pair, at);
        });
  }

  @Override
  public boolean isOffered(PlacePair pair) {
    return store.run(() -> offers.containsKey(pair));
  }

  @Override
  public Page<OfferedMatch> listWithin(
      Jurisdiction jurisdiction, Optional<VenueId> venue, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                offers.entrySet().stream()
                    .filter(entry -> venue.map(entry.getKey().venue()::equals).orElse(true))
                    .flatMap(entry -> offered(entry.getKey(), entry.getValue(), jurisdiction)),
                request,
                offer -> new Cursor(offer.offeredAt(), offer.id())));
  }

  private Stream<OfferedMatch> offered(PlacePair pair, Offer offer, Jurisdiction jurisdiction) {
    return freePlaces()
        .filter(place -> place.id().equals(pair.place()) && places.lies(place, jurisdiction))
        .flatMap(
            place ->
                freeVenues()
                    .filter(venue -> venue.id().equals(pair.venue()))
                    .filter(venue -> lies(venue, jurisdiction))
                    .map(
                        venue ->
                            new OfferedMatch(offer.id(), place, venue, offer.score(), offer.at())));
  }

  private boolean lies(AppliedVenue venue, Jurisdiction jurisdiction) {
    return divisions.lies(venue.community(), venue.type(), jurisdiction);
  }

  private Stream<SurveyPlace> freePlaces() {
    return places.standing().filter(place -> place.link().isEmpty());
  }

  private Stream<AppliedVenue> freeVenues() {
    Set<VenueId> linked =
        places
            .standing()
            .flatMap(place -> place.link().stream())
            .map(PlaceLink::venue)
            .collect(Collectors.toSet());
    return venues
        .all()
        .filter(venue -> !(venue.state() instanceof VenueState.Removed))
        .filter(venue -> !linked.contains(venue.id()))
        .map(InMemoryPlaceMatchRepository::applied);
  }

  private Stream<SurveyPlace> linkedToRemoved() {
    return places
        .standing()
        .filter(place -> place.link().isPresent())
        .filter(place -> venueOf(place).state() instanceof VenueState.Removed);
  }

  private Venue venueOf(SurveyPlace place) {
    return venues.findAny(place.link().orElseThrow().venue()).orElseThrow();
  }

  private boolean sameCode(SurveyPlace place, AppliedVenue venue) {
    Optional<SocialCreditCode> code = place.details().socialCreditCode();
    return code.isPresent()
        && code.equals(venue.socialCreditCode())
        && Objects.equals(
            divisions.rootOf(place.details().community()), divisions.rootOf(venue.community()));
  }

  private static AppliedVenue applied(Venue venue) {
    return new AppliedVenue(
        venue.id(),
        venue.details().name(),
        venue.details().type(),
        venue.details().community(),
        venue.details().address(),
        venue.details().socialCreditCode(),
        venue.state().status());
  }
}
