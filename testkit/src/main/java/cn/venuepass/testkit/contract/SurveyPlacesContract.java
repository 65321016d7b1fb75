package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.survey.SurveyPlaceRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.survey.PlaceDetails;
import cn.venuepass.domain.survey.PlaceLink;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Address;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link SurveyPlaceRepository}. */
public interface SurveyPlacesContract extends StoreContract {

  @Test
  default void aPlaceShouldBeFoundByWhatItIs() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace place = fixtures().aPlace(community);
    Venue venue = fixtures().aVenue().in(community).add();
    SurveyPlace linked = fixtures().link(place, venue.id());
    assertThat(places().findWithin(place.id(), Jurisdiction.of(community))).contains(linked);
    assertThat(places().findByKey(place.key())).contains(linked);
    assertThat(places().findByVenue(venue.id())).contains(linked);
  }

  @Test
  default void aPlaceShouldBeSeenFromItsJurisdictionsOnly() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    var foreign = Jurisdiction.of(fixtures().aCommunity());
    var department = new Jurisdiction.OfVenueTypes(Set.of(place.details().type()));
    var other = new Jurisdiction.OfVenueTypes(Set.of(new VenueTypeCode("NO_SUCH_TYPE")));
    assertThat(places().findWithin(place.id(), foreign)).isEmpty();
    assertThat(places().findWithin(place.id(), other)).isEmpty();
    assertThat(places().findWithin(place.id(), department)).contains(place);
  }

  @Test
  default void theSamePlaceShouldBeAddedOnce() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    var added = AtOnce.run(6, i -> places().add(another(place.details(), Optional.of(someCode()))));
    assertThat(added).containsOnly(false);
    var elsewhere = inAnotherCommunity(place.details());
    assertThat(AtOnce.run(6, i -> places().add(another(elsewhere, Optional.empty()))))
        .containsOnlyOnce(true);
  }

  @Test
  default void ofManyChangesOfAPlaceOneShouldWin() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace place = fixtures().aPlace(community);
    Venue venue = fixtures().aVenue().in(community).add();
    var link = new PlaceLink(venue.id(), PlaceLink.Ground.ALIKE, clock().instant());
    assertThat(AtOnce.run(6, i -> places().replace(place.linked(link)))).containsOnlyOnce(true);
  }

  @Test
  default void aVenueShouldBeOnePlaceOnly() {
    DivisionCode community = fixtures().aCommunity();
    SurveyPlace first = fixtures().aPlace(community);
    SurveyPlace second = fixtures().aPlace(community);
    Venue venue = fixtures().aVenue().in(community).add();
    fixtures().link(first, venue.id());
    var link = new PlaceLink(venue.id(), PlaceLink.Ground.BY_HAND, clock().instant());
    boolean both =
        stores()
            .transactions()
            .run(
                () ->
                    places().replace(second.linked(link))
                        || places().findByVenue(venue.id()).isEmpty());
    assertThat(both).isFalse();
    assertThat(places().findWithin(second.id(), Jurisdiction.of(community))).contains(second);
  }

  @Test
  default void aPlaceThatIsGoneShouldBeFreeOfItsVenue() {
    DivisionCode community = fixtures().aCommunity();
    Venue venue = fixtures().aVenue().in(community).add();
    SurveyPlace linked = fixtures().link(fixtures().aPlace(community), venue.id());
    assertThat(places().replace(linked.removed(clock().instant()))).isTrue();
    assertThat(places().findByVenue(venue.id())).isEmpty();
    assertThat(places().findByKey(linked.key()).flatMap(SurveyPlace::removedAt))
        .contains(clock().instant());
  }

  @Test
  default void whatASurveyNamesShouldBeKept() {
    SurveyPlace place = fixtures().aPlace(fixtures().aCommunity());
    assertThat(stores().divisions().remove(place.details().community())).isFalse();
    assertThat(stores().venueTypes().remove(place.details().type())).isFalse();
  }

  private SurveyPlaceRepository places() {
    return stores().surveyPlaces();
  }

  private SurveyPlace another(PlaceDetails details, Optional<SocialCreditCode> code) {
    return SurveyPlace.found(
        new SurveyPlaceId(UUID.randomUUID()),
        new PlaceDetails(
            details.name(), details.type(), details.community(), details.address(), code),
        clock().instant());
  }

  private PlaceDetails inAnotherCommunity(PlaceDetails details) {
    return new PlaceDetails(
        new VenueName("　" + details.name().text()),
        details.type(),
        fixtures().aCommunity(),
        new Address(details.address().text()),
        Optional.empty());
  }

  private static SocialCreditCode someCode() {
    return new SocialCreditCode("91350100M000100Y43");
  }
}
