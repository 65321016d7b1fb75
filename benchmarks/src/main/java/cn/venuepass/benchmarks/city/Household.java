package cn.venuepass.benchmarks.city;

import cn.venuepass.benchmarks.city.Resident.AgeGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** People who live together; the first of them is grown up. */
record Household(int number, List<Resident> members) {
  static final double AVERAGE_SIZE = 2.56;

  /** No household has more; people's numbers leave room for so many. */
  static final int LARGEST = 6;

  private static final double ELDERS_ONLY = 0.14;
  private static final double SINGLE = 0.32;
  private static final double COUPLE = 0.50;
  private static final double PARENTS = 0.84;

  /** The household of that number, always the same. */
  static Household of(Dice city, int number) {
    Dice dice = city.split(Label.HOUSEHOLD).split(number);
    List<Resident> members = new ArrayList<>(LARGEST);
    for (AgeGroup group : groups(dice)) {
      members.add(Resident.of(number * LARGEST + members.size(), group, dice));
    }
    return new Household(number, List.copyOf(members));
  }

  /** Which household somebody belongs to. */
  static int of(int resident) {
    return resident / LARGEST;
  }

  /** Who takes those along who have no phone: the first adult, or else elder, with a phone. */
  Optional<Resident> guardian() {
    return members.stream()
        .filter(member -> member.group() != AgeGroup.CHILD && member.account())
        .findFirst();
  }

  private static List<AgeGroup> groups(Dice dice) {
    double kind = dice.unit();
    List<AgeGroup> groups = new ArrayList<>(LARGEST);
    if (kind < ELDERS_ONLY) {
      add(groups, AgeGroup.ELDER, dice.chance(0.5) ? 2 : 1);
      return groups;
    }
    add(groups, AgeGroup.ADULT, kind < SINGLE ? 1 : 2);
    if (kind >= COUPLE && kind < PARENTS) {
      add(groups, AgeGroup.CHILD, dice.chance(0.3) ? 2 : 1);
    } else if (kind >= PARENTS) {
      add(groups, AgeGroup.CHILD, dice.chance(0.8) ? 1 : 0);
      add(groups, AgeGroup.ELDER, dice.chance(0.5) ? 2 : 1);
    }
    return groups;
  }

  private static void add(List<AgeGroup> groups, AgeGroup group, int count) {
    for (int i = 0; i < count; i++) {
      groups.add(group);
    }
  }
}
