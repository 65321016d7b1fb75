package cn.venuepass.application.inspection;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.INSPECTION_NOT_DONE;
import static cn.venuepass.application.Denial.Plain.INSPECTION_NOT_OPEN;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.inspection.Inspections.ACCEPTED;
import static cn.venuepass.application.inspection.Inspections.answer;
import static cn.venuepass.application.inspection.Inspections.criticism;
import static cn.venuepass.application.inspection.Inspections.inDays;
import static cn.venuepass.application.inspection.Inspections.inspect;
import static cn.venuepass.application.inspection.Inspections.ordered;
import static cn.venuepass.application.inspection.Inspections.rectification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.OddStores;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.inspection.InspectVenues.Verdict;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Findings;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.Inspection.State;
import cn.venuepass.domain.inspection.InspectionNote;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.inspection.Premises.OfPlace;
import cn.venuepass.domain.inspection.Premises.OfVenue;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.survey.SurveyPlace;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectVenuesTest {
  private static final PageRequest ALL = PageRequest.first(50);

  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, community);
  private final Caller.Staff elsewhere = aStaffMember(app, Role.SUPERVISOR, fixtures.aCommunity());
  private final Caller.Resident applicant = aResident(app);
  private final Venue venue = fixtures.aVenue().in(community).by(applicant.account()).add();

  @Test
  void inspectShouldNoteWhatWasFoundAndWhoCame() {
    Inspection made = ordered(app, supervisor, venue.id(), 7);
    assertThat(made.premises()).isEqualTo(Premises.of(venue));
    assertThat(made.division()).contains(community);
    assertThat(app.stores().inspections().find(made.id())).contains(made);
    assertThat(LoggedEvents.of(app, AuditAction.INSPECTION_MADE))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.actor()).isEqualTo(Actor.staff(supervisor, Role.SUPERVISOR));
              assertThat(event.deed().purpose()).isEqualTo(AuditPurpose.SUPERVISION);
              assertThat(event.deed().venue()).contains(venue.id());
              assertThat(event.deed().division()).contains(community);
              assertThat(event.deed().reference()).contains(made.id().value().toString());
            });
  }

  @Test
  void postersThatWereSeenShouldBeConfirmed() {
    Poster poster = fixtures.aPoster(venue.id(), Direction.IN);
    seen(Finding.Result.NOT_OK);
    assertThat(confirmed(poster)).isEmpty();
    seen(Finding.Result.OK);
    assertThat(confirmed(poster)).contains(app.clock().instant());
  }

  private void seen(Finding.Result result) {
    var findings =
        new Findings(List.of(new Finding(ChecklistItem.CODE_POSTED, result, Optional.empty())));
    var report =
        new InspectVenues.Report(new OfVenue(venue.id()), findings, Measure.NONE, Optional.empty());
    done(inspect(app).inspect(supervisor, report, Optional.empty()));
  }

  private Optional<Instant> confirmed(Poster poster) {
    return app.stores()
        .posters()
        .find(venue.id(), poster.id())
        .orElseThrow()
        .hanging()
        .confirmedAt();
  }

  @Test
  void inspectShouldBeForTheOwnJurisdictionOnly() {
    var report = criticism(new OfVenue(venue.id()));
    assertThat(denied(inspect(app).inspect(elsewhere, report, Optional.empty())))
        .isEqualTo(NOT_FOUND);
    SurveyPlace place = fixtures.aPlace(community);
    assertThat(
            denied(
                inspect(app)
                    .inspect(elsewhere, criticism(new OfPlace(place.id())), Optional.empty())))
        .isEqualTo(NOT_FOUND);
    assertThat(LoggedEvents.of(app, AuditAction.INSPECTION_MADE)).isEmpty();
  }

  @Test
  void aPlaceShouldStandForTheVenueThatItIsLinkedTo() {
    SurveyPlace linked = fixtures.link(fixtures.aPlace(community), venue.id());
    SurveyPlace alone = fixtures.aPlace(community);
    Venue abroad = fixtures.aVenue().in(fixtures.aCommunity()).add();
    SurveyPlace foreign = fixtures.link(fixtures.aPlace(community), abroad.id());
    assertThat(inspected(linked).premises()).isEqualTo(Premises.of(venue));
    assertThat(inspected(alone).premises()).isEqualTo(Premises.of(alone));
    assertThat(inspected(foreign).premises()).isEqualTo(Premises.of(foreign, abroad));
    assertThat(app.stores().surveyPlaces().replace(alone.removed(app.clock().instant()))).isTrue();
    var gone = criticism(new OfPlace(alone.id()));
    assertThat(denied(inspect(app).inspect(supervisor, gone, Optional.empty())))
        .isEqualTo(NOT_FOUND);
  }

  @Test
  void inspectShouldBeDoneOnceUnderOneKeyHoweverLate() {
    var key =
        Optional.of(new CreationKey(new AccountId(supervisor.account().id().value()), "i", "k"));
    var report = rectification(new OfVenue(venue.id()), app.clock().instant().plusSeconds(60));
    Inspection made = done(inspect(app).inspect(supervisor, report, key));
    app.clock().advance(Duration.ofHours(1));
    assertThat(done(inspect(app).inspect(supervisor, report, key))).isEqualTo(made);
    assertThat(LoggedEvents.of(app, AuditAction.INSPECTION_MADE)).hasSize(1);
  }

  @Test
  void inspectShouldStoreNothingWithoutItsNoteInTheLog() {
    var odd = new TestApplication(OddStores.withoutAuditLog(app.stores()));
    assertThatThrownBy(() -> ordered(odd, supervisor, venue.id(), 7))
        .isInstanceOf(AssertionError.class);
    assertThat(answered()).isEmpty();
  }

  @Test
  void theVenueShouldCompleteAndTheSupervisorVerify() {
    Inspection made = ordered(app, supervisor, venue.id(), 7);
    assertThat(denied(inspect(app).verify(supervisor, made.id(), ACCEPTED)))
        .isEqualTo(INSPECTION_NOT_DONE);
    Inspection completed = done(answer(app).complete(applicant, made.id(), note("已张贴")));
    assertThat(completed.state()).isEqualTo(State.DONE);
    assertThat(denied(answer(app).complete(applicant, made.id(), note("再次"))))
        .isEqualTo(INSPECTION_NOT_OPEN);
    assertThat(denied(inspect(app).verify(elsewhere, made.id(), ACCEPTED))).isEqualTo(NOT_FOUND);
    Inspection verified = done(inspect(app).verify(supervisor, made.id(), ACCEPTED));
    assertThat(verified.state()).isEqualTo(State.VERIFIED);
    assertThat(denied(inspect(app).verify(supervisor, made.id(), ACCEPTED)))
        .isEqualTo(INSPECTION_NOT_DONE);
    assertThat(LoggedEvents.of(app, AuditAction.RECTIFICATION_COMPLETED))
        .extracting(LoggedEvents.Logged::actor)
        .containsExactly(Actor.manager(applicant.account()));
    assertThat(LoggedEvents.of(app, AuditAction.RECTIFICATION_VERIFIED)).hasSize(1);
    assertThat(answered()).containsExactly(verified);
  }

  @Test
  void verifyShouldReopenWithAnotherDeadlineOrTheOldOne() {
    Inspection made = ordered(app, supervisor, venue.id(), 7);
    done(answer(app).complete(applicant, made.id(), Optional.empty()));
    app.clock().advance(Duration.ofDays(8));
    var refused = new Verdict(false, note("看不清"), Optional.empty());
    assertThatThrownBy(() -> inspect(app).verify(supervisor, made.id(), refused))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("dueAt: REQUIRED");
    Optional<Instant> again = Optional.of(inDays(app, 3));
    Inspection reopened =
        done(inspect(app).verify(supervisor, made.id(), new Verdict(false, note("x"), again)));
    assertThat(reopened.state()).isEqualTo(State.REOPENED);
    assertThat(reopened.order().dueAt()).isEqualTo(again);
    assertThat(LoggedEvents.of(app, AuditAction.RECTIFICATION_REOPENED)).hasSize(1);
    assertThatThrownBy(
            () ->
                inspect(app)
                    .verify(supervisor, made.id(), new Verdict(true, Optional.empty(), again)))
        .hasMessage("dueAt: NOT_FOR_MEASURE");
  }

  @Test
  void onlyTheApplicantAndActiveManagersShouldAnswer() {
    Inspection made = ordered(app, supervisor, venue.id(), 7);
    Caller.Resident manager = aResident(app);
    fixtures.aManager(
        venue.id(),
        app.stores().people().find(manager.person().orElseThrow()).orElseThrow(),
        app.clock().instant().plus(Duration.ofHours(1)));
    assertThat(denied(answer(app).complete(manager, made.id(), Optional.empty())))
        .isInstanceOf(Denial.ManagerNotActive.class);
    Caller.Resident stranger = aResident(app);
    assertThat(denied(answer(app).complete(stranger, made.id(), Optional.empty())))
        .isEqualTo(NOT_FOUND);
    assertThat(denied(view().view(stranger, made.id()))).isEqualTo(NOT_FOUND);
    assertThat(denied(view().view(elsewhere, made.id()))).isEqualTo(NOT_FOUND);
    app.clock().advance(Duration.ofHours(1));
    assertThat(done(view().view(manager, made.id()))).isEqualTo(made);
    assertThat(done(answer(app).complete(manager, made.id(), Optional.empty())).state())
        .isEqualTo(State.DONE);
  }

  @Test
  void whereNoVenueAnswersTheSupervisorShouldVerifyAtOnce() {
    SurveyPlace place = fixtures.aPlace(community);
    Inspection ofPlace =
        done(
            inspect(app)
                .inspect(
                    supervisor,
                    rectification(new OfPlace(place.id()), inDays(app, 7)),
                    Optional.empty()));
    Inspection ofRemoved = ordered(app, supervisor, venue.id(), 7);
    assertThat(app.stores().venues().replace(venue.removed(app.clock().instant()).orElseThrow()))
        .isTrue();
    assertThat(denied(answer(app).complete(applicant, ofPlace.id(), Optional.empty())))
        .isEqualTo(NOT_FOUND);
    assertThat(denied(answer(app).complete(applicant, ofRemoved.id(), Optional.empty())))
        .isEqualTo(NOT_FOUND);
    assertThat(done(inspect(app).verify(supervisor, ofPlace.id(), ACCEPTED)).state())
        .isEqualTo(State.VERIFIED);
    assertThat(done(inspect(app).verify(supervisor, ofRemoved.id(), ACCEPTED)).state())
        .isEqualTo(State.VERIFIED);
  }

  @Test
  void listShouldShowWhatIsOverdueByTheClock() {
    Inspection second = ordered(app, supervisor, venue.id(), 3);
    Inspection first = ordered(app, supervisor, venue.id(), 2);
    var overdue =
        new InspectionFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(InspectionFilter.Progress.OVERDUE),
            Optional.empty());
    assertThat(inspect(app).list(supervisor, overdue, ALL).items()).isEmpty();
    app.clock().advance(Duration.ofDays(4));
    assertThat(inspect(app).list(supervisor, overdue, ALL).items()).containsExactly(first, second);
    assertThat(inspect(app).list(elsewhere, overdue, ALL).items()).isEmpty();
  }

  private Inspection inspected(SurveyPlace place) {
    return done(
        inspect(app).inspect(supervisor, criticism(new OfPlace(place.id())), Optional.empty()));
  }

  private Iterable<Inspection> answered() {
    return done(answer(app).list(applicant, venue.id(), ALL)).items();
  }

  private ViewInspection view() {
    return app.useCases().inspection().viewInspection();
  }

  private static Optional<InspectionNote> note(String text) {
    return Optional.of(new InspectionNote(text));
  }
}
