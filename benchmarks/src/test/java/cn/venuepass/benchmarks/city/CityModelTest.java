package cn.venuepass.benchmarks.city;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.visit.ScanMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A small city over three weeks, from a Monday to a Sunday. */
class CityModelTest {
  private static final LocalDate SUNDAY = LocalDate.of(2026, 3, 15);
  private static final int HOUSEHOLDS = 1_000;
  private static final int DAYS = 21;

  private final City city = city(1);

  @Test
  void theSameSeedShouldGiveTheSameCityToTheLastByte() {
    assertThat(digest(city(1))).isEqualTo(digest(city));
  }

  @Test
  void anotherSeedShouldGiveAnotherCity() {
    assertThat(digest(city(2))).isNotEqualTo(digest(city));
  }

  @Test
  void aHouseholdShouldBeTheSameWhoeverWasAskedForBefore() {
    List<Chronicle> alone = city(1).chronicles(city.household(77));
    assertThat(chronicles().toList()).containsAll(alone);
  }

  @Test
  void nobodyShouldBeInTwoUnrelatedPlacesAtOnce() {
    for (int number = 0; number < HOUSEHOLDS; number++) {
      for (List<Trip> trips : city.trips(city.household(number))) {
        Trip around = null;
        long free = 0;
        for (Trip trip : trips) {
          assertThat(trip.left()).isGreaterThan(trip.arrived());
          if (around != null && trip.place().parent() == around.place().number()) {
            assertThat(trip.arrived()).isGreaterThan(around.arrived());
            assertThat(trip.left()).isLessThan(around.left());
          } else {
            assertThat(trip.arrived()).isGreaterThanOrEqualTo(free);
            assertThat(trip.place().parent()).isEqualTo(Place.NONE);
            around = trip;
            free = trip.left();
          }
        }
      }
    }
  }

  @Test
  void intervalsShouldBeValidAndWithinTheMaximumStay() {
    long end = city.plan().end().toEpochMilli();
    assertThat(visits())
        .allSatisfy(
            visit -> {
              long longest = city.town().place(visit.place()).stay().maximumStay().toMillis();
              assertThat(visit.entry() != null || visit.exit() != null).isTrue();
              assertThat(visit.exit() == null).isEqualTo(visit.leftAt() == CityVisit.UNKNOWN);
              assertThat(visit.openedAt()).isBetween(city.plan().begin().toEpochMilli(), end - 1);
              if (visit.exit() != null) {
                assertThat(visit.leftAt())
                    .isBetween(visit.enteredAt(), visit.enteredAt() + longest)
                    .isLessThan(end);
              }
            });
  }

  @Test
  void onlyTheLatestVisitOfAPersonAtAPlaceShouldBeInPresence() {
    assertThat(chronicles())
        .allSatisfy(
            chronicle -> {
              Map<Integer, CityVisit> latest = new HashMap<>();
              chronicle.visits().forEach(visit -> latest.put(visit.place(), visit));
              assertThat(chronicle.presences())
                  .extracting(CityPresence::visit)
                  .containsExactlyInAnyOrderElementsOf(latest.values());
            });
  }

  @Test
  void visitsPerDayShouldBeAboutAsAsked() {
    CityPlan plan = CityPlan.ofVisits(5, 60_000, 14, SUNDAY);
    var asked = new City(plan, StandardTypes.read());
    long made = visits(asked).count();
    assertThat(made).isBetween(55_000L, 65_000L);
    Map<LocalDate, Long> days = new HashMap<>();
    visits(asked)
        .forEach(
            visit ->
                days.merge(
                    Instant.ofEpochMilli(visit.openedAt()).atOffset(CityPlan.ZONE).toLocalDate(),
                    1L,
                    Long::sum));
    days.remove(SUNDAY);
    assertThat(days.values()).allSatisfy(visits -> assertThat(visits).isBetween(3_300L, 5_500L));
    assertThat(days.get(SUNDAY.minusDays(1))).isLessThan(days.get(SUNDAY.minusDays(2)));
  }

