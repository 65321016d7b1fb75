package cn.venuepass.domain.survey;

import static cn.venuepass.domain.survey.Samples.venue;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.survey.PlaceLink.Ground;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicateTest {
  private static final Optional<SocialCreditCode> CODE =
      Optional.of(new SocialCreditCode("91350100M000100Y43"));
  private static final Optional<SocialCreditCode> OTHER =
      Optional.of(new SocialCreditCode("91110000600037341L"));

  @Test
  void theMostAlikeShouldComeFirst() {
    AppliedVenue one = venue("胡杨超市", "胜利路12号", CODE);
    AppliedVenue same = venue("阿拉尔市胡杨超市", "胜利路12号", CODE);
    AppliedVenue alike = venue("胡杨超市", "胜利路１２号", Optional.empty());
    AppliedVenue otherCode = venue("胡杨超市", "胜利路12号", OTHER);
    AppliedVenue renamed = venue("塔河宾馆", "塔里木大道9号", CODE);
    AppliedVenue stranger = venue("塔河药房", "塔里木大道9号", Optional.empty());
    assertThat(Duplicate.of(one, List.of(stranger, renamed, otherCode, alike, same, one)))
        .containsExactly(
            new Duplicate(same.id(), 100, Ground.SAME_CODE),
            new Duplicate(alike.id(), 100, Ground.ALIKE),
            new Duplicate(otherCode.id(), Likeness.SURE - 1, Ground.ALIKE),
            new Duplicate(renamed.id(), Likeness.OFFERED, Ground.SAME_CODE));
  }

  @Test
  void lookingAlikeShouldCountInOneCommunityOnly() {
    AppliedVenue one = venue("胡杨超市", "胜利路12号", CODE);
    AppliedVenue chain = elsewhere(venue("胡杨超市", "胜利路12号", Optional.empty()));
    AppliedVenue branch = elsewhere(venue("胡杨超市", "胜利路12号", CODE));
    assertThat(Duplicate.of(one, List.of(chain, branch)))
        .containsExactly(new Duplicate(branch.id(), 100, Ground.SAME_CODE));
  }

  @Test
  void nobodyShouldLookThroughMoreThanAFew() {
    AppliedVenue one = venue("胡杨超市", "胜利路12号", Optional.empty());
    List<AppliedVenue> others =
        IntStream.range(0, 30).mapToObj(i -> venue("胡杨超市", "胜利路12号", Optional.empty())).toList();
    assertThat(Duplicate.of(one, others)).hasSize(Duplicate.MOST);
  }

  private static AppliedVenue elsewhere(AppliedVenue venue) {
    return new AppliedVenue(
        venue.id(),
        venue.name(),
        venue.type(),
        new DivisionCode("659002002001"),
        venue.address(),
        venue.socialCreditCode(),
        venue.status());
  }
}
