package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.survey.OfferedMatch;
import cn.venuepass.application.survey.PlaceMatchRepository;
import cn.venuepass.application.venue.CommunityChanges.Change;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.AppliedVenue;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.testkit.SampleCreditCodes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@link PlaceMatchRepository}, and the changes after which places are compared. */
public interface PlaceMatchesContract extends StoreContract {
  PageRequest SOME = PageRequest.first(50);

  @Test
  default void whatIsLinkedToNothingShouldBeCompared() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace free = fixtures().aPlace(community);
    Venue venue = fixtures().aVenue().in(community).underReview().add();
    Venue linked = fixtures().aVenue().in(community).add();
    SurveyPlace unusedLinked = fixtures().link(fixtures().aPlace(community), linked.id());
    SurveyPlace gone = fixtures().aPlace(community);
    assertThat(stores().surveyPlaces().replace(gone.removed(clock().instant()))).isTrue();
    remove(fixtures().aVenue().in(community).add());
    SurveyPlace unusedElsewhere = fixtures().aPlace(fixtures().aCommunity());
    var compared = matches().compare(Set.of(community));
    assertThat(compared.places()).containsExactly(free);
    assertThat(compared.venues()).extracting(AppliedVenue::id).containsExactly(venue.id());
    assertThat(compared.venues().get(0).status()).isEqualTo(venue.state().status());
    assertThat(matches().listUnsettled()).contains(community);
    assertThat(matches().compare(Set.of()).places()).isEmpty();
  }

  @Test
  default void theSameCodeShouldBeComparedAcrossCommunitiesOfOneHeadquarters() {
    Division root = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    DivisionCode here = below(root);
    DivisionCode there = below(root);
    var code = SampleCreditCodes.next();
    SurveyPlace place = withCode(fixtures().aPlace(here), code);
    Venue venue = withCode(fixtures().aVenue().in(there).add(), code);
    Venue unusedForeign = withCode(fixtures().aVenue().in(fixtures().aCommunity()).add(), code);
    for (DivisionCode community : List.of(here, there)) {
      var compared = matches().compare(Set.of(community));
      assertThat(compared.places()).containsExactly(place);
      assertThat(compared.venues()).extracting(AppliedVenue::id).containsExactly(venue.id());
    }
  }

  @Test
  default void placesLinkedToRemovedVenuesShouldBeFound() {
    DivisionCode community = fixtures().aCommunity();
    Venue venue = fixtures().aVenue().in(community).add();
    DivisionCode elsewhere = fixtures().aCommunity();
    SurveyPlace linked = fixtures().link(fixtures().aPlace(elsewhere), venue.id());
    assertThat(matches().listLinkedToRemoved(Set.of(community, elsewhere))).isEmpty();
    remove(venue);
    assertThat(matches().listLinkedToRemoved(Set.of(community))).containsExactly(linked);
    assertThat(matches().listLinkedToRemoved(Set.of(elsewhere))).containsExactly(linked);
    assertThat(matches().listUnsettled()).contains(elsewhere);
  }

  @Test
  default void offersShouldBeSeenFromTheirJurisdictionsTheOldestFirst() {
    DivisionCode community = fixtures().aCommunity();
    PlacePair first = aPair(community);
    PlacePair second = aPair(community);
    matches().offer(Map.of(first, 70), clock().instant());
    clock().advance(Duration.ofSeconds(1));
    matches().offer(Map.of(first, 80, second, 65), clock().instant());
    var own = Jurisdiction.of(community);
    var page = matches().listWithin(own, Optional.empty(), PageRequest.first(1));
    assertThat(page.items())
        .extracting(OfferedMatch::score, match -> match.place().id())
        .containsExactly(tuple(80, first.place()));
    assertThat(matches().listWithin(own, Optional.empty(), new PageRequest(1, page.next())).items())
        .extracting(match -> match.venue().id())
        .containsExactly(second.venue());
    assertThat(matches().listWithin(own, Optional.of(second.venue()), SOME).items()).hasSize(1);
    var foreign = Jurisdiction.of(fixtures().aCommunity());
    assertThat(matches().listWithin(foreign, Optional.empty(), SOME).items()).isEmpty();
    var oneType =
        new Jurisdiction.OfVenueTypes(Set.of(page.items().get(0).place().details().type()));
    assertThat(matches().listWithin(oneType, Optional.empty(), SOME).items()).isEmpty();
  }

  @Test
  default void whatIsSettledShouldNotBeOfferedAnyMore() {
    DivisionCode community = fixtures().aCommunity();
    PlacePair pair = aPair(community);
    PlacePair refused = aPair(community);
    var crossed = new PlacePair(pair.place(), refused.venue());
    matches().offer(Map.of(pair, 80, refused, 80, crossed, 60), clock().instant());
    matches().refuse(refused, clock().instant());
    matches().offer(Map.of(refused, 90), clock().instant());
    assertThat(matches().isOffered(refused)).isFalse();
    assertThat(matches().compare(Set.of(community)).refused()).containsExactly(refused);
    assertThat(matches().compare(Set.of(community)).offered())
        .isEqualTo(Map.of(pair, 80, crossed, 60));
    matches().withdraw(List.of(crossed, refused));
    assertThat(matches().compare(Set.of(community)).offered()).isEqualTo(Map.of(pair, 80));
    assertThat(matches().compare(Set.of(community)).refused()).containsExactly(refused);
    matches().settle(List.of(refused));
    matches().settle(List.of());
    assertThat(matches().compare(Set.of(community)).refused()).isEmpty();
    assertThat(matches().isOffered(pair)).isTrue();
    matches().withdraw(pair.place());
    assertThat(matches().isOffered(pair)).isFalse();
  }

  @Test
  default void whatIsLinkedMeanwhileShouldNotBeListed() {
    DivisionCode community = fixtures().aCommunity();
    PlacePair pair = aPair(community);
    matches().offer(Map.of(pair, 80), clock().instant());
    var own = Jurisdiction.of(community);
    SurveyPlace other = fixtures().aPlace(community);
    SurveyPlace unused = fixtures().link(other, pair.venue());
    assertThat(matches().listWithin(own, Optional.empty(), SOME).items()).isEmpty();
  }

  @Test
  default void changesShouldBeKeptUntilTheyAreForgotten() {
    DivisionCode community = fixtures().aCommunity();
    stores().communityChanges().forget(stores().communityChanges().list(10_000));
    stores().communityChanges().note(List.of(community, community), clock().instant());
    List<Change> noted = stores().communityChanges().list(10);
    assertThat(noted).extracting(Change::community).containsExactly(community, community);
    stores().communityChanges().forget(noted.subList(0, 1));
    assertThat(stores().communityChanges().list(10)).containsExactly(noted.get(1));
    stores().communityChanges().note(List.of(), clock().instant());
    stores().communityChanges().forget(noted);
    stores().communityChanges().forget(List.of());
    assertThat(stores().communityChanges().list(1)).isEmpty();
  }

  private PlacePair aPair(DivisionCode community) {
    return new PlacePair(
        fixtures().aPlace(community).id(),
        fixtures().aVenue().in(community).underReview().add().id());
  }

  private DivisionCode below(Division root) {
    return fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(root.code())).code();
  }

  private void remove(Venue venue) {
    assertThat(stores().venues().replace(venue.removed(clock().instant()).orElseThrow())).isTrue();
  }

  private SurveyPlace withCode(SurveyPlace place, SocialCreditCode code) {
    PlaceDetails details = place.details();
    SurveyPlace next =
        place.corrected(
            new PlaceDetails(
                details.name(),
                details.type(),
                details.community(),
                details.address(),
                Optional.of(code)));
    assertThat(stores().surveyPlaces().replace(next)).isTrue();
    return next;
  }

  private Venue withCode(Venue venue, SocialCreditCode code) {
    VenueDetails details = venue.details();
    var coded =
        new VenueDetails(
            details.name(),
            details.type(),
            details.contactName(),
            details.contactPhone(),
            details.community(),
            details.address(),
            details.parent(),
            details.tracksExits(),
            details.capacity(),
            Optional.of(code));
    var next =
        new Venue(
            venue.id(),
            venue.applicant(),
            coded,
            venue.parentAgreed(),
            venue.appliedAt(),
            venue.state(),
            venue.revision() + 1);
    assertThat(stores().venues().replace(next)).isTrue();
    return next;
  }

  private PlaceMatchRepository matches() {
    return stores().placeMatches();
  }
}
