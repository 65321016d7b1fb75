package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aReviewer;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewVenueTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final DivisionCode community = fixtures.aCommunity();
  private final Venue venue =
      fixtures.aVenue().by(applicant.account()).in(community).underReview().add();

  @Test
  void viewShouldShowAVenueToItsApplicant() {
    assertThat(done(view(applicant))).isEqualTo(new MyVenue(venue, new VenueRole.Applicant()));
  }

  @Test
  void viewShouldShowAVenueToAManagerEvenBeforeActivation() {
    Caller.Resident manager = aResident(app);
    Instant activeFrom = app.clock().instant().plus(Duration.ofHours(1));
    fixtures.aManager(venue.id(), personOf(manager), activeFrom);
    assertThat(done(view(manager)))
        .isEqualTo(new MyVenue(venue, new VenueRole.Manager(activeFrom)));
  }

  @Test
  void viewShouldShowAVenueToTheReviewerOfItsCommunity() {
    assertThat(done(view(aReviewer(app, community))))
        .isEqualTo(new MyVenue(venue, new VenueRole.Reviewer()));
  }

  @Test
  void viewShouldNotFindAVenueForAnybodyElse() {
    assertThat(denied(view(aResident(app)))).isEqualTo(NOT_FOUND);
    assertThat(denied(view(aStranger(app)))).isEqualTo(NOT_FOUND);
    assertThat(denied(view(aReviewer(app, fixtures.aCommunity())))).isEqualTo(NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"RESIDENT", "REVIEWER"})
  void viewShouldNotFindAVenueForOtherStaff(Role role) {
    assertThat(denied(view(aStaffMember(app, role, community)))).isEqualTo(NOT_FOUND);
  }

  @Test
  void viewShouldNotFindAVenueThatDoesNotExist() {
    var unknown = new VenueId(UUID.randomUUID());
    var viewVenue = app.useCases().venue().viewVenue();
    assertThat(denied(viewVenue.view(applicant, unknown))).isEqualTo(NOT_FOUND);
    assertThat(denied(viewVenue.view(aReviewer(app, community), unknown))).isEqualTo(NOT_FOUND);
  }

  @Test
  void listShouldShowOnesVenuesWithOnesRoleTheNewestApplicationFirst() {
    app.clock().advance(Duration.ofMinutes(1));
    Venue managed = fixtures.aVenue().add();
    fixtures.aVenue().add();
    Instant activeFrom = app.clock().instant().plus(Duration.ofHours(1));
    fixtures.aManager(managed.id(), personOf(applicant), activeFrom);
    assertThat(list())
        .containsExactly(
            new MyVenue(managed, new VenueRole.Manager(activeFrom)),
            new MyVenue(venue, new VenueRole.Applicant()));
  }

  @Test
  void listShouldShowTheApplicantWhoIsAlsoManagerAsApplicant() {
    fixtures.aManager(venue.id(), personOf(applicant), app.clock().instant());
    assertThat(list()).containsExactly(new MyVenue(venue, new VenueRole.Applicant()));
  }

  @Test
  void listShouldNotShowRemovedVenues() {
    app.stores().venues().replace(venue.withdrawn(app.clock().instant()).orElseThrow());
    assertThat(list()).isEmpty();
  }

  private Result<MyVenue> view(Caller caller) {
    return app.useCases().venue().viewVenue().view(caller, venue.id());
  }

  private List<MyVenue> list() {
    return app.useCases().venue().listMyVenues().list(applicant, PageRequest.first(50)).items();
  }

  private Person personOf(Caller.Resident resident) {
    return app.stores().people().find(resident.person().orElseThrow()).orElseThrow();
  }
}
