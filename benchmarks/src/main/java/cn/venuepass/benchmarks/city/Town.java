package cn.venuepass.benchmarks.city;

import static java.util.Objects.requireNonNull;

import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.visit.Controls;
import cn.venuepass.domain.visit.Door;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** All places of a city, and how people choose among them: near ones and popular ones. */
final class Town {
  private static final int PEOPLE_IN_COMMUNITY = 3_000;
  private static final int COMMUNITIES_IN_TERRITORY = 8;
  private static final double NEAR = 0.75;
  private static final double STEEPNESS = 0.8;
  private static final double FLATTENING = 2;
  private static final Duration IN_THE_BOOKS = Duration.ofDays(90);

  private final CityPlan plan;
  private final Instant opened;
  private final Map<String, StayRules> rules;
  private final int communities;
  private final List<Place> places = new ArrayList<>();
  private final Map<Integer, List<Integer>> parts = new java.util.HashMap<>();
  private final Map<Kind, Choice> everywhere = new EnumMap<>(Kind.class);
  private final Map<Kind, List<Choice>> near = new EnumMap<>(Kind.class);

  /** Places to choose from, the most popular first. */
  private record Choice(List<Integer> places, Zipf popularity) {
    static Choice of(List<Integer> places) {
      return new Choice(places, new Zipf(places.size(), STEEPNESS, FLATTENING));
    }

    int pick(Dice dice) {
      return places.get(popularity.pick(dice));
    }
  }

  /**
   * The town of that plan.
   *
   * @param rules how long people stay at venues of each type, by its code
   */
  Town(CityPlan plan, Map<String, StayRules> rules) {
    this.plan = plan;
    this.rules = rules;
    this.opened = plan.begin().minus(IN_THE_BOOKS);
    this.communities = (int) Math.max(1, plan.people() / PEOPLE_IN_COMMUNITY);
    Dice dice = plan.dice().split(Label.TOWN);
    for (Kind kind : Kind.values()) {
      if (!kind.isPart()) {
        build(kind, dice);
      }
    }
  }

  List<Place> places() {
    return places;
  }

  Place place(int number) {
    return places.get(number);
  }

  int communities() {
    return communities;
  }

  int territories() {
    return territory(communities - 1) + 1;
  }

  static int territory(int community) {
    return community / COMMUNITIES_IN_TERRITORY;
  }

  /** Where in its territory a community is counted. */
  static int placeInTerritory(int community) {
    return community % COMMUNITIES_IN_TERRITORY;
  }

  /** When the places were approved; long before the first scan. */
  Instant opened() {
    return opened;
  }

  /** The community where a household lives. */
  int communityOf(int household) {
    return (int) ((long) household * communities / plan.households());
  }

  /** A place of that kind that somebody of a community would go to. */
  Place choose(Kind kind, int community, Dice dice) {
    Choice close = requireNonNull(near.get(kind)).get(territory(community));
    boolean stays = dice.chance(NEAR) && !close.places().isEmpty();
    return place((stays ? close : requireNonNull(everywhere.get(kind))).pick(dice));
  }

  /** A part of a place, if it has parts. */
  Optional<Place> choosePart(Place whole, Dice dice) {
    List<Integer> all = parts.getOrDefault(whole.number(), List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(place(all.get(dice.below(all.size()))));
  }

  private void build(Kind kind, Dice dice) {
    List<Integer> all = new ArrayList<>();
    for (int i = kind.countFor(plan.people()); i > 0; i--) {
      Place place = add(kind, dice.below(communities), Place.NONE, manager(dice), dice);
      all.add(place.number());
      kind.partKinds().forEach(part -> buildParts(place, part, dice));
    }
    everywhere.put(kind, Choice.of(all));
    near.put(
        kind,
        IntStream.range(0, territories())
            .mapToObj(
                territory ->
                    Choice.of(
                        all.stream()
                            .filter(number -> territory(place(number).community()) == territory)
                            .toList()))
            .toList());
  }

  private void buildParts(Place whole, Kind kind, Dice dice) {
    for (int i = 0; i < kind.parts(); i++) {
      Place part = add(kind, whole.community(), whole.number(), whole.manager(), dice);
      parts.computeIfAbsent(whole.number(), unused -> new ArrayList<>()).add(part.number());
    }
  }

  private Place add(Kind kind, int community, int parent, int manager, Dice dice) {
    var door =
        new Door(
            new VenueState.Approved(opened),
            Optional.empty(),
            requireNonNull(rules.get(kind.type()), kind.type()),
            dice.chance(kind.tracked()),
            Door.Room.ENOUGH,
            Controls.NONE);
    var place = new Place(places.size(), kind, community, parent, manager, door);
    places.add(place);
    return place;
  }

  /** Somebody with an account. */
  private int manager(Dice dice) {
    int household = dice.below(plan.households());
    for (int tried = 0; tried < plan.households(); tried++) {
      Optional<Resident> guardian =
          Household.of(plan.dice(), (household + tried) % plan.households()).guardian();
      if (guardian.isPresent()) {
        return guardian.get().number();
      }
    }
    throw new IllegalArgumentException("a city needs somebody with a phone");
  }
}
