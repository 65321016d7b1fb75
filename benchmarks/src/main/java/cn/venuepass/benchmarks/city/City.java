package cn.venuepass.benchmarks.city;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A city and what its doors noticed. Each household's part is computed when it is asked for, from
 * the plan alone, so that nothing has to be kept and one can ask again.
 */
final class City {
  private final CityPlan plan;
  private final Town town;
  private final Ids ids;

  City(CityPlan plan, Collection<VenueType> types) {
    this.plan = plan;
    Map<String, StayRules> rules = new HashMap<>();
    types.forEach(type -> rules.put(type.code().text(), type.stay()));
    this.town = new Town(plan, rules);
    this.ids = new Ids(plan, town);
  }

  CityPlan plan() {
    return plan;
  }

  Town town() {
    return town;
  }

  Ids ids() {
    return ids;
  }

  Household household(int number) {
    return Household.of(plan.dice(), number);
  }

  /** Where the members of a household really were. */
  List<List<Trip>> trips(Household household) {
    return Itinerary.of(plan, town, household);
  }

  /** What the books have of each member of a household. */
  List<Chronicle> chronicles(Household household) {
    Optional<Resident> guardian = household.guardian();
    List<List<Trip>> trips = trips(household);
    List<Chronicle> chronicles = new ArrayList<>(trips.size());
    long end = plan.end().toEpochMilli();
    for (int member = 0; member < trips.size(); member++) {
      Resident resident = household.members().get(member);
      chronicles.add(
          Chronicler.of(resident, ids, Passing.of(resident, guardian, trips.get(member), end)));
    }
    return chronicles;
  }
}
