package cn.venuepass.testkit.contract;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.application.visit.Stays;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Venues that are parts of others, as all stores keep them. */
public interface SubVenuesContract extends StoreContract {

  @Test
  default void enteringAChildShouldNotEndTheStayInTheParent() {
    Mall mall = aMall();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(mall.gate().in(), person);
    clock().advance(ofMinutes(5));
    fixtures().scan(mall.shop().in(), person);
    assertThat(countInside(mall.gate())).isEqualTo(1);
    assertThat(countInside(mall.shop())).isEqualTo(1);
    clock().advance(ofMinutes(5));
    fixtures().scan(mall.shop().out(), person);
    assertThat(countInside(mall.gate())).isEqualTo(1);
    assertThat(countInside(mall.shop())).isZero();
  }

  @Test
  default void leavingTheParentShouldEmptyItsChildren() {
    Mall mall = aMall();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(mall.gate().in(), person);
    clock().advance(ofMinutes(5));
    ScanRecord inShop = fixtures().scan(mall.shop().in(), person);
    PersonId other = fixtures().aPerson().id();
    fixtures().scan(mall.shop().in(), other);
    clock().advance(ofMinutes(5));
    fixtures().scan(mall.gate().out(), person);
    Instant left = clock().instant();

    assertThat(inside(mall.shop())).extracting(PersonInside::person).containsExactly(other);
    assertThat(countInside(mall.shop())).isEqualTo(1);
    assertThat(find(mall.shop(), person)).isEmpty();
    assertThat(find(mall.shop(), other)).isPresent();
    assertThat(stayOf(mall.shop(), inShop).exit())
        .satisfies(
            exit -> {
              assertThat(exit.latest()).isEqualTo(new Stay.Bound(left, Stay.Source.PARENT_EXIT));
              assertThat(exit.likely()).isEqualTo(new Stay.Bound(left, Stay.Source.PARENT_EXIT));
            });
  }

