package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.directory.ListedVenue;
import cn.venuepass.application.directory.SignWords;
import cn.venuepass.application.directory.VenueDirectory;
import cn.venuepass.application.directory.VenueDirectory.Waiting;
import cn.venuepass.application.directory.VenueSearch;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link VenueDirectory}. */
public interface VenueDirectoryContract extends StoreContract {
  SocialCreditCode CREDIT_CODE = new SocialCreditCode("91350100M000100Y43");

  @Test
  default void aVenueShouldBeListedAsItStands() {
    Venue mall = fixtures().aVenue().add();
    Venue shop =
        fixtures()
            .aVenue()
            .within(mall.id())
            .capacity(7)
            .trackingExits()
            .withCode(CREDIT_CODE)
            .add();
    Jurisdiction own = Jurisdiction.of(shop.details().community());
    assertThat(directory().find(shop.id(), own)).contains(ListedVenue.of(shop));
    assertThat(listed(own, VenueSearch.ALL)).containsExactly(shop.id());
    assertThat(directory().find(mall.id(), own)).isEmpty();
    assertThat(directory().find(new VenueId(UUID.randomUUID()), own)).isEmpty();
  }

  @Test
  default void venuesShouldBeFoundWithinTheJurisdictionOnly() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode one = below(territory);
    DivisionCode other = below(territory);
    Venue first = fixtures().aVenue().in(one).add();
    clock().advance(Duration.ofMinutes(1));
    Venue second = fixtures().aVenue().in(other).underReview().add();
    Jurisdiction whole = Jurisdiction.of(territory.code());
    var department = new Jurisdiction.OfVenueTypes(Set.of(second.details().type()));
    assertThat(listed(whole, VenueSearch.ALL)).containsExactly(first.id(), second.id());
    assertThat(listed(Jurisdiction.of(one), VenueSearch.ALL)).containsExactly(first.id());
    assertThat(listed(Jurisdiction.of(fixtures().aCommunity()), VenueSearch.ALL)).isEmpty();
    assertThat(listed(department, VenueSearch.ALL)).containsExactly(second.id());
    assertThat(listed(whole, narrowed(Optional.of(other), Optional.empty())))
        .containsExactly(second.id());
    assertThat(listed(Jurisdiction.of(one), narrowed(Optional.of(other), Optional.empty())))
        .isEmpty();
    assertThat(listed(whole, narrowed(Optional.empty(), Optional.of(first))))
        .containsExactly(first.id());
    assertThat(listed(whole, standing(VenueStatus.PENDING))).containsExactly(second.id());
    assertThat(listed(whole, standing(VenueStatus.APPROVED))).containsExactly(first.id());
    assertThat(stores().venues().replace(first.removed(now()).orElseThrow())).isTrue();
    assertThat(listed(whole, VenueSearch.ALL)).containsExactly(second.id());
    assertThat(directory().find(first.id(), whole)).isEmpty();
  }

  @Test
  default void wordsShouldBeFoundInNamesAndAddressesAsTheyAreTyped() {
    DivisionCode community = fixtures().aCommunity();
    Venue named = fixtures().aVenue().in(community).called("胡杨KTV_100%店").at("胜利路1号").add();
    Venue placed = fixtures().aVenue().in(community).called("塔河药房").at("胡杨路2号").add();
    Venue other = fixtures().aVenue().in(community).called("KTVx1000店!").at("团结路3号").add();
    Jurisdiction own = Jurisdiction.of(community);
    assertThat(listed(own, saying("胡杨"))).containsExactlyInAnyOrder(named.id(), placed.id());
    assertThat(listed(own, saying("ktv"))).containsExactlyInAnyOrder(named.id(), other.id());
    assertThat(listed(own, saying("KTV_1"))).containsExactly(named.id());
    assertThat(listed(own, saying("0%"))).containsExactly(named.id());
    assertThat(listed(own, saying("店!"))).containsExactly(other.id());
    assertThat(listed(own, saying("路2号"))).containsExactly(placed.id());
    assertThat(listed(own, saying("\\\\"))).isEmpty();
    assertThat(listed(own, saying("'--"))).isEmpty();
  }

  @Test
  default void eachVenueShouldStandOnOnePage() {
    DivisionCode community = fixtures().aCommunity();
    List<VenueId> added =
        List.of(1, 2, 3, 4, 5).stream()
            .map(i -> fixtures().aVenue().in(community).add().id())
            .toList();
    Jurisdiction own = Jurisdiction.of(community);
    var first = directory().list(own, VenueSearch.ALL, PageRequest.first(3));
    var rest = directory().list(own, VenueSearch.ALL, new PageRequest(3, first.next()));
    assertThat(rest.next()).isEmpty();
    assertThat(List.of(first, rest))
        .flatExtracting(page -> page.items().stream().map(ListedVenue::id).toList())
        .containsExactlyInAnyOrderElementsOf(added);
  }

  @Test
  default void besideAVenueShouldStandItsCommunityAndWhoHasItsCreditCode() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode here = below(territory);
    DivisionCode there = below(territory);
    Venue venue = fixtures().aVenue().in(here).withCode(CREDIT_CODE).add();
    Venue neighbour = fixtures().aVenue().in(here).underReview().add();
    Venue twin = fixtures().aVenue().in(here).withCode(CREDIT_CODE).add();
    Venue branch = fixtures().aVenue().in(there).withCode(CREDIT_CODE).add();
    Venue gone = fixtures().aVenue().in(here).underReview().add();
    assertThat(stores().venues().replace(gone.withdrawn(now()).orElseThrow())).isTrue();
    fixtures().aVenue().in(there).add();
    fixtures().aVenue().withCode(CREDIT_CODE).add();

    Jurisdiction whole = Jurisdiction.of(territory.code());
    assertThat(beside(venue, whole))
        .containsExactlyInAnyOrder(neighbour.id(), twin.id(), branch.id());
    assertThat(beside(venue, Jurisdiction.of(here)))
        .containsExactlyInAnyOrder(neighbour.id(), twin.id());
    assertThat(beside(neighbour, whole)).containsExactlyInAnyOrder(venue.id(), twin.id());
  }

  @Test
  default void whatWaitsShouldBeCountedByCommunity() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode one = below(territory);
    DivisionCode other = below(territory);
    fixtures().aVenue().in(other).add();
    Instant first = now();
    fixtures().aVenue().in(other).underReview().add();
    clock().advance(Duration.ofMinutes(1));
    fixtures().aVenue().in(one).underReview().add();
    clock().advance(Duration.ofMinutes(1));
    fixtures().aVenue().in(other).underReview().add();
    fixtures().aVenue().underReview().add();
    Waiting longest = new Waiting(division(other), 2, first);
    assertThat(directory().countWaiting(Jurisdiction.of(territory.code())))
        .containsExactly(longest, new Waiting(division(one), 1, first.plus(Duration.ofMinutes(1))));
    assertThat(directory().countWaiting(Jurisdiction.of(other))).containsExactly(longest);
    assertThat(directory().countWaiting(Jurisdiction.of(fixtures().aCommunity()))).isEmpty();
  }

  private VenueDirectory directory() {
    return stores().venueDirectory();
  }

  private Instant now() {
    return clock().instant();
  }

  private List<VenueId> listed(Jurisdiction jurisdiction, VenueSearch search) {
    return directory().list(jurisdiction, search, PageRequest.first(200)).items().stream()
        .map(ListedVenue::id)
        .toList();
  }

  private List<VenueId> beside(Venue venue, Jurisdiction jurisdiction) {
    return directory().listBeside(ListedVenue.of(venue), jurisdiction).stream()
        .map(ListedVenue::id)
        .toList();
  }

  private static VenueSearch narrowed(Optional<DivisionCode> division, Optional<Venue> like) {
    var narrowing = new Narrowing(division, like.map(venue -> venue.details().type()));
    return new VenueSearch(narrowing, Optional.empty(), Optional.empty());
  }

  private static VenueSearch standing(VenueStatus status) {
    return new VenueSearch(Narrowing.NONE, Optional.of(status), Optional.empty());
  }

  private static VenueSearch saying(String words) {
    return new VenueSearch(Narrowing.NONE, Optional.empty(), Optional.of(new SignWords(words)));
  }

  private Division division(DivisionCode code) {
    return stores().divisions().find(code).orElseThrow();
  }

  private DivisionCode below(Division territory) {
    return fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  }
}
