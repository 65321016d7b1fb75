package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.casework.VenueVisitors;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link VenueVisitors}. */
public interface VenueVisitorsContract extends StoreContract {

  @Test
  default void whoeverMayHaveBeenThereShouldBeListedFromTheFirst() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId gone = enters(gate);
    PersonId open = enters(gate);
    after(10);
    leaves(gate, gone);
    Instant from = clock().instant();
    after(10);
    PersonId within = enters(gate);
    after(1);
    leaves(gate, within);
    after(10);
    Instant to = clock().instant();
    PersonId late = enters(gate);
    assertThat(people(gate, from, to)).containsExactly(open, within);
    assertThat(count(gate, from, to)).isEqualTo(2);
    assertThat(people(gate, from.minusSeconds(1), to)).contains(gone).doesNotContain(late);
    assertThat(people(gate, from, to.plusSeconds(1))).containsExactly(open, within, late);
    assertThat(people(fixtures().aVenue().addWithGate(), from, to)).isEmpty();
  }

  @Test
  default void anOpenVisitShouldReachAsFarAsAnyStay() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId open = enters(gate);
    Instant entered = clock().instant();
    Instant week = entered.plus(Duration.ofDays(7));
    assertThat(people(gate, week, week.plusSeconds(1))).containsExactly(open);
    assertThat(people(gate, week.plusSeconds(1), week.plusSeconds(2))).isEmpty();
    assertThat(count(gate, week.plusSeconds(1), week.plusSeconds(2))).isZero();
  }

  @Test
  default void visitorsShouldComeInPages() {
    Gate gate = fixtures().aVenue().addWithGate();
    List<PersonId> all = new ArrayList<>();
    Instant from = clock().instant();
    for (int i = 0; i < 3; i++) {
      all.add(enters(gate));
      after(1);
    }
    List<PersonId> read = new ArrayList<>();
    var request = PageRequest.first(1);
    Page<RecordedVisit> page;
    do {
      page = visitors().list(gate.venue().id(), from, clock().instant(), request);
      page.items().forEach(visit -> read.add(visit.visit().person()));
      request = new PageRequest(1, page.next());
    } while (page.next().isPresent());
    assertThat(read).isEqualTo(all);
  }

  private PersonId enters(Gate gate) {
    PersonId person = fixtures().aPerson().id();
    ScanRecord unused = fixtures().scan(gate.in(), person);
    return person;
  }

  private void leaves(Gate gate, PersonId person) {
    ScanRecord unused = fixtures().scan(gate.out(), person);
  }

  private void after(int minutes) {
    clock().advance(Duration.ofMinutes(minutes));
  }

  private List<PersonId> people(Gate gate, Instant from, Instant to) {
    return visitors().list(gate.venue().id(), from, to, PageRequest.first(50)).items().stream()
        .map(visit -> visit.visit().person())
        .toList();
  }

  private int count(Gate gate, Instant from, Instant to) {
    return visitors().countPeople(gate.venue().id(), from, to);
  }

  private VenueVisitors visitors() {
    return stores().venueVisitors();
  }
}
