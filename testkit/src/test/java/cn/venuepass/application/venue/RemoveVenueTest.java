package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aReviewer;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.VENUE_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.OddStores;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.RejectionReason;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueStatus;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemoveVenueTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final DivisionCode community = fixtures.aCommunity();
  private final Caller.Staff reviewer = aReviewer(app, community);

  @Test
  void theApplicantShouldTakeBackAnApplication() {
    Venue pending = underReview();
    assertThat(done(remove(applicant, pending)).state().status()).isEqualTo(VenueStatus.REMOVED);
    assertThat(denied(view(applicant, pending))).isEqualTo(NOT_FOUND);
    assertThat(denied(remove(applicant, pending))).isEqualTo(NOT_FOUND);
  }

  @Test
  void theApplicantShouldTakeBackARejectedApplication() {
    Venue pending = underReview();
    var reason = new RejectionReason("地址不完整");
    app.stores().venues().replace(pending.rejected(app.clock().instant(), reason).orElseThrow());
    assertThat(done(remove(applicant, pending)).state().status()).isEqualTo(VenueStatus.REMOVED);
  }

  @Test
  void theApplicantShouldNotRemoveAnApprovedVenue() {
    Venue approved = gate().venue();
    assertThat(denied(remove(applicant, approved))).isEqualTo(VENUE_APPROVED);
    assertThat(done(view(applicant, approved)).venue()).isEqualTo(approved);
  }

  @Test
  void nobodyElseShouldFindTheVenue() {
    Venue pending = underReview();
    Caller.Resident manager = aResident(app);
    Person person = app.stores().people().find(manager.person().orElseThrow()).orElseThrow();
    fixtures.aManager(pending.id(), person, app.clock().instant());
    assertThat(denied(remove(manager, pending))).isEqualTo(NOT_FOUND);
    assertThat(denied(remove(aResident(app), pending))).isEqualTo(NOT_FOUND);
  }

  @Test
  void theReviewerShouldRemoveAVenueInAnyState() {
    Venue pending = underReview();
    Venue approved = gate().venue();
    assertThat(done(remove(reviewer, pending)).state().status()).isEqualTo(VenueStatus.REMOVED);
    assertThat(done(remove(reviewer, approved)).state().status()).isEqualTo(VenueStatus.REMOVED);
    assertThat(denied(remove(reviewer, approved))).isEqualTo(NOT_FOUND);
  }

  @Test
  void theReviewerOfAnotherDivisionShouldNotFindTheVenue() {
    Venue approved = gate().venue();
    Caller.Staff other = aReviewer(app, fixtures.aCommunity());
    assertThat(denied(remove(other, approved))).isEqualTo(NOT_FOUND);
    assertThat(done(view(applicant, approved)).venue()).isEqualTo(approved);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RESIDENT", "REVIEWER"})
  void otherStaffShouldNotFindTheVenue(Role role) {
    Venue approved = gate().venue();
    Caller.Staff staff = aStaffMember(app, role, community);
    assertThat(denied(remove(staff, approved))).isEqualTo(NOT_FOUND);
  }

  @Test
  void thePostersOfARemovedVenueShouldBeDead() {
    Gate gate = gate();
    Caller.Resident visitor = aResident(app);
    fixtures.scan(gate.in(), visitor.person().orElseThrow());
    done(remove(reviewer, gate.venue()));
    var closed = new ScanOutcome.Refused(RefusalReason.VENUE_CLOSED);
    assertThat(fixtures.scan(gate.in(), visitor.person().orElseThrow()).outcome())
        .isEqualTo(closed);
    assertThat(fixtures.scan(gate.out(), visitor.person().orElseThrow()).outcome())
        .isEqualTo(closed);
    String code = app.codes().codeOf(gate.in().id());
    assertThat(done(app.useCases().venue().viewPoster().view(code)).open()).isFalse();
  }

  @Test
  void theVisitsOfARemovedVenueShouldStay() {
    Gate gate = gate();
    Caller.Resident visitor = aResident(app);
    fixtures.scan(gate.in(), visitor.person().orElseThrow());
    done(remove(reviewer, gate.venue()));
    var now = app.clock().instant();
    var visits =
        app.useCases()
            .visit()
            .listMyVisits()
            .list(visitor, now, now.plusMillis(1), PageRequest.first(50));
    assertThat(visits.items())
        .singleElement()
        .satisfies(visit -> assertThat(visit.venue().id()).isEqualTo(gate.venue().id()));
  }

  @Test
  void removeShouldTellWhenSomebodyElseChangedTheVenueMeanwhile() {
    Venue pending = underReview();
    var slow = new TestApplication(OddStores.overtaken(app.stores()));
    var removeVenue = slow.useCases().venue().removeVenue();
    assertThat(denied(removeVenue.remove(applicant, pending.id()))).isEqualTo(CHANGED_MEANWHILE);
    assertThat(denied(removeVenue.remove(reviewer, pending.id()))).isEqualTo(CHANGED_MEANWHILE);
  }

  private Result<Venue> remove(Caller caller, Venue venue) {
    return app.useCases().venue().removeVenue().remove(caller, venue.id());
  }

  private Result<MyVenue> view(Caller caller, Venue venue) {
    return app.useCases().venue().viewVenue().view(caller, venue.id());
  }

  private Venue underReview() {
    return fixtures.aVenue().by(applicant.account()).in(community).underReview().add();
  }

  private Gate gate() {
    return fixtures.aVenue().by(applicant.account()).in(community).addWithGate();
  }
}
