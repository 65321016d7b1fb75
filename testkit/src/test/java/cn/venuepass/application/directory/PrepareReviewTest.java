package cn.venuepass.application.directory;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aReviewer;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.directory.PrepareReview.Likely;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.survey.PlaceLink.Ground;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.SocialCreditCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrepareReviewTest {
  private static final SocialCreditCode CODE = new SocialCreditCode("91350100M000100Y43");

  private final TestApplication app = new TestApplication();
  private final PrepareReview review = app.useCases().directory().prepareReview();
  private final StoreFixtures fixtures = app.fixtures();
  private final VenueType shop = fixtures.aVenueType(StayRules.DEFAULT);
  private final DivisionCode territory =
      fixtures.aDivision(Division.Level.TERRITORY, Optional.empty()).code();
  private final DivisionCode here = below();
  private final DivisionCode there = below();

  @Test
  void duplicatesShouldBeShownTheMostAlikeFirst() {
    Venue venue = aShop("胡杨超市", "胜利路12号").in(here).withCode(CODE).underReview().add();
    Venue branch = aShop("塔河宾馆", "塔里木大道9号").in(there).withCode(CODE).add();
    Venue same = aShop("阿拉尔市胡杨超市", "胜利路１２号").in(here).add();
    aShop("塔河药房", "塔里木大道9号").in(here).add();
    assertThat(duplicates(aReviewer(app, territory), venue))
        .containsExactly(
            new Likely(ListedVenue.of(same), 100, Ground.ALIKE),
            new Likely(ListedVenue.of(branch), 60, Ground.SAME_CODE));
    assertThat(duplicates(aReviewer(app, here), venue))
        .containsExactly(new Likely(ListedVenue.of(same), 100, Ground.ALIKE));
  }

  @Test
  void aForeignVenueShouldLookUnknown() {
    Venue venue = aShop("胡杨超市", "胜利路12号").in(here).add();
    Caller.Staff foreign = aReviewer(app, there);
    assertThat(denied(review.duplicates(foreign, venue.id()))).isEqualTo(NOT_FOUND);
    var unknown = new VenueId(UUID.randomUUID());
    assertThat(denied(review.duplicates(foreign, unknown))).isEqualTo(NOT_FOUND);
  }

  @Test
  void whatShowsNobodyShouldNotBeNotedAsALook() {
    Venue venue = aShop("胡杨超市", "胜利路12号").in(here).add();
    aShop("胡杨超市", "胜利路12号").in(here).add();
    assertThat(duplicates(aReviewer(app, here), venue)).hasSize(1);
    assertThat(LoggedEvents.of(app, AuditAction.APPLICATION_VIEWED)).isEmpty();
  }

  @Test
  void whatWaitsShouldBeThatOfTheOwnJurisdiction() {
    aShop("胡杨超市", "胜利路12号").in(here).underReview().add();
    aShop("塔河药房", "胜利路13号").in(there).underReview().add();
    aShop("塔河宾馆", "胜利路14号").in(there).add();
    assertThat(review.waiting(aReviewer(app, territory)))
        .extracting(waiting -> waiting.community().code())
        .containsExactlyInAnyOrder(here, there);
    assertThat(review.waiting(aReviewer(app, there)))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.applications()).isEqualTo(1));
  }

  @Test
  void oneCharacterShouldNotBeEnoughToFindAVenue() {
    for (String text : List.of("胡", " 胡 ", "\ud83d\ude00")) {
      assertThatThrownBy(() -> new SignWords(text))
          .isInstanceOfSatisfying(
              InvalidValue.class, e -> assertThat(e.rule()).isEqualTo(Rule.TOO_SHORT));
    }
    assertThat(new SignWords(" 胡杨 ").text()).isEqualTo("胡杨");
  }

  private List<Likely> duplicates(Caller.Staff reviewer, Venue venue) {
    return done(review.duplicates(reviewer, venue.id()));
  }

  private StoreFixtures.VenueFixture aShop(String name, String address) {
    return fixtures.aVenue().ofType(shop).called(name).at(address);
  }

  private DivisionCode below() {
    return fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory)).code();
  }
}
