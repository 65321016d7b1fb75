package cn.venuepass.domain.survey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.survey.PlaceLink.Ground;
import cn.venuepass.domain.venue.SocialCreditCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaceMatchesTest {
  private static final SocialCreditCode CODE = new SocialCreditCode("91350100M000100Y43");

  private final SurveyPlace shop = Samples.place("胡杨超市", "胜利路1号", Optional.empty());
  private final AppliedVenue same = Samples.venue("阿拉尔市胡杨超市", "胜利路１号", Optional.empty());

  @Test
  void theSameCodeShouldBeSureWhateverTheNamesAre() {
    SurveyPlace place = Samples.place("胡杨超市", "胜利路1号", Optional.of(CODE));
    AppliedVenue venue = Samples.venue("金银川商贸", "南口镇", Optional.of(CODE));
    var matches = PlaceMatches.among(List.of(place), List.of(venue, same), Set.of());
    assertThat(matches.sure()).isEqualTo(Map.of(pair(place, venue), Ground.SAME_CODE));
    assertThat(matches.offers()).isEmpty();
  }

  @Test
  void twoVenuesWithOneCodeShouldBeNobodysSurely() {
    SurveyPlace place = Samples.place("胡杨超市", "胜利路1号", Optional.of(CODE));
    AppliedVenue one = Samples.venue("胡杨超市", "胜利路1号", Optional.of(CODE));
    AppliedVenue two = Samples.venue("胡杨超市", "胜利路1号", Optional.of(CODE));
    var matches = PlaceMatches.among(List.of(place), List.of(one, two), Set.of());
    assertThat(matches.sure()).isEmpty();
    assertThat(matches.offers()).containsOnlyKeys(pair(place, one), pair(place, two));
  }

  @Test
  void whatIsAlikeAndStandsAloneShouldBeSure() {
    SurveyPlace other = Samples.place("金银川宾馆", "南口镇8号", Optional.empty());
    var matches = PlaceMatches.among(List.of(shop, other), List.of(same), Set.of());
    assertThat(matches.sure()).isEqualTo(Map.of(pair(shop, same), Ground.ALIKE));
    assertThat(matches.offers()).isEmpty();
  }

  @Test
  void aRivalOnEitherSideShouldLeaveItToAPerson() {
    SurveyPlace rival = Samples.place("胡杨超市店", "胜利路1号", Optional.empty());
    var twoPlaces = PlaceMatches.among(List.of(shop, rival), List.of(same), Set.of());
    assertThat(twoPlaces.sure()).isEmpty();
    assertThat(twoPlaces.offers()).containsOnlyKeys(pair(shop, same), pair(rival, same));
    AppliedVenue again = Samples.venue("胡杨超市", "胜利路1号", Optional.empty());
    var twoVenues = PlaceMatches.among(List.of(shop), List.of(same, again), Set.of());
    assertThat(twoVenues.sure()).isEmpty();
    assertThat(twoVenues.offers()).containsOnlyKeys(pair(shop, same), pair(shop, again));
  }

  @Test
  void whatWasRefusedShouldNeitherBeLinkedNorOffered() {
    var matches = PlaceMatches.among(List.of(shop), List.of(same), Set.of(pair(shop, same)));
    assertThat(matches.sure()).isEmpty();
    assertThat(matches.offers()).isEmpty();
    SurveyPlace coded = Samples.place("胡杨超市", "胜利路1号", Optional.of(CODE));
    AppliedVenue venue = Samples.venue("金银川商贸", "南口镇", Optional.of(CODE));
    assertThat(
            PlaceMatches.among(List.of(coded), List.of(venue), Set.of(pair(coded, venue))).sure())
        .isEmpty();
  }

  @Test
  void onlyTheBestShouldBeOffered() {
    List<SurveyPlace> alike =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    Samples.place(
                        "胡杨超市" + "甲乙丙丁戊己庚辛壬癸".charAt(i % 10), "胜利路" + i + "号", Optional.empty()))
            .toList();
    AppliedVenue venue = Samples.venue("胡杨超市甲", "胜利路99号", Optional.empty());
    var matches = PlaceMatches.among(alike, List.of(venue), Set.of());
    assertThat(matches.sure()).isEmpty();
    assertThat(matches.offers()).isNotEmpty();
    assertThat(matches.offers().values()).allMatch(score -> score >= Likeness.OFFERED);
    assertThat(matches.offers().keySet()).extracting(PlacePair::place).contains(alike.get(0).id());
  }

  private static PlacePair pair(SurveyPlace place, AppliedVenue venue) {
    return new PlacePair(place.id(), venue.id());
  }
}
