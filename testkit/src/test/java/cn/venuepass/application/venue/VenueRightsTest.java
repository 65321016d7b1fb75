package cn.venuepass.application.venue;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStranger;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.gate.Credential;
import cn.venuepass.application.gate.GateUseCases;
import cn.venuepass.application.gate.RegisterPerson.Registration;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the applicant, a manager and anybody else may do at a venue, for each kind of work. */
class VenueRightsTest {
  private static final PersonName NAME = new PersonName("管理员样本");
  private static final TurnedAway.Words WORDS = new TurnedAway.Words("拒绝登记", Optional.empty());
  private static final PageRequest ALL = PageRequest.first(50);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident applicant = aResident(app);
  private final Gate gate = fixtures.aVenue().by(applicant.account()).addWithGate();
  private final VenueId venue = gate.venue().id();

  private enum ManagersWork {
    REGISTER,
    VIEW_OCCUPANCY,
    SEARCH_BY_NAME,
    SEARCH_BY_ID_NUMBER,
    MARK_AS_LEFT,
    LIST_VISITS,
    LIST_DEVICES,
    NOTE_WHO_IS_TURNED_AWAY,
    LIST_WHO_WAS_TURNED_AWAY,
    VIEW_NO_PHONE_PARITY,
    ADD_TO_THE_ROSTER,
    LIST_THE_ROSTER,
    LIST_POSTERS,
    DRAW_A_POSTER,
    PAINT_A_POSTER,
    PRINT_A_POSTER
  }

  private enum ApplicantsWork {
    ADD_A_MANAGER,
    LIST_MANAGERS,
    ISSUE_A_POSTER,
    REVOKE_A_POSTER,
    LIST_SUB_VENUES,
    AGREE_TO_A_SUB_VENUE,
    DISMISS_A_SUB_VENUE
  }

  @ParameterizedTest
  @EnumSource
  void theApplicantShouldDoAManagersWorkFromTheStart(ManagersWork work) {
    assertThat(attempt(work, applicant)).isInstanceOf(Result.Done.class);
  }

  @ParameterizedTest
  @EnumSource
  void aManagerShouldWorkFromTheMomentOfActivation(ManagersWork work) {
    Caller.Resident manager = aResident(app);
    Manager appointment = appoint(idNumberOf(manager));
    Result<?> notActive = Result.denied(new Denial.ManagerNotActive(appointment.activeFrom()));
    assertThat(attempt(work, manager)).isEqualTo(notActive);
    app.clock().advance(TestApplication.ACTIVATION_DELAY.minusMillis(1));
    assertThat(attempt(work, manager)).isEqualTo(notActive);
    app.clock().advance(Duration.ofMillis(1));
    assertThat(attempt(work, manager)).isInstanceOf(Result.Done.class);
  }

  @ParameterizedTest
  @EnumSource
  void aManagersRightsShouldEndAtOnce(ManagersWork work) {
    Caller.Resident manager = anActiveManager();
    assertThat(attempt(work, manager)).isInstanceOf(Result.Done.class);
    for (Manager appointment : done(managers().list(applicant, venue))) {
      done(managers().remove(applicant, venue, appointment.id()));
    }
    assertThat(attempt(work, manager)).isEqualTo(Result.denied(NOT_FOUND));
  }

  @ParameterizedTest
  @EnumSource
  void othersShouldNotFindTheVenueToManage(ManagersWork work) {
    assertThat(attempt(work, aResident(app))).isEqualTo(Result.denied(NOT_FOUND));
    assertThat(attempt(work, aStranger(app))).isEqualTo(Result.denied(NOT_FOUND));
  }

  @ParameterizedTest
  @EnumSource
  void nobodyShouldFindARemovedVenueToManage(ManagersWork work) {
    Caller.Resident manager = anActiveManager();
    app.stores().venues().replace(gate.venue().removed(app.clock().instant()).orElseThrow());
    assertThat(attempt(work, applicant)).isEqualTo(Result.denied(NOT_FOUND));
    assertThat(attempt(work, manager)).isEqualTo(Result.denied(NOT_FOUND));
  }

  @ParameterizedTest
  @EnumSource
  void theApplicantShouldDoTheApplicantsWork(ApplicantsWork work) {
    assertThat(attempt(work, applicant)).isInstanceOf(Result.Done.class);
  }

  @ParameterizedTest
  @EnumSource
  void othersShouldNotFindTheVenueForTheApplicantsWork(ApplicantsWork work) {
    assertThat(attempt(work, anActiveManager())).isEqualTo(Result.denied(NOT_FOUND));
    assertThat(attempt(work, aResident(app))).isEqualTo(Result.denied(NOT_FOUND));
    assertThat(attempt(work, aStranger(app))).isEqualTo(Result.denied(NOT_FOUND));
  }

