package cn.venuepass.benchmarks.city;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where the people of one household go, one after the other: nobody is in two places at once. */
final class Itinerary {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final double PREFERRED = 0.6;
  private static final long GIVE_UP = Duration.ofHours(4).toMillis();

  private final Town town;
  private final Household household;
  private final Dice habits;
  private final Dice dice;
  private final int community;
  private final long[] free;
  private final List<List<Trip>> trips;

  private Itinerary(CityPlan plan, Town town, Household household) {
    this.town = town;
    this.household = household;
    this.habits = plan.dice().split(Label.HABITS).split(household.number());
    this.dice = plan.dice().split(Label.DAYS).split(household.number());
    this.community = town.communityOf(household.number());
    this.free = new long[household.members().size()];
    this.trips = household.members().stream().<List<Trip>>map(member -> new ArrayList<>()).toList();
  }

  /** The trips of each member in the order of their beginning, those within others after them. */
  static List<List<Trip>> of(CityPlan plan, Town town, Household household) {
    var itinerary = new Itinerary(plan, town, household);
    for (int day = 0; day < plan.days(); day++) {
      LocalDate date = plan.firstDay().plusDays(day);
      long midnight = date.atStartOfDay().toInstant(CityPlan.ZONE).toEpochMilli();
      itinerary.day(midnight, CityPlan.isWeekend(date));
    }
    return itinerary.trips;
  }

  private void day(long midnight, boolean weekend) {
    for (int member = 0; member < free.length; member++) {
      Resident who = household.members().get(member);
      switch (who.group()) {
        case ADULT -> adult(member, midnight, weekend);
        case ELDER -> elder(member, midnight);
        case CHILD -> child(member, who, midnight, weekend);
      }
    }
    if (free.length > 1 && dice.chance(weekend ? 0.6 : 0.2)) {
      together(midnight + (weekend ? 12 * HOUR : 19 * HOUR), weekend);
    }
  }

  private void adult(int member, long midnight, boolean weekend) {
    Dice habit = habits.split(member);
    boolean works = habit.chance(0.78);
    Kind work = Wishes.WORK.pick(habit);
    Place workplace = town.choose(work, community, habit);
    boolean openOnWeekends = habit.chance(isAlwaysOpen(work) ? 0.6 : 0.05);
    boolean byNight = habit.chance(work == Kind.FACTORY || work == Kind.HOSPITAL ? 0.15 : 0);
    boolean byBus = habit.chance(0.2);
    if (works && (!weekend || openOnWeekends) && dice.chance(0.94)) {
      if (byNight) {
        go(member, workplace, dice.around(midnight + 22 * HOUR, 15 * MINUTE), 9 * HOUR);
      } else {
        work(member, workplace, midnight, byBus);
      }
      if (dice.chance(0.45)) {
        visit(member, Wishes.ERRAND, midnight + 19 * HOUR);
      }
    } else {
      errands(member, midnight);
    }
    if (dice.chance(weekend ? 0.25 : 0.15)) {
      visit(member, Wishes.EVENING, dice.around(midnight + 20 * HOUR, HOUR));
    }
    travel(member, midnight);
  }

  private void work(int member, Place workplace, long midnight, boolean byBus) {
    long begin = dice.around(midnight + 10 * HOUR, 25 * MINUTE);
    long end = dice.around(midnight + 19 * HOUR, 40 * MINUTE);
    if (byBus && dice.chance(0.7)) {
      go(member, Kind.BUS, begin - 40 * MINUTE);
    }
    if (dice.chance(0.3)) {
      long lunch = dice.around(midnight + 14 * HOUR, 20 * MINUTE);
      go(member, workplace, begin, lunch - begin);
      go(member, Kind.RESTAURANT, lunch + dice.between(3 * MINUTE, 10 * MINUTE));
      long back = free[member];
      go(member, workplace, back, end - back);
    } else {
      go(member, workplace, begin, end - begin);
    }
    if (byBus && dice.chance(0.7)) {
      go(member, Kind.BUS, end);
    }
  }

  private void errands(int member, long midnight) {
    if (dice.chance(0.8)) {
      visit(member, Wishes.ERRAND, dice.between(midnight + 10 * HOUR, midnight + 13 * HOUR));
    }
    if (dice.chance(0.5)) {
      visit(member, Wishes.ERRAND, dice.between(midnight + 15 * HOUR, midnight + 18 * HOUR));
    }
  }

  private void elder(int member, long midnight) {
    if (dice.chance(0.75)) {
      visit(member, Wishes.OLD_AGE, dice.around(midnight + 10 * HOUR, HOUR));
    }
    if (dice.chance(0.4)) {
      visit(member, Wishes.OLD_AGE, dice.around(midnight + 16 * HOUR, HOUR));
    }
  }

