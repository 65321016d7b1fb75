package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.venue.MyVenue;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.application.venue.VenueRole;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.venue.VenueRepository} with the divisions and types that it leans
 * on.
 */
public interface VenuesContract extends StoreContract {

  @Test
  default void findForShouldGiveBackWhatWasAdded() {
    AccountId applicant = fixtures().anAccount();
    Venue venue =
        fixtures().aVenue().by(applicant).capacity(40).trackingExits().underReview().add();
    assertThat(stores().venues().findFor(venue.id(), applicant, Optional.empty()))
        .contains(new MyVenue(venue, new VenueRole.Applicant()));
  }

  @Test
  default void findForShouldShowAVenueToItsManagersAndNobodyElse() {
    Venue venue = fixtures().aVenue().add();
    Person manager = fixtures().aPerson();
    Instant activeFrom = clock().instant().plus(Duration.ofHours(1));
    fixtures().aManager(venue.id(), manager, activeFrom);
    AccountId account = fixtures().anAccount();
    assertThat(stores().venues().findFor(venue.id(), account, Optional.of(manager.id())))
        .contains(new MyVenue(venue, new VenueRole.Manager(activeFrom)));
    assertThat(stores().venues().findFor(venue.id(), account, Optional.empty())).isEmpty();
    assertThat(
            stores().venues().findFor(venue.id(), account, Optional.of(fixtures().aPerson().id())))
        .isEmpty();
  }

  @Test
  default void findForShouldPutTheApplicantsRoleFirst() {
    AccountId applicant = fixtures().anAccount();
    Venue venue = fixtures().aVenue().by(applicant).add();
    Person person = fixtures().aPerson();
    fixtures().aManager(venue.id(), person, clock().instant());
    assertThat(stores().venues().findFor(venue.id(), applicant, Optional.of(person.id())))
        .map(MyVenue::role)
        .contains(new VenueRole.Applicant());
  }

  @Test
  default void replaceShouldLetOneOfManyDecide() {
    Venue venue = fixtures().aVenue().underReview().add();
    Venue approved = venue.approved(clock().instant()).orElseThrow();
    Venue rejected = venue.rejected(clock().instant(), new RejectionReason("地址不清")).orElseThrow();
    var decided = AtOnce.run(6, i -> stores().venues().replace(i % 2 == 0 ? approved : rejected));
    assertThat(decided).containsOnlyOnce(true);
  }

  @Test
  default void replaceShouldKeepTheReasonOfARejection() {
    Venue venue = fixtures().aVenue().underReview().add();
    Venue rejected = venue.rejected(clock().instant(), new RejectionReason("地址不清")).orElseThrow();
    assertThat(stores().venues().replace(rejected)).isTrue();
    assertThat(mine(venue)).map(MyVenue::venue).contains(rejected);
  }

  @Test
  default void replaceShouldRenewWhenACorrectedApplicationWasSent() {
    DivisionCode community = fixtures().aCommunity();
    Venue venue = fixtures().aVenue().in(community).underReview().add();
    Venue corrected = venue.corrected(venue.details(), clock().instant()).orElseThrow();
    assertThat(stores().venues().replace(corrected)).isTrue();
    Venue stored =
        stores().venues().findWithin(venue.id(), Jurisdiction.of(community)).orElseThrow();
    assertThat(stored).isEqualTo(corrected);
    assertThat(stored.isAsApplied(venue.appliedAt())).isFalse();
  }

  @Test
  default void aRemovedVenueShouldNotBeFound() {
    DivisionCode community = fixtures().aCommunity();
    Venue venue = fixtures().aVenue().in(community).add();
    stores().venues().replace(venue.removed(clock().instant()).orElseThrow());
    assertThat(mine(venue)).isEmpty();
    assertThat(stores().venues().findWithin(venue.id(), Jurisdiction.of(community))).isEmpty();
    assertThat(stores().venues().listFor(venue.applicant(), Optional.empty(), page(10)).items())
        .isEmpty();
  }

