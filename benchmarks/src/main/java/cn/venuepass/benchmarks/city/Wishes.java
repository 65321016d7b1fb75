package cn.venuepass.benchmarks.city;

import java.util.List;

/** What people feel like, each with its weight. */
final class Wishes {
  static final Wishes WORK =
      new Wishes(
          wish(Kind.OFFICE, 35),
          wish(Kind.FACTORY, 20),
          wish(Kind.RESTAURANT, 10),
          wish(Kind.CONSTRUCTION_SITE, 8),
          wish(Kind.SUPERMARKET, 7),
          wish(Kind.SCHOOL, 6),
          wish(Kind.HOSPITAL, 5),
          wish(Kind.FARMERS_MARKET, 3),
          wish(Kind.LOGISTICS_PARK, 4),
          wish(Kind.UNIVERSITY, 2));
  static final Wishes ERRAND =
      new Wishes(
          wish(Kind.SUPERMARKET, 25),
          wish(Kind.FARMERS_MARKET, 20),
          wish(Kind.CONVENIENCE_STORE, 20),
          wish(Kind.POST_STATION, 15),
          wish(Kind.PHARMACY, 6),
          wish(Kind.PETROL_STATION, 4),
          wish(Kind.HAIR_SALON, 3),
          wish(Kind.BANK, 3),
          wish(Kind.SERVICE_HALL, 1),
          wish(Kind.CLINIC, 3));
  static final Wishes EVENING =
      new Wishes(
          wish(Kind.RESTAURANT, 45),
          wish(Kind.GYM, 12),
          wish(Kind.CINEMA, 8),
          wish(Kind.INTERNET_CAFE, 8),
          wish(Kind.KTV, 6),
          wish(Kind.BATHHOUSE, 6),
          wish(Kind.CHESS_AND_CARD_ROOM, 8),
          wish(Kind.SCENIC_SPOT, 7));
  static final Wishes OLD_AGE =
      new Wishes(
          wish(Kind.FARMERS_MARKET, 42),
          wish(Kind.SUPERMARKET, 15),
          wish(Kind.SCENIC_SPOT, 14),
          wish(Kind.CHESS_AND_CARD_ROOM, 12),
          wish(Kind.CLINIC, 8),
          wish(Kind.HOSPITAL, 4),
          wish(Kind.PLACE_OF_WORSHIP, 3),
          wish(Kind.BANK, 2));
  static final Wishes WEEKEND =
      new Wishes(
          wish(Kind.MALL, 30),
          wish(Kind.SUPERMARKET, 18),
          wish(Kind.RESTAURANT, 18),
          wish(Kind.FARMERS_MARKET, 12),
          wish(Kind.SCENIC_SPOT, 9),
          wish(Kind.CINEMA, 5),
          wish(Kind.LIVESTOCK_MARKET, 4),
          wish(Kind.MUSEUM, 2),
          wish(Kind.LIBRARY, 2));

  private final List<Wish> wishes;
  private final int sum;

  private record Wish(Kind kind, int weight) {}

  private Wishes(Wish... wishes) {
    this.wishes = List.of(wishes);
    this.sum = this.wishes.stream().mapToInt(Wish::weight).sum();
  }

  Kind pick(Dice dice) {
    int thrown = dice.below(sum);
    int place = 0;
    while (thrown >= wishes.get(place).weight()) {
      thrown -= wishes.get(place++).weight();
    }
    return wishes.get(place).kind();
  }

  private static Wish wish(Kind kind, int weight) {
    return new Wish(kind, weight);
  }
}
