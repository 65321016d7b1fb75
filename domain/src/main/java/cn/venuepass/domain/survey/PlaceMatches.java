package cn.venuepass.domain.survey;

import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.VenueId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which places are which venues: surely those with one social credit code, then those that are so
 * alike that nothing else on either side comes near; the others that are alike are offered to a
 * person.
 *
 * @param sure each place and each venue once
 * @param offers those that are not sure, with their scores
 */
public record PlaceMatches(Map<PlacePair, PlaceLink.Ground> sure, Map<PlacePair, Integer> offers) {
  /** The most that one place, or one venue, is offered. */
  private static final int MOST_OFFERS = 5;

  /**
   * Compares places and venues to which nothing is linked.
   *
   * @param refused pairs of which somebody said that they are not the same
   */
  public static PlaceMatches among(
      Collection<SurveyPlace> places, Collection<AppliedVenue> venues, Set<PlacePair> refused) {
    Map<PlacePair, PlaceLink.Ground> sure = new HashMap<>();
    Set<SurveyPlaceId> takenPlaces = new HashSet<>();
    Set<VenueId> takenVenues = new HashSet<>();
    sameCodes(places, venues).stream()
        .filter(pair -> !refused.contains(pair))
        .forEach(
            pair -> {
              sure.put(pair, PlaceLink.Ground.SAME_CODE);
              takenPlaces.add(pair.place());
              takenVenues.add(pair.venue());
            });
    List<AppliedVenue> freeVenues =
        venues.stream().filter(venue -> !takenVenues.contains(venue.id())).toList();
    Set<DivisionCode> communities =
        freeVenues.stream().map(AppliedVenue::community).collect(Collectors.toSet());
    List<SurveyPlace> freePlaces =
        places.stream()
            .filter(place -> !takenPlaces.contains(place.id()))
            .filter(place -> communities.contains(place.details().community()))
            .toList();
    List<Scored> scored =
        new NameIndex(freePlaces)
            .alike(freeVenues).stream().filter(pair -> !refused.contains(pair.pair())).toList();
    return settled(scored, sure);
  }

  /** A pair and how alike the two are. */
  record Scored(PlacePair pair, int score) {}

  private static PlaceMatches settled(List<Scored> scored, Map<PlacePair, PlaceLink.Ground> sure) {
    Map<SurveyPlaceId, List<Scored>> byPlace = new HashMap<>();
    Map<VenueId, List<Scored>> byVenue = new HashMap<>();
    for (Scored one : scored) {
      byPlace.computeIfAbsent(one.pair().place(), id -> new ArrayList<>()).add(one);
      byVenue.computeIfAbsent(one.pair().venue(), id -> new ArrayList<>()).add(one);
    }
    Set<SurveyPlaceId> linkedPlaces = new HashSet<>();
    Set<VenueId> linkedVenues = new HashSet<>();
    for (Scored one : scored) {
      if (one.score() >= Likeness.SURE
          && standsAlone(one, byPlace.getOrDefault(one.pair().place(), List.of()))
          && standsAlone(one, byVenue.getOrDefault(one.pair().venue(), List.of()))) {
        sure.put(one.pair(), PlaceLink.Ground.ALIKE);
        linkedPlaces.add(one.pair().place());
        linkedVenues.add(one.pair().venue());
      }
    }
    Map<PlacePair, Integer> offers = new HashMap<>();
    for (Scored one : scored) {
      boolean open =
          !linkedPlaces.contains(one.pair().place()) && !linkedVenues.contains(one.pair().venue());
      if (open
          && isAmongTheBest(one, byPlace.getOrDefault(one.pair().place(), List.of()))
          && isAmongTheBest(one, byVenue.getOrDefault(one.pair().venue(), List.of()))) {
        offers.put(one.pair(), one.score());
      }
    }
    return new PlaceMatches(Map.copyOf(sure), Map.copyOf(offers));
  }

  private static boolean standsAlone(Scored one, List<Scored> rivals) {
    return rivals.stream()
        .allMatch(rival -> rival.equals(one) || rival.score() <= one.score() - Likeness.NEAR);
  }

  private static boolean isAmongTheBest(Scored one, List<Scored> rivals) {
    return rivals.stream().filter(rival -> rival.score() > one.score()).count() < MOST_OFFERS;
  }

  private static Set<PlacePair> sameCodes(
      Collection<SurveyPlace> places, Collection<AppliedVenue> venues) {
    Map<SocialCreditCode, List<AppliedVenue>> byCode = new HashMap<>();
    for (AppliedVenue venue : venues) {
      venue
          .socialCreditCode()
          .ifPresent(code -> byCode.computeIfAbsent(code, key -> new ArrayList<>()).add(venue));
    }
    Set<PlacePair> pairs = new HashSet<>();
    for (SurveyPlace place : places) {
      place
          .details()
          .socialCreditCode()
          .map(code -> byCode.getOrDefault(code, List.of()))
          .filter(same -> same.size() == 1)
          .ifPresent(same -> pairs.add(new PlacePair(place.id(), same.get(0).id())));
    }
    return pairs;
  }
}
