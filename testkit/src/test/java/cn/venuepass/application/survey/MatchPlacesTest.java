package cn.venuepass.application.survey;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aReviewer;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.PLACE_LINKED;
import static cn.venuepass.application.Denial.Plain.VENUE_LINKED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.PlaceLink.Ground;
import cn.venuepass.domain.survey.PlacePair;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.contract.AtOnce;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchPlacesTest {
  private static final PageRequest SOME = PageRequest.first(50);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final VenueTypeCode type = fixtures.aVenueType(StayRules.DEFAULT).code();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, community);
  private final Caller.Resident applicant = aResident(app);
  private final SurveyPlace shop = aPlace("胡杨超市", "胜利路1号");
  private final JudgeMatches judge = app.useCases().survey().judgeMatches();

  @Test
  void anApplicationShouldBeLinkedToThePlaceThatItSurelyIs() {
    Venue venue = apply("阿拉尔市胡杨超市有限公司", "胜利路１号");
    match();
    assertThat(linkOf(shop).map(PlaceLink::venue)).contains(venue.id());
    assertThat(linkOf(shop).map(PlaceLink::ground)).contains(Ground.ALIKE);
    assertThat(LoggedEvents.of(app, AuditAction.SURVEY_PLACE_LINKED))
        .extracting(LoggedEvents.Logged::actor)
        .containsExactly(new Actor.OfSystem());
    assertThat(done(judge.placesOf(supervisor, venue.id())).linked()).contains(find(shop));
  }

  @Test
  void whatIsUnsureShouldBeOfferedUntilSomebodySaysSo() {
    Venue venue = apply("胡杨超市", "南口镇政府旁");
    match();
    assertThat(linkOf(shop)).isEmpty();
    OfferedMatch offer = onlyOffer();
    assertThat(offer.place()).isEqualTo(shop);
    assertThat(offer.venue().id()).isEqualTo(venue.id());
    assertThat(done(judge.placesOf(supervisor, venue.id())).offers()).containsExactly(offer);
    SurveyPlace linked = done(judge.link(supervisor, pair(shop, venue)));
    assertThat(linked.link().map(PlaceLink::ground)).contains(Ground.BY_HAND);
    assertThat(judge.offers(supervisor, Optional.empty(), SOME).items()).isEmpty();
    assertThat(done(judge.link(supervisor, pair(shop, venue)))).isEqualTo(linked);
    assertThat(LoggedEvents.of(app, AuditAction.SURVEY_PLACE_LINKED)).hasSize(1);
  }

  @Test
  void aCorrectionShouldBeComparedAgain() {
    Venue venue = apply("金银川宾馆", "南口镇8号");
    match();
    assertThat(judge.offers(supervisor, Optional.empty(), SOME).items()).isEmpty();
    done(
        app.useCases()
            .venue()
            .correctVenue()
            .correct(applicant.account(), venue.id(), form("胡杨超市", "胜利路1号")));
    match();
    assertThat(linkOf(shop).map(PlaceLink::venue)).contains(venue.id());
  }

  @Test
  void aRemovedVenueShouldBeNoPlaceAnyMore() {
    Venue venue = apply("胡杨超市", "胜利路1号");
    match();
    assertThat(linkOf(shop)).isPresent();
    done(app.useCases().venue().removeVenue().remove(applicant, venue.id()));
    match();
    assertThat(linkOf(shop)).isEmpty();
    Venue again = apply("胡杨超市", "胜利路1号");
    match();
    assertThat(linkOf(shop).map(PlaceLink::venue)).contains(again.id());
  }

  @Test
  void anApprovalShouldHaveItComparedAgain() {
    Venue venue = apply("胡杨超市", "胜利路1号");
    app.stores().communityChanges().forget(app.stores().communityChanges().list(10));
    done(
        app.useCases()
            .venue()
            .reviewVenues()
            .approve(aReviewer(app, community), venue.id(), Optional.empty()));
    match();
    assertThat(linkOf(shop).map(PlaceLink::venue)).contains(venue.id());
  }

  @Test
  void whatWasMissedShouldBeFoundByTheSweep() {
    Venue venue = apply("胡杨超市", "胜利路1号");
    app.stores().communityChanges().forget(app.stores().communityChanges().list(10));
    match();
    assertThat(linkOf(shop)).isEmpty();
    app.useCases().survey().matchPlaces().matchAll();
    assertThat(linkOf(shop).map(PlaceLink::venue)).contains(venue.id());
  }

  @Test
  void whatWasUndoneShouldNotBeLinkedByItselfAgain() {
    Venue venue = apply("胡杨超市", "胜利路1号");
    match();
    done(judge.unlink(supervisor, shop.id()));
    match();
    assertThat(linkOf(shop)).isEmpty();
    assertThat(judge.offers(supervisor, Optional.empty(), SOME).items()).isEmpty();
    assertThat(denied(judge.unlink(supervisor, shop.id()))).isEqualTo(NOT_FOUND);
    assertThat(done(judge.link(supervisor, pair(shop, venue))).link()).isPresent();
  }

  @Test
  void whatWasRefusedShouldNotBeOfferedAgain() {
    Venue venue = apply("胡杨超市", "南口镇政府旁");
    match();
    done(judge.refuse(supervisor, pair(shop, venue)));
    match();
    assertThat(judge.offers(supervisor, Optional.empty(), SOME).items()).isEmpty();
    assertThat(denied(judge.refuse(supervisor, pair(shop, venue)))).isEqualTo(NOT_FOUND);
    assertThat(LoggedEvents.of(app, AuditAction.SURVEY_MATCH_REFUSED)).hasSize(1);
  }

  @Test
  void aLinkShouldHoldAgainstOthers() {
    SurveyPlace other = aPlace("金银川宾馆", "南口镇8号");
    Venue venue = apply("胡杨超市", "南口镇政府旁");
    Venue second = apply("胡杨药房", "南口镇政府旁");
    done(judge.link(supervisor, pair(shop, venue)));
    assertThat(denied(judge.link(supervisor, pair(shop, second)))).isEqualTo(PLACE_LINKED);
    assertThat(denied(judge.link(supervisor, pair(other, venue)))).isEqualTo(VENUE_LINKED);
  }

  @Test
  void ofManyLinksAtOnceOneShouldHold() {
    List<Venue> venues =
        List.of(apply("甲", "1"), apply("乙", "2"), apply("丙", "3"), apply("丁", "4"));
    var results = AtOnce.run(4, i -> judge.link(supervisor, pair(shop, venues.get(i))));
    assertThat(
            results.stream().map(result -> result.fold(p -> "linked", Object::toString)).toList())
        .containsOnlyOnce("linked")
        .containsOnly("linked", "PLACE_LINKED");
  }

  @Test
  void othersShouldNeitherSeeNorJudge() {
    Venue venue = apply("胡杨超市", "南口镇政府旁");
    match();
    Caller.Staff foreign = aStaffMember(app, Role.SUPERVISOR, fixtures.aCommunity());
    assertThat(judge.offers(foreign, Optional.empty(), SOME).items()).isEmpty();
    assertThat(denied(judge.link(foreign, pair(shop, venue)))).isEqualTo(NOT_FOUND);
    assertThat(denied(judge.refuse(foreign, pair(shop, venue)))).isEqualTo(NOT_FOUND);
    assertThat(denied(judge.unlink(foreign, shop.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(judge.remove(foreign, shop.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(judge.placesOf(foreign, venue.id()))).isEqualTo(NOT_FOUND);
  }

  @Test
  void aPlaceThatIsGoneShouldSetItsVenueFree() {
    Venue venue = apply("胡杨超市", "胜利路1号");
    match();
    SurveyPlace gone = done(judge.remove(supervisor, shop.id()));
    assertThat(gone.removedAt()).contains(app.clock().instant());
    assertThat(gone.link()).isEmpty();
    assertThat(denied(judge.remove(supervisor, shop.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(judge.link(supervisor, pair(shop, venue)))).isEqualTo(NOT_FOUND);
    match();
    assertThat(linkOf(shop)).isEmpty();
    assertThat(LoggedEvents.of(app, AuditAction.SURVEY_PLACE_REMOVED)).hasSize(1);
  }

  private void match() {
    app.useCases().survey().matchPlaces().matchChanged();
  }

  private OfferedMatch onlyOffer() {
    List<OfferedMatch> offers = judge.offers(supervisor, Optional.empty(), SOME).items();
    assertThat(offers).hasSize(1);
    return offers.get(0);
  }

  private SurveyPlace find(SurveyPlace place) {
    return app.stores()
        .surveyPlaces()
        .findWithin(place.id(), Jurisdiction.of(community))
        .orElseThrow();
  }

  private Optional<PlaceLink> linkOf(SurveyPlace place) {
    return find(place).link();
  }

  private static PlacePair pair(SurveyPlace place, Venue venue) {
    return new PlacePair(place.id(), venue.id());
  }

  private SurveyPlace aPlace(String name, String address) {
    var place =
        SurveyPlace.found(
            new SurveyPlaceId(UUID.randomUUID()),
            new PlaceDetails(
                new VenueName(name), type, community, new Address(address), Optional.empty()),
            app.clock().instant());
    assertThat(app.stores().surveyPlaces().add(place)).isTrue();
    return place;
  }

  private Venue apply(String name, String address) {
    return done(
        app.useCases()
            .venue()
            .applyForVenue()
            .apply(applicant.account(), form(name, address), Optional.empty()));
  }

  private VenueDetails form(String name, String address) {
    return new VenueDetails(
        new VenueName(name),
        type,
        new PersonName("负责人样本"),
        new PhoneNumber("+8613800000000"),
        community,
        new Address(address),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }
}
