package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.venue.VenueDetailsFixture.aForm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApplyForVenueTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final AccountId applicant = fixtures.anAccount();
  private final Optional<CreationKey> key =
      Optional.of(new CreationKey(applicant, "venue", "key-1"));

  @Test
  void applyShouldSendAVenueForReview() {
    VenueDetails details = aForm(app).named("塔里木宾馆");
    Venue venue = done(apply(details, Optional.empty()));
    assertThat(venue.state().status()).isEqualTo(VenueStatus.PENDING);
    assertThat(venue.details()).isEqualTo(details);
    assertThat(venue.applicant()).isEqualTo(applicant);
    assertThat(venue.appliedAt()).isEqualTo(app.clock().instant());
    assertThat(venuesOf(applicant)).containsExactly(venue);
  }

  @Test
  void applyShouldIssueNoPosterYet() {
    Venue venue = done(apply(aForm(app).named("塔里木宾馆"), Optional.empty()));
    assertThat(app.stores().posters().listOf(venue.id())).isEmpty();
  }

  @Test
  void applyShouldRefuseAnUnknownType() {
    var unknown = aForm(app).ofType(new VenueTypeCode("NO_SUCH_TYPE")).named("塔里木宾馆");
    assertInvalid(unknown, "type", Rule.UNKNOWN);
  }

  @Test
  void applyShouldRefuseAnUnknownCommunity() {
    var unknown = aForm(app).in(new DivisionCode("999999999999")).named("塔里木宾馆");
    assertInvalid(unknown, "communityCode", Rule.UNKNOWN);
  }

  @Test
  void applyShouldRefuseADivisionThatIsNoCommunity() {
    Division headquarters = fixtures.aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    Division territory =
        fixtures.aDivision(Division.Level.TERRITORY, Optional.of(headquarters.code()));
    for (Division division : List.of(headquarters, territory)) {
      assertInvalid(
          aForm(app).in(division.code()).named("塔里木宾馆"), "communityCode", Rule.NOT_A_COMMUNITY);
    }
  }

  @Test
  void applyShouldTakeAnApprovedVenueOfTheSameApplicantAsParent() {
    VenueId parent = fixtures.aVenue().by(applicant).add().id();
    Venue venue = done(apply(aForm(app).within(parent), Optional.empty()));
    assertThat(venue.parent()).contains(parent);
    assertThat(venuesOf(applicant)).contains(venue);
  }

  @Test
  void applyShouldWaitForAParentOfSomebodyElse() {
    VenueId parent = fixtures.aVenue().add().id();
    Venue venue = done(apply(aForm(app).within(parent), Optional.empty()));
    assertThat(venue.details().parent()).contains(parent);
    assertThat(venue.parent()).isEmpty();
    assertThat(venuesOf(applicant)).containsExactly(venue);
  }

  @Test
  void applyShouldRefuseAnyOtherParent() {
    VenueId pending = fixtures.aVenue().by(applicant).underReview().add().id();
    Venue own = fixtures.aVenue().by(applicant).add();
    app.stores().venues().replace(own.removed(app.clock().instant()).orElseThrow());
    var unknown = new VenueId(UUID.randomUUID());
    for (VenueId parent : List.of(pending, own.id(), unknown)) {
      assertInvalid(aForm(app).within(parent), "parentVenueId", Rule.NO_PARENT);
    }
  }

  @Test
  void applyShouldFindWhatTheSameKeyCreated() {
    VenueDetails details = aForm(app).named("塔里木宾馆");
    Venue venue = done(apply(details, key));
    assertThat(done(apply(details, key))).isEqualTo(venue);
    assertThat(venuesOf(applicant)).containsExactly(venue);
  }

  @Test
  void applyShouldShowTheVenueAsItIsNowWhenTheKeyIsUsedAgain() {
    VenueDetails details = aForm(app).named("塔里木宾馆");
    Venue venue = done(apply(details, key));
    Venue approved = venue.approved(app.clock().instant()).orElseThrow();
    app.stores().venues().replace(approved);
    assertThat(done(apply(details, key))).isEqualTo(approved);
  }

  @Test
  void applyShouldNotBringBackWhatTheSameKeyCreatedAndSomebodyRemoved() {
    VenueDetails details = aForm(app).named("塔里木宾馆");
    Venue venue = done(apply(details, key));
    app.stores().venues().replace(venue.removed(app.clock().instant()).orElseThrow());
    assertThat(denied(apply(details, key))).isEqualTo(NOT_FOUND);
    assertThat(venuesOf(applicant)).isEmpty();
  }

  @Test
  void anInvalidApplicationShouldLeaveTheKeyFree() {
    VenueDetails wrong = aForm(app).ofType(new VenueTypeCode("NO_SUCH_TYPE")).named("塔里木宾馆");
    assertThatThrownBy(() -> apply(wrong, key)).isInstanceOf(InvalidValue.class);
    Venue venue = done(apply(aForm(app).named("塔里木宾馆"), key));
    assertThat(venuesOf(applicant)).containsExactly(venue);
  }

  @Test
  void applyShouldRefuseAParentThatHasAParent() {
    Venue mall = fixtures.aVenue().by(applicant).add();
    Venue hall = fixtures.aVenue().by(applicant).within(mall.id()).add();
    assertInvalid(aForm(app).within(hall.id()), "parentVenueId", Rule.NO_PARENT);
  }

  @Test
  void applyShouldRefuseAParentThatWaitsForAParentOfItsOwn() {
    VenueId mall = fixtures.aVenue().add().id();
    Venue hall = done(apply(aForm(app).within(mall), Optional.empty()));
    app.stores().venues().replace(hall.approved(app.clock().instant()).orElseThrow());
    assertInvalid(aForm(app).within(hall.id()), "parentVenueId", Rule.NO_PARENT);
  }

  @Test
  void applyShouldFindWhatTheKeyCreatedAlthoughTheParentIsGoneSince() {
    Venue parent = fixtures.aVenue().by(applicant).add();
    VenueDetails details = aForm(app).within(parent.id());
    Venue first = done(apply(details, key));
    app.stores().venues().replace(parent.removed(app.clock().instant()).orElseThrow());
    assertThat(done(apply(details, key))).isEqualTo(first);
  }

  private Result<Venue> apply(VenueDetails details, Optional<CreationKey> creation) {
    return app.useCases().venue().applyForVenue().apply(applicant, details, creation);
  }

  private List<Venue> venuesOf(AccountId account) {
    var resident = new Caller.Resident(new SessionId(UUID.randomUUID()), account, Optional.empty());
    return app
        .useCases()
        .venue()
        .listMyVenues()
        .list(resident, PageRequest.first(50))
        .items()
        .stream()
        .map(MyVenue::venue)
        .toList();
  }

  private void assertInvalid(VenueDetails details, String field, Rule rule) {
    assertThatThrownBy(() -> apply(details, Optional.empty()))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.rule()).isEqualTo(rule);
            });
  }
}
