package cn.venuepass.benchmarks.city;

/**
 * Somebody who lives in the city, as far as it matters at a door.
 *
 * @param number tells people apart
 * @param account whether the person has a phone, and so an account
 * @param paperPass whether somebody without a phone carries a paper pass
 */
record Resident(int number, AgeGroup group, int age, boolean account, boolean paperPass) {

  /** What people do all day depends on it. */
  enum AgeGroup {
    CHILD,
    ADULT,
    ELDER
  }

  private static final int SCHOOL_AGE = 7;
  private static final int KINDERGARTEN_AGE = 3;
  private static final int PHONE_AGE = 12;
  private static final double CHILDREN_WITH_PHONE = 0.6;
  private static final double ADULTS_WITH_PHONE = 0.985;
  private static final double ELDERS_WITH_PHONE = 0.65;
  private static final double PAPER_PASSES = 0.4;

  static Resident of(int number, AgeGroup group, Dice dice) {
    int age =
        switch (group) {
          case CHILD -> dice.below(18);
          case ADULT -> 18 + dice.below(42);
          case ELDER -> 60 + dice.below(35);
        };
    double phone =
        switch (group) {
          case CHILD -> age < PHONE_AGE ? 0 : CHILDREN_WITH_PHONE;
          case ADULT -> ADULTS_WITH_PHONE;
          case ELDER -> ELDERS_WITH_PHONE;
        };
    boolean account = dice.chance(phone);
    return new Resident(number, group, age, account, !account && dice.chance(PAPER_PASSES));
  }

  boolean isPupil() {
    return group == AgeGroup.CHILD && age >= SCHOOL_AGE;
  }

  boolean goesToKindergarten() {
    return group == AgeGroup.CHILD && age >= KINDERGARTEN_AGE && age < SCHOOL_AGE;
  }

  boolean isAdult() {
    return group == AgeGroup.ADULT;
  }
}