  @Test
  default void findWithinShouldSeeTheSubtreeOnly() {
    Division root = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    Division here = fixtures().aDivision(Division.Level.TERRITORY, Optional.of(root.code()));
    Division there = fixtures().aDivision(Division.Level.TERRITORY, Optional.of(root.code()));
    Division community = fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(here.code()));
    Venue venue = fixtures().aVenue().in(community.code()).add();
    assertThat(List.of(root, here, community))
        .allSatisfy(
            division ->
                assertThat(stores().venues().findWithin(venue.id(), in(division))).contains(venue));
    assertThat(stores().venues().findWithin(venue.id(), in(there))).isEmpty();
    assertThat(stores().venues().findWithin(new VenueId(UUID.randomUUID()), in(root))).isEmpty();
  }

  @Test
  default void listWithinShouldPageTheQueueOldestFirst() {
    DivisionCode community = fixtures().aCommunity();
    Venue first = fixtures().aVenue().in(community).underReview().add();
    clock().advance(Duration.ofSeconds(1));
    Venue second = fixtures().aVenue().in(community).underReview().add();
    fixtures().aVenue().in(community).add();
    fixtures().aVenue().underReview().add();
    var jurisdiction = Jurisdiction.of(community);
    var page =
        stores().venues().listWithin(jurisdiction, Narrowing.NONE, VenueStatus.PENDING, page(1));
    assertThat(page.items()).containsExactly(first);
    var next =
        stores()
            .venues()
            .listWithin(
                jurisdiction, Narrowing.NONE, VenueStatus.PENDING, new PageRequest(1, page.next()));
    assertThat(next.items()).containsExactly(second);
    assertThat(next.next()).isEmpty();
  }

  @Test
  default void listForShouldPageNewestFirstWithoutGapOrRepetition() {
    AccountId applicant = fixtures().anAccount();
    List<VenueId> added =
        List.of(0, 1, 2, 3, 4).stream()
            .map(i -> fixtures().aVenue().by(applicant).add().id())
            .toList();
    clock().advance(Duration.ofSeconds(1));
    VenueId newest = fixtures().aVenue().by(applicant).add().id();
    var seen = new ArrayList<VenueId>();
    var request = page(2);
    while (true) {
      var page = stores().venues().listFor(applicant, Optional.empty(), request);
      page.items().forEach(mine -> seen.add(mine.venue().id()));
      if (page.next().isEmpty()) {
        break;
      }
      request = new PageRequest(2, page.next());
    }
    assertThat(seen.get(0)).isEqualTo(newest);
    assertThat(seen).hasSize(6).containsAll(added).doesNotHaveDuplicates();
  }

  @Test
  default void listForShouldHoldManagedVenuesToo() {
    Venue venue = fixtures().aVenue().add();
    Person manager = fixtures().aPerson();
    fixtures().aManager(venue.id(), manager, clock().instant());
    assertThat(
            stores()
                .venues()
                .listFor(fixtures().anAccount(), Optional.of(manager.id()), page(10))
                .items())
        .containsExactly(new MyVenue(venue, new VenueRole.Manager(clock().instant())));
  }

  @Test
  default void divisionsShouldBeListedBelowTheirParent() {
    Division root = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    Division first = fixtures().aDivision(Division.Level.TERRITORY, Optional.of(root.code()));
    Division second = fixtures().aDivision(Division.Level.TERRITORY, Optional.of(root.code()));
    assertThat(stores().divisions().childrenOf(Optional.of(root.code())))
        .containsExactly(first, second);
    assertThat(stores().divisions().childrenOf(Optional.empty()))
        .contains(root)
        .doesNotContain(first);
    assertThat(stores().divisions().find(new DivisionCode("999999999999"))).isEmpty();
  }

  @Test
  default void savingADivisionAgainShouldRenameIt() {
    Division division = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    var renamed = new Division(division.code(), "新名", Division.Level.TERRITORY, Optional.empty());
    stores().divisions().save(renamed);
    assertThat(stores().divisions().find(division.code())).contains(renamed);
  }

  @Test
  default void savingATypeAgainShouldReplaceIt() {
    VenueType type = fixtures().aVenueType(StayRules.DEFAULT);
    var changed =
        new VenueType(
            type.code(),
            "网吧",
            "公安",
            new StayRules(Duration.ofHours(3), Duration.ofHours(12), Duration.ofHours(1)));
    stores().venueTypes().save(changed);
    assertThat(stores().venueTypes().find(type.code())).contains(changed);
    assertThat(stores().venueTypes().list()).contains(changed).doesNotContain(type);
  }

  private Optional<MyVenue> mine(Venue venue) {
    return stores().venues().findFor(venue.id(), venue.applicant(), Optional.empty());
  }

  private static Jurisdiction in(Division division) {
    return Jurisdiction.of(division.code());
  }

  private static PageRequest page(int limit) {
    return PageRequest.first(limit);
  }
}
