package cn.venuepass.testkit.contract;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Instant;
import java.util.List;
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
  default void entriesOfShouldHoldObservedEntriesWithTheirFamily() {
    Venue mall = fixtures().aVenue().add();
    Gate shop = fixtures().aVenue().within(mall.id()).trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Instant from = clock().instant();
    fixtures().scan(shop.out(), person);
    clock().advance(ofMinutes(1));
    fixtures().scan(shop.in(), person);
    assertThat(stores().visits().entriesOf(person, from, from.plus(ofHours(1))))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.family()).isEqualTo(mall.id());
              assertThat(entry.at()).isEqualTo(clock().instant());
            });
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
    var first = stores().visits().listOf(person, from, clock().instant(), PageRequest.first(3));
    var rest =
        stores().visits().listOf(person, from, clock().instant(), new PageRequest(3, first.next()));
    assertThat(first.items()).hasSize(3);
    assertThat(rest.items()).hasSize(2);
    assertThat(rest.next()).isEmpty();
    assertThat(first.items().get(0).from()).isEqualTo(from.plus(ofHours(8)));
    assertThat(rest.items().get(1).from()).isEqualTo(from);
  }

  private List<RecordedVisit> between(PersonId person, Instant from, Instant to) {
    return stores().visits().listOf(person, from, to, PageRequest.first(10)).items();
  }
}
