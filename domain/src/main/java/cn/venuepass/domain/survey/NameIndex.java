package cn.venuepass.domain.survey;

import cn.venuepass.domain.survey.PlaceMatches.Scored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places by the pairs of characters in their names, so that a venue meets only those whose names
 * have something in common with its own.
 */
final class NameIndex {
  private final List<SurveyPlace> places;
  private final List<Likeness> looks;
  private final Map<String, List<Integer>> byPair = new HashMap<>();

  NameIndex(List<SurveyPlace> places) {
    this.places = places;
    this.looks = places.stream().map(Likeness::of).toList();
    for (int i = 0; i < looks.size(); i++) {
      for (String pair : looks.get(i).name().pairs()) {
        byPair.computeIfAbsent(pair, key -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The pairs of one community that are alike enough to be offered. */
  List<Scored> alike(List<AppliedVenue> venues) {
    List<Scored> alike = new ArrayList<>();
    for (AppliedVenue venue : venues) {
      Likeness look = Likeness.of(venue);
      shared(look.name())
          .forEach(
              (place, count) -> {
                SurveyPlace candidate = places.get(place);
                if (candidate.details().community().equals(venue.community())) {
                  Likeness other = looks.get(place);
                  int score = other.score(look, other.name().likeness(look.name(), count));
                  if (score >= Likeness.OFFERED) {
                    alike.add(new Scored(new PlacePair(candidate.id(), venue.id()), score));
                  }
                }
              });
    }
    return alike;
  }

  /** How many pairs each place shares with a name, where there are any. */
  private Map<Integer, Integer> shared(Wording name) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String pair : name.pairs()) {
      byPair.getOrDefault(pair, List.of()).forEach(place -> counts.merge(place, 1, Integer::sum));
    }
    return counts;
  }
}