  @Test
  default void whoLeftTheParentShouldEnterTheChildAnew() {
    Mall mall = aMall();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(mall.gate().in(), person);
    ScanRecord first = fixtures().scan(mall.shop().in(), person);
    clock().advance(ofMinutes(5));
    fixtures().scan(mall.gate().out(), person);
    clock().advance(ofMinutes(5));
    fixtures().scan(mall.gate().in(), person);
    assertThat(countInside(mall.shop())).isZero();
    clock().advance(ofMinutes(5));
    ScanRecord again = fixtures().scan(mall.shop().in(), person);
    assertThat(again.outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(again.visit()).isNotEqualTo(first.visit());
    assertThat(countInside(mall.shop())).isEqualTo(1);
  }

  @Test
  default void whoLeftTheParentShouldNotLeaveTheChildOnceMore() {
    Mall mall = aMall();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(mall.gate().in(), person);
    fixtures().scan(mall.shop().in(), person);
    clock().advance(ofMinutes(5));
    fixtures().scan(mall.gate().out(), person);
    clock().advance(ofMinutes(5));
    assertThat(fixtures().scan(mall.shop().out(), person).outcome())
        .isInstanceOf(ScanOutcome.LeftWithoutEntry.class);
  }

  @Test
  default void enteringTheParentAfterwardsShouldNotEmptyTheChild() {
    Mall mall = aMall();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(mall.shop().in(), person);
    clock().advance(ofMinutes(5));
    fixtures().scan(mall.gate().in(), person);
    assertThat(countInside(mall.shop())).isEqualTo(1);
    assertThat(fixtures().scan(mall.shop().out(), person).outcome())
        .isInstanceOf(ScanOutcome.Left.class);
  }

  @Test
  default void enteringBothAtTheSameInstantShouldLeaveThePersonInBoth() {
    Mall mall = aMall();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(mall.gate().in(), person);
    fixtures().scan(mall.shop().in(), person);
    assertThat(countInside(mall.shop())).isEqualTo(1);
    assertThat(fixtures().scan(mall.shop().in(), person).outcome())
        .isInstanceOf(ScanOutcome.AlreadyInside.class);
  }

  @Test
  default void aFullChildShouldHaveRoomOnceSomebodyLeavesTheParent() {
    Gate parent = fixtures().aVenue().trackingExits().addWithGate();
    Gate ward =
        fixtures().aVenue().within(parent.venue().id()).capacity(1).trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(parent.in(), person);
    fixtures().scan(ward.in(), person);
    PersonId next = fixtures().aPerson().id();
    assertThat(fixtures().scan(ward.in(), next).outcome()).isInstanceOf(ScanOutcome.Refused.class);
    clock().advance(ofMinutes(5));
    fixtures().scan(parent.out(), person);
    assertThat(fixtures().scan(ward.in(), next).outcome()).isInstanceOf(ScanOutcome.Entered.class);
  }

  @Test
  default void withoutTheParentsAgreementAVenueShouldStandForItself() {
    Gate parent = fixtures().aVenue().trackingExits().addWithGate();
    Gate shop = fixtures().aVenue().within(parent.venue().id()).trackingExits().addWithGate();
    Venue alone = shop.venue().withoutParent();
    assertThat(stores().venues().replace(alone)).isTrue();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(shop.in(), person);
    fixtures().scan(parent.in(), person);
    clock().advance(ofMinutes(5));
    fixtures().scan(parent.out(), person);
    assertThat(countInside(shop)).isEqualTo(1);
  }

  @Test
  default void listNamingShouldShowWhoNamesAParentAgreedOrNot() {
    AccountId applicant = fixtures().anAccount();
    Venue parent = fixtures().aVenue().by(applicant).add();
    Venue shop = fixtures().aVenue().within(parent.id()).add();
    clock().advance(ofMinutes(1));
    Venue ward = fixtures().aVenue().within(parent.id()).underReview().add();
    Venue removed = fixtures().aVenue().within(parent.id()).add();
    assertThat(stores().venues().replace(removed.removed(clock().instant()).orElseThrow()))
        .isTrue();
    assertThat(stores().venues().listNaming(parent.id())).containsExactly(shop, ward);
    Venue agreed = stores().venues().find(shop.id()).orElseThrow();
    assertThat(agreed.parent()).contains(parent.id());
    assertThat(stores().venues().find(new VenueId(UUID.randomUUID()))).isEmpty();
    assertThat(stores().venues().find(removed.id())).isEmpty();
    assertThat(
            stores()
                .venues()
                .findAlsoRemovedFor(removed.id(), removed.applicant(), Optional.empty()))
        .isPresent();
    assertThat(stores().venues().findAlsoRemovedFor(removed.id(), applicant, Optional.empty()))
        .isEmpty();
  }

  /** A venue that tracks exits, with one part. */
  record Mall(Gate gate, Gate shop) {}

  private Mall aMall() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    return new Mall(
        gate, fixtures().aVenue().within(gate.venue().id()).trackingExits().addWithGate());
  }

  private int countInside(Gate gate) {
    return stores().visits().countInside(gate.venue().id(), clock().instant());
  }

  private List<PersonInside> inside(Gate gate) {
    return stores()
        .visits()
        .listInside(gate.venue().id(), clock().instant(), PageRequest.first(9))
        .items();
  }

  private Optional<PersonInside> find(Gate gate, PersonId person) {
    return stores().visits().findInside(gate.venue().id(), person, clock().instant());
  }

  private Stay stayOf(Gate gate, ScanRecord in) {
    var visits =
        stores()
            .visits()
            .listAt(
                gate.venue().id(),
                clock().instant().minus(ofHours(1)),
                clock().instant(),
                PageRequest.first(9))
            .items();
    return visits.stream()
        .filter(visit -> in.visit().filter(visit.visit().id()::equals).isPresent())
        .map(new Stays(stores().visits()).of(visits))
        .findFirst()
        .orElseThrow();
  }
}
