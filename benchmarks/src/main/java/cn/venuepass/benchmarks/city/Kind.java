package cn.venuepass.benchmarks.city;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people go to, each of one of the product's venue types. */
enum Kind {
  OFFICE(25, 0.9),
  FACTORY(6, 0.9),
  CONSTRUCTION_SITE(4, 0.9),
  LOGISTICS_PARK(1.5, 0.9),
  SCHOOL(1.4, 0.95),
  KINDERGARTEN(2.5, 0.95),
  UNIVERSITY(0.03, 0.95),
  TRAINING_CENTRE(2, 0.8),
  FARMERS_MARKET(1.2, 0.5),
  LIVESTOCK_MARKET(0.1, 0.4),
  SUPERMARKET(4, 0.6),
  CONVENIENCE_STORE(15, 0.2),
  PHARMACY(5, 0.3),
  POST_STATION(5, 0.2),
  PETROL_STATION(1, 0.2),
  BANK(2, 0.5),
  SERVICE_HALL(0.3, 0.8),
  HAIR_SALON(5, 0.6),
  RESTAURANT(18, 0.6),
  CHESS_AND_CARD_ROOM(2.5, 0.6),
  CINEMA(0.3, 0.8),
  KTV(0.6, 0.7),
  INTERNET_CAFE(1, 0.8),
  BATHHOUSE(0.8, 0.8),
  GYM(1.2, 0.7),
  LIBRARY(0.1, 0.9),
  MUSEUM(0.08, 0.9),
  SCENIC_SPOT(0.4, 0.5),
  PLACE_OF_WORSHIP(0.3, 0.8),
  CLINIC(4, 0.6),
  HOSPITAL(0.2, 0.9),
  HOTEL(2, 0.9),
  BUS(3, 0),
  BUS_STATION(0.05, 0.3),
  RAILWAY_STATION(0.015, 0.3),
  MALL("SUPERMARKET", 0.3, 0.7, null, 0),
  MALL_RESTAURANT("RESTAURANT", 0, 0.6, MALL, 5),
  MALL_SHOP("CONVENIENCE_STORE", 0, 0.4, MALL, 8),
  MALL_CINEMA("CINEMA", 0, 0.8, MALL, 1),
  WARD("HOSPITAL", 0, 0.7, HOSPITAL, 8);

  private final String type;
  private final double perTenThousand;
  private final double tracked;
  private final Optional<Kind> within;
  private final int parts;

  Kind(double perTenThousand, double tracked) {
    this.type = name();
    this.perTenThousand = perTenThousand;
    this.tracked = tracked;
    this.within = Optional.empty();
    this.parts = 0;
  }

  Kind(String type, double perTenThousand, double tracked, @Nullable Kind within, int parts) {
    this.type = type;
    this.perTenThousand = perTenThousand;
    this.tracked = tracked;
    this.within = Optional.ofNullable(within);
    this.parts = parts;
  }

  /** The code of its venue type. */
  String type() {
    return type;
  }

  /** How many of them so many people have, if they stand for themselves; one at least. */
  int countFor(long people) {
    return (int) Math.max(1, Math.round(perTenThousand * people / 10_000));
  }

  /** The share of them where people scan out too. */
  double tracked() {
    return tracked;
  }

  /** Whether they are parts of others. */
  boolean isPart() {
    return within.isPresent();
  }

  /** How many of them each of the others has. */
  int parts() {
    return parts;
  }

  /** What is inside of it. */
  List<Kind> partKinds() {
    return Arrays.stream(values()).filter(kind -> kind.within.equals(Optional.of(this))).toList();
  }
}
