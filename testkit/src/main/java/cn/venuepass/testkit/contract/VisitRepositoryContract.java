package cn.venuepass.testkit.contract;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.Days;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Sighting;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link cn.venuepass.application.visit.VisitRepository}, over what scans left in the ledger. */
public interface VisitRepositoryContract extends StoreContract {

  @Test
  default void listOfShouldHoldWhatBeganOrEndedInTheInterval() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Instant entered = clock().instant();
    fixtures().scan(gate.in(), person);
    clock().advance(ofHours(2));
    fixtures().scan(gate.out(), person);
    clock().advance(ofHours(1));
    fixtures().scan(gate.out(), person);
    Instant end = clock().instant();
    assertThat(between(person, entered, entered.plusMillis(1))).hasSize(1);
    assertThat(between(person, entered.plus(ofHours(2)), entered.plus(ofHours(3)))).hasSize(1);
    assertThat(between(person, end, end.plusMillis(1))).hasSize(1);
    assertThat(between(person, entered.plus(ofHours(1)), end.plusMillis(1))).hasSize(2);
    assertThat(between(person, entered.plusMillis(1), entered.plus(ofHours(2)))).isEmpty();
  }

  @Test
  default void sightingsShouldHoldObservedPassagesWithTheirFamily() {
    Venue mall = fixtures().aVenue().add();
    Gate shop = fixtures().aVenue().within(mall.id()).trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Instant from = clock().instant();
    fixtures().scan(shop.out(), person);
    clock().advance(ofMinutes(1));
    fixtures().scan(shop.in(), person);
    Instant entered = clock().instant();
    fixtures().scan(shop.in(), fixtures().aPerson().id());
    assertThat(stores().visits().sightingsOf(List.of(person), from, entered.plusMillis(1)))
        .containsExactly(
            new Sighting(person, shop.venue().id(), mall.id(), Direction.OUT, from),
            new Sighting(person, shop.venue().id(), mall.id(), Direction.IN, entered));
    assertThat(stores().visits().sightingsOf(List.of(person), from, entered)).hasSize(1);
    assertThat(stores().visits().sightingsOf(List.of(), from, entered)).isEmpty();
  }

  @Test
  default void visitsShouldBePagedTheLatestFirst() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Instant from = clock().instant();
    for (int day = 0; day < 5; day++) {
      fixtures().scan(gate.in(), person);
      clock().advance(ofHours(1));
      fixtures().scan(gate.out(), person);
      clock().advance(ofHours(1));
    }
    var first =
        stores().visits().listOf(only(person), from, clock().instant(), PageRequest.first(3));
    var rest =
        stores()
            .visits()
            .listOf(only(person), from, clock().instant(), new PageRequest(3, first.next()));
    assertThat(first.items()).hasSize(3);
    assertThat(rest.items()).hasSize(2);
    assertThat(rest.next()).isEmpty();
    assertThat(first.items().get(0).from()).isEqualTo(from.plus(ofHours(8)));
    assertThat(rest.items().get(1).from()).isEqualTo(from);
  }

  @Test
  default void listOfShouldHoldEverybodySinceTheyAreWatched() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId own = fixtures().aPerson().id();
    PersonId child = fixtures().aPerson().id();
    Instant from = clock().instant();
    fixtures().scan(gate.in(), own);
    fixtures().scan(gate.in(), child);
    clock().advance(ofHours(30));
    Instant since = clock().instant();
    fixtures().scan(gate.in(), child);
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    var watched = List.of(new Watched(own, Instant.EPOCH), new Watched(child, since));
    assertThat(
            stores()
                .visits()
                .listOf(watched, from, since.plusMillis(1), PageRequest.first(9))
                .items())
        .extracting(visit -> visit.visit().person(), RecordedVisit::from)
        .containsExactly(tuple(child, since), tuple(own, from));
    assertThat(stores().visits().listOf(List.of(), from, since, PageRequest.first(9)).items())
        .isEmpty();
  }

  @Test
  default void listAtShouldPageTheVisitsOfOneVenue() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    Instant from = clock().instant();
    for (int i = 0; i < 3; i++) {
      fixtures().scan(gate.in(), fixtures().aPerson().id());
      clock().advance(ofMinutes(1));
    }
    fixtures().scan(fixtures().aVenue().addWithGate().in(), fixtures().aPerson().id());
    VenueId venue = gate.venue().id();
    var first = stores().visits().listAt(venue, from, clock().instant(), PageRequest.first(2));
    var rest =
        stores().visits().listAt(venue, from, clock().instant(), new PageRequest(2, first.next()));
    assertThat(first.items())
        .extracting(RecordedVisit::from)
        .containsExactly(from.plus(ofMinutes(2)), from.plus(ofMinutes(1)));
    assertThat(rest.items()).extracting(RecordedVisit::from).containsExactly(from);
    assertThat(
            stores().visits().listAt(venue, from.plusMillis(1), from, PageRequest.first(2)).items())
        .isEmpty();
  }

  @Test
  default void listAtShouldHoldWhatEndedInTheInterval() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    fixtures().scan(gate.out(), fixtures().aPerson().id());
    Instant left = clock().instant();
    VenueId venue = gate.venue().id();
    var visits = stores().visits();
    assertThat(visits.listAt(venue, left, left.plusMillis(1), PageRequest.first(2)).items())
        .hasSize(1);
    assertThat(
            visits
                .listAt(venue, left.plusMillis(1), left.plusMillis(2), PageRequest.first(2))
                .items())
        .isEmpty();
  }

  @Test
  default void entriesShouldBeCountedByMethodAndChineseDay() {
    DivisionCode community = fixtures().aCommunity();
    Gate gate = fixtures().aVenue().in(community).trackingExits().addWithGate();
    Gate neighbour = fixtures().aVenue().in(community).addWithGate();
    Instant midnight =
        LocalDate.ofInstant(clock().instant(), Days.CHINA)
            .plusDays(1)
            .atStartOfDay(Days.CHINA)
            .toInstant();
    clock().advance(Duration.between(clock().instant(), midnight.minusMillis(1)));
    Instant from = clock().instant();
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    fixtures().scan(gate.out(), fixtures().aPerson().id());
    clock().advance(Duration.ofMillis(1));
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    byPaper(gate.venue().id());
    byPaper(neighbour.venue().id());
    fixtures().scan(fixtures().aVenue().addWithGate().in(), fixtures().aPerson().id());

    LocalDate today = Days.of(midnight);
    Instant to = midnight.plusMillis(1);
    assertThat(stores().entryCounts().byDay(gate.venue().id(), from, to))
        .isEqualTo(
            Map.of(
                today.minusDays(1),
                Map.of(ScanMethod.POSTER, 1L),
                today,
                Map.of(ScanMethod.POSTER, 2L, ScanMethod.PAPER_PASS, 1L)));
    assertThat(stores().entryCounts().byDay(gate.venue().id(), from, midnight))
        .containsOnlyKeys(today.minusDays(1));
    assertThat(stores().entryCounts().inCommunity(community, from, to))
        .isEqualTo(Map.of(ScanMethod.POSTER, 3L, ScanMethod.PAPER_PASS, 2L));
    assertThat(stores().entryCounts().inCommunity(community, to, to)).isEmpty();
  }

  private void byPaper(VenueId venue) {
    assertThat(
            stores()
                .visitLedger()
                .apply(
                    Scan.byManager(
                        fixtures().aScanId(),
                        fixtures().aPerson().id(),
                        new ScanTarget.AtVenue(venue, Direction.IN),
                        ScanMethod.PAPER_PASS,
                        fixtures().anAccount(),
                        clock().instant())))
        .isPresent();
  }

  private static List<Watched> only(PersonId person) {
    return List.of(new Watched(person, Instant.EPOCH));
  }

  private List<RecordedVisit> between(PersonId person, Instant from, Instant to) {
    return stores().visits().listOf(only(person), from, to, PageRequest.first(10)).items();
  }
}