  @Test
  void sharesShouldBeThoseOfACity() {
    assertThat(share(visit -> visit.entry() == null)).isBetween(0.01, 0.05);
    assertThat(share(visit -> visit.exit() == null)).isBetween(0.3, 0.6);
    assertThat(share(visit -> visit.lastSeen() != CityVisit.UNKNOWN)).isBetween(0.01, 0.1);
    assertThat(share(visit -> enteredBy(visit, ScanMethod.POSTER))).isBetween(0.7, 0.9);
    assertThat(share(visit -> enteredBy(visit, ScanMethod.ID_NUMBER))).isBetween(0.03, 0.15);
    assertThat(share(visit -> enteredBy(visit, ScanMethod.PAPER_PASS))).isBetween(0.02, 0.1);
    assertThat(share(visit -> enteredBy(visit, ScanMethod.COMPANION))).isBetween(0.005, 0.05);
    assertThat(
            share(visit -> visit.exit() != null && visit.exit().method() == ScanMethod.MARKED_LEFT))
        .isBetween(0.001, 0.02);
    assertThat(share(visit -> city.town().place(visit.place()).parent() != Place.NONE))
        .isBetween(0.01, 0.06);
  }

  @Test
  void peopleShouldBeInsideAtTheEnd() {
    long now = city.plan().end().toEpochMilli();
    long inside =
        chronicles()
            .flatMap(chronicle -> chronicle.presences().stream())
            .filter(presence -> presence.inside() && presence.since() > now - 2 * 3_600_000)
            .count();
    assertThat(inside).isGreaterThan(50);
  }

  @Test
  void peopleShouldHaveUniqueSampleNumbersFromBefore1930() {
    Set<String> numbers = new HashSet<>();
    IntStream.range(0, 200_000)
        .map(i -> i * 7)
        .forEach(
            resident -> {
              ResidentIdNumber number = SampleIdentity.idNumber(resident);
              assertThat(number.dateOfBirth()).isBefore(LocalDate.of(1930, 1, 1));
              assertThat(numbers.add(number.text())).isTrue();
            });
  }

  @Test
  void idsShouldBeUniqueAndOfVersionSeven() {
    Set<UUID> ids = new HashSet<>();
    assertThat(visits())
        .allSatisfy(
            visit -> {
              UUID id = city.ids().visit(visit);
              assertThat(id.version()).isEqualTo(7);
              assertThat(id.variant()).isEqualTo(2);
              assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(visit.openedAt());
              assertThat(ids.add(id)).isTrue();
            });
  }

  private static City city(long seed) {
    return new City(new CityPlan(seed, HOUSEHOLDS, DAYS, SUNDAY), StandardTypes.read());
  }

  private Stream<Chronicle> chronicles() {
    return chronicles(city);
  }

  private Stream<CityVisit> visits() {
    return visits(city);
  }

  private static Stream<CityVisit> visits(City city) {
    return chronicles(city).flatMap(chronicle -> chronicle.visits().stream());
  }

  private static Stream<Chronicle> chronicles(City city) {
    return IntStream.range(0, city.plan().households())
        .boxed()
        .flatMap(number -> city.chronicles(city.household(number)).stream());
  }

  private double share(Predicate<CityVisit> which) {
    return (double) visits().filter(which).count() / visits().count();
  }

  private static boolean enteredBy(CityVisit visit, ScanMethod method) {
    return Optional.ofNullable(visit.entry())
        .filter(entry -> Objects.equals(entry.method(), method))
        .isPresent();
  }

  private static String digest(City city) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      city.town()
          .places()
          .forEach(place -> digest.update(text(place.number(), place.kind(), place.manager())));
      chronicles(city).forEach(chronicle -> digest.update(text(chronicle)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] text(Object... values) {
    return List.of(values).toString().getBytes(StandardCharsets.UTF_8);
  }
}
