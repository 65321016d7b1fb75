package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_APPROVED;
import static cn.venuepass.application.venue.VenueDetailsFixture.aForm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.OddStores;
import cn.venuepass.application.Result;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueDetails;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectVenueTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final AccountId applicant = fixtures.anAccount();
  private final VenueDetails correction = aForm(app).named("塔里木大饭店");

  @Test
  void correctShouldSendAPendingVenueForReviewAgain() {
    Venue pending = fixtures.aVenue().by(applicant).underReview().add();
    app.clock().advance(Duration.ofDays(1));
    Venue corrected = done(correct(pending.id(), correction));
    assertThat(corrected.details()).isEqualTo(correction);
    assertThat(corrected.state().status()).isEqualTo(VenueStatus.PENDING);
    assertThat(corrected.appliedAt()).isEqualTo(app.clock().instant());
    assertThat(stored(pending.id())).isEqualTo(corrected);
  }

  @Test
  void correctShouldSendARejectedVenueForReviewAgain() {
    Venue pending = fixtures.aVenue().by(applicant).underReview().add();
    app.stores()
        .venues()
        .replace(
            pending.rejected(app.clock().instant(), new RejectionReason("地址不完整")).orElseThrow());
    assertThat(done(correct(pending.id(), correction)).state().status())
        .isEqualTo(VenueStatus.PENDING);
  }

  @Test
  void correctShouldBeDeniedOnceApproved() {
    Venue approved = fixtures.aVenue().by(applicant).add();
    assertThat(denied(correct(approved.id(), correction))).isEqualTo(VENUE_APPROVED);
    assertThat(stored(approved.id())).isEqualTo(approved);
  }

  @Test
  void correctShouldNotFindTheVenueOfSomebodyElse() {
    VenueId other = fixtures.aVenue().underReview().add().id();
    assertThat(denied(correct(other, correction))).isEqualTo(NOT_FOUND);
    assertThat(denied(correct(new VenueId(UUID.randomUUID()), correction))).isEqualTo(NOT_FOUND);
  }

  @Test
  void correctShouldRefuseWhatApplyRefuses() {
    Venue pending = fixtures.aVenue().by(applicant).underReview().add();
    VenueDetails wrong = aForm(app).ofType(new VenueTypeCode("NO_SUCH_TYPE")).named("塔里木宾馆");
    assertThatThrownBy(() -> correct(pending.id(), wrong))
        .isInstanceOfSatisfying(InvalidValue.class, e -> assertThat(e.field()).isEqualTo("type"));
    assertThat(stored(pending.id())).isEqualTo(pending);
  }

  @Test
  void correctShouldRefuseTheVenueItselfAsParent() {
    Venue pending = fixtures.aVenue().by(applicant).underReview().add();
    assertThatThrownBy(() -> correct(pending.id(), aForm(app).within(pending.id())))
        .isInstanceOfSatisfying(
            InvalidValue.class, e -> assertThat(e.rule()).isEqualTo(Rule.NO_PARENT));
  }

  @Test
  void correctShouldJoinAParentOfTheSameApplicantAtOnce() {
    VenueId parent = fixtures.aVenue().by(applicant).add().id();
    Venue pending = fixtures.aVenue().by(applicant).underReview().add();
    assertThat(done(correct(pending.id(), aForm(app).within(parent))).parent()).contains(parent);
    assertThat(stored(pending.id()).parent()).contains(parent);
  }

  @Test
  void correctShouldKeepWhatAParentOfSomebodyElseAgreedTo() {
    VenueId parent = fixtures.aVenue().add().id();
    Venue pending = fixtures.aVenue().by(applicant).underReview().add();
    Venue waiting = done(correct(pending.id(), aForm(app).within(parent)));
    assertThat(waiting.parent()).isEmpty();
    app.stores().venues().replace(waiting.agreedByParent());
    assertThat(done(correct(pending.id(), aForm(app).within(parent))).parent()).contains(parent);
  }

  @Test
  void correctShouldAskAnotherParentAnew() {
    VenueId parent = fixtures.aVenue().add().id();
    Venue pending = fixtures.aVenue().by(applicant).underReview().add();
    Venue waiting = done(correct(pending.id(), aForm(app).within(parent)));
    app.stores().venues().replace(waiting.agreedByParent());
    VenueId other = fixtures.aVenue().add().id();
    Venue corrected = done(correct(pending.id(), aForm(app).within(other)));
    assertThat(corrected.details().parent()).contains(other);
    assertThat(corrected.parent()).isEmpty();
  }

  @Test
  void correctShouldTellWhenSomebodyElseChangedTheVenueMeanwhile() {
    Venue pending = fixtures.aVenue().by(applicant).underReview().add();
    var slow = new TestApplication(OddStores.overtaken(app.stores()));
    var correctVenue = slow.useCases().venue().correctVenue();
    assertThat(denied(correctVenue.correct(applicant, pending.id(), correction)))
        .isEqualTo(CHANGED_MEANWHILE);
  }

  private Result<Venue> correct(VenueId venue, VenueDetails details) {
    return app.useCases().venue().correctVenue().correct(applicant, venue, details);
  }

  private Venue stored(VenueId venue) {
    return app.stores().venues().findFor(venue, applicant, Optional.empty()).orElseThrow().venue();
  }
}
