package cn.venuepass.testkit.contract;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.control.ControlOrderFilter;
import cn.venuepass.application.control.ControlOrderFilter.Attention;
import cn.venuepass.application.control.ControlOrderFilter.Sort;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrder.State;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link cn.venuepass.application.control.ControlOrderRepository}. */
public interface ControlOrdersContract extends StoreContract {

  @Test
  default void anOrderShouldComeBackAsItWasKeptAfterEveryStep() {
    ControlOrder order = aProposal(fixtures().aCommunity());
    assertThat(stores().controlOrders().find(order.id())).contains(order);
    clock().advance(ofMinutes(1));
    ControlOrder active = order.approved(fixtures().aSignature()).orElseThrow();
    assertThat(stores().controlOrders().replace(active)).isTrue();
    assertThat(stores().controlOrders().find(order.id())).contains(active);
    clock().advance(ofMinutes(1));
    ControlOrder lifted = fixtures().lift(active);
    assertThat(stores().controlOrders().find(order.id())).contains(lifted);

    ControlOrder other = aProposal(fixtures().aCommunity());
    ControlOrder withdrawn = other.withdrawn(other.proposed()).orElseThrow();
    assertThat(stores().controlOrders().replace(withdrawn)).isTrue();
    assertThat(stores().controlOrders().find(other.id())).contains(withdrawn);
  }

  @Test
  default void ofStepsAtOnceExactlyOneShouldWin() {
    ControlOrder order = aProposal(fixtures().aCommunity());
    List<Boolean> won =
        AtOnce.run(
            8,
            i ->
                stores()
                    .controlOrders()
                    .replace(
                        (i % 2 == 0
                                ? order.approved(fixtures().aSignature())
                                : order.declined(fixtures().aSignature(), new ControlNote("否")))
                            .orElseThrow()));
    assertThat(won).containsOnlyOnce(true);
    ControlOrder after = stores().controlOrders().find(order.id()).orElseThrow();
    assertThat(after.approved().isPresent()).isNotEqualTo(after.ending().isPresent());
  }

