package cn.venuepass.benchmarks.city;

/** What dice are split for, so that one thing does not change with another. */
final class Label {
  static final long HOUSEHOLD = 1;
  static final long TOWN = 2;
  static final long HABITS = 3;
  static final long DAYS = 4;
  static final long SCANS = 5;
  static final long PERSON_ID = 6;
  static final long ACCOUNT_ID = 7;
  static final long VENUE_ID = 8;
  static final long POSTER_ID = 9;
  static final long VISIT_ID = 10;
  static final long FAMILY_ID = 11;
  static final long PASS_ID = 12;

  private Label() {}
}