  @Test
  void aManagerShouldHaveRightsAtTheOwnVenueOnly() {
    Caller.Resident manager = anActiveManager();
    VenueId other = fixtures.aVenue().by(applicant.account()).add().id();
    assertThat(denied(posters().list(manager, other))).isEqualTo(NOT_FOUND);
  }

  @Test
  void somebodyWhoIsRealNamedAfterTheAppointmentShouldBeManager() {
    ResidentIdNumber idNumber = SampleIdNumbers.next();
    appoint(idNumber);
    app.clock().advance(TestApplication.ACTIVATION_DELAY);
    assertThat(done(posters().list(aResident(app, idNumber), venue)))
        .containsExactly(gate.in(), gate.out());
  }

  private Caller.Resident anActiveManager() {
    Caller.Resident manager = aResident(app);
    appoint(idNumberOf(manager));
    app.clock().advance(TestApplication.ACTIVATION_DELAY);
    return manager;
  }

  private Manager appoint(ResidentIdNumber idNumber) {
    return done(managers().add(applicant, venue, idNumber, NAME, Optional.empty()));
  }

  private ResidentIdNumber idNumberOf(Caller.Resident resident) {
    return app.stores().people().find(resident.person().orElseThrow()).orElseThrow().idNumber();
  }

  private AppointManagers managers() {
    return app.useCases().venue().appointManagers();
  }

  private Result<?> attempt(ManagersWork work, Caller.Resident who) {
    return switch (work) {
      case REGISTER -> gate().registerPerson().register(who, venue, registration());
      case VIEW_OCCUPANCY -> gate().viewOccupancy().view(who, venue, ALL);
      case SEARCH_BY_NAME -> gate().viewOccupancy().searchByName(who, venue, "样本");
      case SEARCH_BY_ID_NUMBER -> gate().viewOccupancy().search(who, venue, anIdNumber());
      case MARK_AS_LEFT -> gate().markAsLeft().mark(who, venue, aVisit(), fixtures.aScanId());
      case LIST_VISITS ->
          gate().viewVenueVisits().list(who, venue, Instant.EPOCH, app.clock().instant(), ALL);
      case LIST_DEVICES -> gate().viewDevices().list(who, venue);
      case NOTE_WHO_IS_TURNED_AWAY -> gate().turnAway().note(who, venue, WORDS, Optional.empty());
      case LIST_WHO_WAS_TURNED_AWAY -> gate().turnAway().list(who, venue, ALL);
      case VIEW_NO_PHONE_PARITY ->
          gate().viewNoPhoneParity().view(who, venue, Instant.EPOCH, app.clock().instant());
      case ADD_TO_THE_ROSTER ->
          roster()
              .add(who, venue, SampleIdNumbers.next(), NAME, Optional.empty(), Optional.empty());
      case LIST_THE_ROSTER -> roster().list(who, venue);
      case LIST_POSTERS -> posters().list(who, venue);
      case DRAW_A_POSTER -> posters().draw(who, venue, gate.in().id(), QrCodeRenderer.Format.PNG);
      case PAINT_A_POSTER -> posters().paint(who, venue, gate.in().id(), QrCodeRenderer.Format.PNG);
      case PRINT_A_POSTER -> posters().print(who, venue, gate.in().id());
    };
  }

  private Result<?> attempt(ApplicantsWork work, Caller.Resident who) {
    return switch (work) {
      case ADD_A_MANAGER ->
          managers().add(who, venue, SampleIdNumbers.next(), NAME, Optional.empty());
      case LIST_MANAGERS -> managers().list(who, venue);
      case ISSUE_A_POSTER ->
          posters().issue(who, venue, Direction.IN, Optional.empty(), Optional.empty());
      case REVOKE_A_POSTER -> posters().revoke(who, venue, gate.in().id());
      case LIST_SUB_VENUES -> subVenues().list(who, venue);
      case AGREE_TO_A_SUB_VENUE -> subVenues().agree(who, venue, aSubVenue());
      case DISMISS_A_SUB_VENUE -> subVenues().dismiss(who, venue, aSubVenue());
    };
  }

  private Registration registration() {
    return new Registration(fixtures.aScanId(), Direction.IN, anIdNumber(), false);
  }

  private static Credential anIdNumber() {
    return new Credential.IdNumber(SampleIdNumbers.next(), Optional.empty());
  }

  /** Of somebody who is inside, unless the venue is gone. */
  private VisitId aVisit() {
    return fixtures
        .scan(gate.in(), fixtures.aPerson().id())
        .visit()
        .orElseGet(() -> new VisitId(UUID.randomUUID()));
  }

  private VenueId aSubVenue() {
    return fixtures.aVenue().within(venue).add().id();
  }

  private GateUseCases gate() {
    return app.useCases().gate();
  }

  private KeepRoster roster() {
    return app.useCases().venue().keepRoster();
  }

  private AdmitSubVenues subVenues() {
    return app.useCases().venue().admitSubVenues();
  }

  private ManagePosters posters() {
    return app.useCases().venue().managePosters();
  }
}