  @Test
  default void anOrderShouldBeSeenFromItsDivisionAndThoseAbove() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    Division community =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code()));
    ControlOrder order = aProposal(community.code());
    for (Division seeing : List.of(territory, community)) {
      Jurisdiction own = Jurisdiction.of(seeing.code());
      assertThat(stores().controlOrders().findWithin(order.id(), own)).contains(order);
      assertThat(list(own, ControlOrderFilter.ALL)).containsExactly(order);
    }
    for (Jurisdiction foreign :
        List.of(
            Jurisdiction.of(fixtures().aCommunity()),
            new Jurisdiction.OfVenueTypes(Set.of(new VenueTypeCode("HOTEL"))))) {
      assertThat(stores().controlOrders().findWithin(order.id(), foreign)).isEmpty();
      assertThat(list(foreign, ControlOrderFilter.ALL)).isEmpty();
    }
  }

  @Test
  default void ordersShouldBeFoundByTheStateThatTheTimeGivesThem() {
    DivisionCode division = fixtures().aCommunity();
    ControlOrder lapsing = aProposal(division);
    ControlOrder ending = approved(aProposal(division));
    ControlOrder lifted = fixtures().lift(approved(aProposal(division)));
    ControlOrder declined =
        replaced(aProposal(division).declined(fixtures().aSignature(), new ControlNote("证据不足")));
    assertThat(inState(division, State.PROPOSED)).containsExactly(lapsing);
    assertThat(inState(division, State.ACTIVE)).containsExactly(ending);
    assertThat(inState(division, State.LIFTED)).containsExactly(lifted);
    assertThat(inState(division, State.DECLINED)).containsExactly(declined);
    assertThat(inState(division, State.WITHDRAWN)).isEmpty();
    clock().advance(ofHours(24));
    assertThat(inState(division, State.PROPOSED)).isEmpty();
    assertThat(inState(division, State.LAPSED)).containsExactly(lapsing);
    assertThat(inState(division, State.ACTIVE)).isEmpty();
    assertThat(inState(division, State.EXPIRED)).containsExactly(ending);
  }

  @Test
  default void ordersShouldBeFoundByTargetAndByWhatNeedsALook() {
    DivisionCode division = fixtures().aCommunity();
    ControlOrder person = approved(aProposal(division));
    Venue venue = fixtures().aVenue().add();
    ControlOrder lock =
        approved(fixtures().aProposal(new ControlTarget.OfVenue(venue.id()), division));
    assertThat(
            list(
                Jurisdiction.of(division),
                new ControlOrderFilter(
                    Optional.empty(),
                    Optional.of(ControlTarget.Kind.VENUE),
                    Optional.empty(),
                    Sort.LATEST_PROPOSAL)))
        .containsExactly(lock);
    assertThat(needing(division, Attention.EXPIRING)).containsExactlyInAnyOrder(person, lock);
    assertThat(needing(division, Attention.OVERDUE)).isEmpty();
    assertThat(
            stores()
                .controlAppeals()
                .add(
                    new ControlAppeal(
                        new ControlAppealId(UUID.randomUUID()),
                        person.id(),
                        fixtures().anAccount(),
                        new ControlNote("样本"),
                        clock().instant(),
                        Optional.empty())))
        .isTrue();
    clock().advance(ofHours(25));
    assertThat(needing(division, Attention.OVERDUE)).containsExactly(person);
    assertThat(needing(division, Attention.EXPIRING)).isEmpty();
  }

  @Test
  default void aListShouldGoOnWhereItEnded() {
    DivisionCode division = fixtures().aCommunity();
    for (int i = 0; i < 3; i++) {
      aProposal(division);
      clock().advance(ofMinutes(i));
    }
    List<ControlOrder> all = list(Jurisdiction.of(division), ControlOrderFilter.ALL);
    assertThat(all).hasSize(3);
    Page<ControlOrder> first = page(division, PageRequest.first(2));
    assertThat(first.items()).isEqualTo(all.subList(0, 2));
    assertThat(page(division, new PageRequest(2, first.next())).items())
        .isEqualTo(all.subList(2, 3));
  }

  @Test
  default void aListShouldBeSortedAsAskedForAndGoOnWhereItEnded() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode division =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
    ControlOrder middle = anOrderFor(division, ofHours(30));
    ControlOrder last = anOrderFor(division, ofHours(40));
    ControlOrder alsoLast = anOrderFor(division, ofHours(40));
    clock().advance(ofMinutes(1));
    ControlOrder first = anOrderFor(division, ofHours(25));
    anOrderFor(fixtures().aCommunity(), ofHours(1));

    List<ControlOrder> byEnd = inPages(territory.code(), Sort.EXPIRES_AT);
    assertThat(byEnd.subList(0, 2)).containsExactly(first, middle);
    assertThat(byEnd.subList(2, byEnd.size())).containsExactlyInAnyOrder(last, alsoLast);
    List<ControlOrder> byLapse = inPages(territory.code(), Sort.LAPSES_AT);
    assertThat(byLapse.subList(0, 3)).containsExactlyInAnyOrder(middle, last, alsoLast);
    assertThat(byLapse.subList(3, byLapse.size())).containsExactly(first);
    List<ControlOrder> byProposal = inPages(territory.code(), Sort.LATEST_PROPOSAL);
    assertThat(byProposal.get(0)).isEqualTo(first);
    assertThat(byProposal).containsExactlyInAnyOrder(first, middle, last, alsoLast);
  }

  private ControlOrder anOrderFor(DivisionCode division, Duration term) {
    var target = new ControlTarget.OfPerson(fixtures().aPerson().id());
    return fixtures().aProposal(target, division, term);
  }

  /** All of a division, asked for one after another. */
  private List<ControlOrder> inPages(DivisionCode division, Sort sort) {
    List<ControlOrder> all = new ArrayList<>();
    Optional<PageRequest> request = Optional.of(PageRequest.first(1));
    while (request.isPresent()) {
      Page<ControlOrder> page =
          stores()
              .controlOrders()
              .listWithin(
                  Jurisdiction.of(division),
                  ControlOrderFilter.ALL.sortedBy(sort),
                  clock().instant(),
                  request.get());
      all.addAll(page.items());
      request = page.next().map(next -> new PageRequest(1, Optional.of(next)));
    }
    return all;
  }

  @Test
  default void whomAnOrderConcernsShouldSeeItOnceItIsApproved() {
    AccountId account = fixtures().anAccount();
    Person person = fixtures().aPerson();
    AccountId keeper = fixtures().anAccount();
    Venue mall = fixtures().aVenue().by(keeper).add();
    AccountId tenant = fixtures().anAccount();
    fixtures().aVenue().within(mall.id()).by(tenant).add();
    Person manager = fixtures().aPerson();
    fixtures().aManager(mall.id(), manager, clock().instant());
    DivisionCode division = fixtures().aCommunity();
    ControlOrder onPerson = fixtures().aProposal(new ControlTarget.OfPerson(person.id()), division);
    ControlOrder onVenue = fixtures().aProposal(new ControlTarget.OfVenue(mall.id()), division);
    assertThat(concerning(account, Optional.of(person))).isEmpty();

    ControlOrder kept = approved(onPerson);
    ControlOrder locked = approved(onVenue);
    assertThat(concerning(account, Optional.of(person))).containsExactly(kept);
    assertThat(concerning(keeper, Optional.empty())).containsExactly(locked);
    assertThat(concerning(tenant, Optional.empty())).containsExactly(locked);
    assertThat(concerning(account, Optional.of(manager))).containsExactly(locked);
    assertThat(concerning(account, Optional.empty())).isEmpty();
    assertThat(
            stores().controlOrders().findConcerning(locked.id(), account, Optional.of(person.id())))
        .isEmpty();
    assertThat(
            stores().controlOrders().findConcerning(kept.id(), account, Optional.of(person.id())))
        .contains(kept);
  }

  @Test
  default void aGuardianShouldSeeWhatConcernsWhomTheyLookAfter() {
    AccountId guardian = fixtures().anAccount();
    Person child = fixtures().aPerson();
    var target = new ControlTarget.OfPerson(child.id());
    fixtures().lift(fixtures().anOrder(target));
    clock().advance(Duration.ofMinutes(1));
    fixtures().aFamilyLink(guardian, child.id());
    clock().advance(Duration.ofMinutes(1));
    ControlOrder kept = fixtures().anOrder(target);
    assertThat(concerning(guardian, Optional.empty())).containsExactly(kept);
    assertThat(stores().controlOrders().findConcerning(kept.id(), guardian, Optional.empty()))
        .contains(kept);
    assertThat(concerning(fixtures().anAccount(), Optional.empty())).isEmpty();
  }

  @Test
  default void anOrderShouldHoldOnItsVenueAndThePartsOfIt() {
    Venue mall = fixtures().aVenue().add();
    Venue shop = fixtures().aVenue().within(mall.id()).add();
    Venue beside = fixtures().aVenue().add();
    fixtures().aProposal(new ControlTarget.OfVenue(beside.id()), fixtures().aCommunity());
    ControlOrder onMall = fixtures().anOrder(new ControlTarget.OfVenue(mall.id()));
    assertThat(holdsOn(mall)).isTrue();
    assertThat(holdsOn(shop)).isTrue();
    assertThat(holdsOn(beside)).isFalse();
    fixtures().lift(onMall);
    assertThat(holdsOn(shop)).isFalse();
    ControlOrder onShop = fixtures().anOrder(new ControlTarget.OfVenue(shop.id()));
    assertThat(holdsOn(mall)).isFalse();
    assertThat(holdsOn(shop)).isTrue();
    clock().advance(Duration.between(clock().instant(), onShop.expiresAt()));
    assertThat(holdsOn(shop)).isFalse();
  }

  private boolean holdsOn(Venue venue) {
    return stores().controlOrders().holdsOn(venue.id(), clock().instant());
  }

  private ControlOrder aProposal(DivisionCode division) {
    return fixtures().aProposal(new ControlTarget.OfPerson(fixtures().aPerson().id()), division);
  }

  private ControlOrder approved(ControlOrder proposal) {
    return replaced(proposal.approved(fixtures().aSignature()));
  }

  private ControlOrder replaced(Optional<ControlOrder> next) {
    assertThat(stores().controlOrders().replace(next.orElseThrow())).isTrue();
    return next.get();
  }

  private List<ControlOrder> concerning(AccountId account, Optional<Person> person) {
    return stores()
        .controlOrders()
        .listConcerning(account, person.map(Person::id), PageRequest.first(10))
        .items();
  }

  private List<ControlOrder> inState(DivisionCode division, State state) {
    return list(
        Jurisdiction.of(division),
        new ControlOrderFilter(
            Optional.of(state), Optional.empty(), Optional.empty(), Sort.LATEST_PROPOSAL));
  }

  private List<ControlOrder> needing(DivisionCode division, Attention attention) {
    return list(
        Jurisdiction.of(division),
        new ControlOrderFilter(
            Optional.empty(), Optional.empty(), Optional.of(attention), Sort.LATEST_PROPOSAL));
  }

  private Page<ControlOrder> page(DivisionCode division, PageRequest request) {
    return stores()
        .controlOrders()
        .listWithin(Jurisdiction.of(division), ControlOrderFilter.ALL, clock().instant(), request);
  }

  private List<ControlOrder> list(Jurisdiction jurisdiction, ControlOrderFilter filter) {
    return stores()
        .controlOrders()
        .listWithin(jurisdiction, filter, clock().instant(), PageRequest.first(50))
        .items();
  }
}