  private void child(int member, Resident who, long midnight, boolean weekend) {
    if (!weekend && dice.chance(0.96)) {
      Dice habit = habits.split(member);
      if (who.isPupil()) {
        go(
            member,
            town.choose(Kind.SCHOOL, community, habit),
            dice.around(midnight + 9 * HOUR + 30 * MINUTE, 12 * MINUTE),
            9 * HOUR);
      } else if (who.goesToKindergarten()) {
        go(
            member,
            town.choose(Kind.KINDERGARTEN, community, habit),
            dice.around(midnight + 10 * HOUR, 12 * MINUTE),
            8 * HOUR);
      }
    }
    if (who.isPupil() && dice.chance(weekend ? 0.25 : 0.05)) {
      go(member, Kind.TRAINING_CENTRE, midnight + (weekend ? 11 * HOUR : 19 * HOUR));
    }
    if (who.account() && dice.chance(0.4)) {
      go(member, Kind.CONVENIENCE_STORE, midnight + 19 * HOUR);
    }
  }

  private void travel(int member, long midnight) {
    if (dice.chance(0.006)) {
      go(member, Kind.RAILWAY_STATION, dice.between(midnight + 8 * HOUR, midnight + 20 * HOUR));
    } else if (dice.chance(0.003)) {
      go(member, Kind.BUS_STATION, dice.between(midnight + 8 * HOUR, midnight + 20 * HOUR));
    } else if (dice.chance(0.003)) {
      go(member, Kind.HOTEL, dice.around(midnight + 22 * HOUR, HOUR));
    }
  }

  /** All who are free go to the same place; the guardian scans for those without a phone. */
  private void together(long from, boolean weekend) {
    long begin = dice.around(from, 90 * MINUTE);
    int[] going = IntStream.range(0, free.length).filter(member -> free[member] <= begin).toArray();
    Kind kind = (weekend ? Wishes.WEEKEND : Wishes.ERRAND).pick(dice);
    go(going, choose(kind), begin);
  }

  private void visit(int member, Wishes wishes, long begin) {
    go(member, wishes.pick(dice), begin);
  }

  private void go(int member, Kind kind, long begin) {
    go(new int[] {member}, choose(kind), begin);
  }

  /** Often the one that the household prefers. */
  private Place choose(Kind kind) {
    Dice taste = dice.chance(PREFERRED) ? habits.split(kind.name().hashCode()) : dice;
    return town.choose(kind, community, taste);
  }

  private void go(int[] members, Place place, long begin) {
    long left = go(members, place, begin, dice.between(0, stay(place)) + stay(place) / 2);
    if (left > 0) {
      inside(members, place, left);
    }
  }

  /** The shops that people go to inside of a mall, the wards of a hospital. */
  private void inside(int[] members, Place whole, long left) {
    List<Trip> known = trips.get(members[0]);
    long from = known.get(known.size() - 1).arrived();
    for (int shops = 1 + dice.below(3); shops > 0; shops--) {
      var part = town.choosePart(whole, dice);
      long arrived = from + dice.between(3 * MINUTE, 12 * MINUTE);
      long until = Math.min(arrived + dice.between(5 * MINUTE, stay(whole) / 2), left - 2 * MINUTE);
      if (part.isEmpty() || until - arrived < 3 * MINUTE) {
        return;
      }
      note(members, part.get(), arrived, until);
      from = until;
    }
  }

  private void go(int member, Place place, long begin, long stay) {
    go(new int[] {member}, place, begin, stay);
  }

  /**
   * Goes there as soon as all are free.
   *
   * @return when they leave; 0 if it became too late to go
   */
  private long go(int[] members, Place place, long begin, long stay) {
    long arrived = begin;
    for (int member : members) {
      arrived = Math.max(arrived, free[member]);
    }
    if (members.length == 0 || arrived > begin + GIVE_UP || stay < MINUTE) {
      return 0;
    }
    long left = arrived + stay;
    note(members, place, arrived, left);
    for (int member : members) {
      free[member] = left + dice.between(4 * MINUTE, 15 * MINUTE);
    }
    return left;
  }

  private void note(int[] members, Place place, long arrived, long left) {
    long luck = dice.next();
    int guardian =
        members.length < 2
            ? Place.NONE
            : household.guardian().map(household.members()::indexOf).orElse(Place.NONE);
    boolean guarded = IntStream.of(members).anyMatch(member -> member == guardian);
    for (int member : members) {
      Resident who = household.members().get(member);
      boolean companion = guarded && !who.account();
      boolean same = companion || member == guardian;
      trips
          .get(member)
          .add(new Trip(place, arrived, left, companion, same ? luck : luck + 1 + member));
    }
  }

  private long stay(Place place) {
    return place.stay().typicalStay().toMillis();
  }

  private static boolean isAlwaysOpen(Kind work) {
    return switch (work) {
      case RESTAURANT, SUPERMARKET, FARMERS_MARKET, HOSPITAL, CONSTRUCTION_SITE -> true;
      default -> false;
    };
  }
}
