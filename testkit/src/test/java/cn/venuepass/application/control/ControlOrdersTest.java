package cn.venuepass.application.control;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Callers;
import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.control.MakeControlOrders.Named;
import cn.venuepass.application.control.MakeControlOrders.Proposal;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlGrounds;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrder.State;
import cn.venuepass.domain.control.ControlRule;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.notification.Carrier;
import cn.venuepass.domain.notification.NotificationKind;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.contract.AtOnce;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlOrdersTest {
  private static final ControlNote REASON = new ControlNote("样本");

  private final TestApplication app = new TestApplication();
  private final DivisionCode territory =
      app.fixtures().aDivision(Division.Level.TERRITORY, Optional.empty()).code();
  private final DivisionCode community =
      app.fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory)).code();
  private final Caller.Staff first = controller(community);
  private final Caller.Staff second = controller(territory);
  private final Caller.Staff third = controller(territory);
  private final MakeControlOrders make = app.useCases().control().makeControlOrders();
  private final AnswerAppeals answers = app.useCases().control().answerAppeals();

  @Test
  void whoProposedShouldNotApproveNorDecline() {
    ControlOrder order = propose(aVenue());
    assertThat(denied(make.approve(first, order.id()))).isEqualTo(Denial.Plain.OWN_CONTROL_ORDER);
    assertThat(denied(make.decline(first, order.id(), REASON)))
        .isEqualTo(Denial.Plain.OWN_CONTROL_ORDER);
    assertThat(denied(make.withdraw(second, order.id())))
        .isEqualTo(Denial.Plain.FOREIGN_CONTROL_ORDER);
    assertThat(state(done(make.withdraw(first, order.id())))).isEqualTo(State.WITHDRAWN);
    assertThat(denied(make.approve(second, order.id())))
        .isEqualTo(Denial.Plain.CONTROL_ORDER_NOT_PROPOSED);
  }

  @Test
  void aProposalShouldLapseAfterADay() {
    ControlOrder order = propose(aVenue());
    app.clock().advance(ofHours(24));
    assertThat(state(order)).isEqualTo(State.LAPSED);
    assertThat(denied(make.approve(second, order.id())))
        .isEqualTo(Denial.Plain.CONTROL_ORDER_NOT_PROPOSED);
  }

  @Test
  void ofApprovalsAtOnceOneShouldWin() {
    ControlOrder order = propose(aVenue());
    List<Boolean> won =
        AtOnce.run(
            8,
            i ->
                make.approve(i % 2 == 0 ? second : third, order.id())
                    .fold(active -> true, denial -> false));
    assertThat(won).containsOnlyOnce(true);
    assertThat(LoggedEvents.of(app, AuditAction.CONTROL_ORDER_APPROVED)).hasSize(1);
  }

  @Test
  void whatIsForeignOrRemovedShouldLookUnknown() {
    ControlOrder order = propose(aVenue());
    Caller.Staff foreign = controller(app.fixtures().aCommunity());
    assertThat(denied(make.approve(foreign, order.id()))).isEqualTo(Denial.Plain.NOT_FOUND);
    assertThat(denied(make.lift(foreign, order.id(), REASON))).isEqualTo(Denial.Plain.NOT_FOUND);
    Venue elsewhere = app.fixtures().aVenue().add();
    assertThat(denied(make.propose(first, lock(elsewhere.id()), Optional.empty())))
        .isEqualTo(Denial.Plain.NOT_FOUND);
    Venue removed = aVenue();
    assertThat(app.stores().venues().replace(removed.removed(app.clock().instant()).orElseThrow()))
        .isTrue();
    assertThat(denied(make.propose(first, lock(removed.id()), Optional.empty())))
        .isEqualTo(Denial.Plain.NOT_FOUND);
  }

  @Test
  void theRuleShouldFitTheTargetAndBoundTheTerm() {
    Venue venue = aVenue();
    assertThatThrownBy(
            () ->
                make.propose(
                    first,
                    new Proposal(
                        new Named.Venue(venue.id()),
                        Optional.empty(),
                        grounds(ControlRule.CLOSE_CONTACT),
                        app.clock().instant().plus(ofDays(1))),
                    Optional.empty()))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("rule: NOT_FOR_TARGET");
    for (long hours : List.of(0L, 14 * 24L + 1)) {
      assertThatThrownBy(
              () ->
                  make.propose(
                      first,
                      new Proposal(
                          new Named.Venue(venue.id()),
                          Optional.empty(),
                          grounds(ControlRule.CASE_AT_VENUE),
                          app.clock().instant().plus(ofHours(hours))),
                      Optional.empty()))
          .isInstanceOf(InvalidValue.class)
          .hasMessage("expiresAt: OUT_OF_RANGE");
    }
  }

  @Test
  void theSameKeyShouldProposeOnce() {
    Venue venue = aVenue();
    var key =
        Optional.of(
            new CreationKey(new AccountId(first.account().id().value()), "control-order", "key"));
    ControlOrder order = done(make.propose(first, lock(venue.id()), key));
    assertThat(done(make.propose(first, lock(venue.id()), key))).isEqualTo(order);
    assertThat(LoggedEvents.of(app, AuditAction.CONTROL_ORDER_PROPOSED)).hasSize(1);
  }

  @Test
  void approvalShouldTellThoseConcernedAndWhoeverIsOnDuty() {
    Gate gate = app.fixtures().aVenue().in(community).addWithGate();
    Person manager = app.fixtures().aPerson();
    app.fixtures().aManager(gate.venue().id(), manager, app.clock().instant());
    Person inside = app.fixtures().aPerson();
    app.fixtures().scan(gate.in(), inside.id());
    ControlOrder order = done(make.approve(second, propose(gate.venue()).id()));

    assertThat(told(gate.venue().applicant(), Optional.empty()))
        .containsExactly(NotificationKind.VENUE_CONTROLLED);
    assertThat(told(app.fixtures().anAccount(), Optional.of(manager)))
        .containsExactly(NotificationKind.VENUE_CONTROLLED);
    while (app.useCases().notification().deliverNotifications().deliver(Carrier.WECHAT) > 0) {}
    while (app.useCases().notification().deliverNotifications().deliver(Carrier.SMS) > 0) {}
    assertThat(app.messages().sms())
        .filteredOn(message -> message.template().equals("control-changed"))
        .hasSize(1);

    ViewControlOrders view = app.useCases().control().viewControlOrders();
    Caller.Staff tracer = Callers.aStaffMember(app, Role.TRACER, territory);
    assertThat(done(view.listLockedIn(tracer, order.id(), PageRequest.first(10))).items())
        .singleElement()
        .satisfies(found -> assertThat(found.person()).contains(inside));
    assertThat(LoggedEvents.of(app, AuditAction.PEOPLE_LOCKED_IN_VIEWED))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.deed().subjects()).containsExactly(inside.id());
              assertThat(event.deed().reference()).contains(order.id().value().toString());
            });
  }

  @Test
  void whoAnswersForSeveralPartsShouldBeToldOnce() {
    Caller.Resident applicant = Callers.aResident(app);
    Person self = app.stores().people().find(applicant.person().orElseThrow()).orElseThrow();
    Venue mall = app.fixtures().aVenue().in(community).by(applicant.account()).add();
    Venue shop =
        app.fixtures().aVenue().in(community).within(mall.id()).by(applicant.account()).add();
    Person manager = app.fixtures().aPerson();
    for (Venue venue : List.of(mall, shop)) {
      app.fixtures().aManager(venue.id(), self, app.clock().instant());
      app.fixtures().aManager(venue.id(), manager, app.clock().instant());
    }
    done(make.approve(second, propose(mall).id()));
    assertThat(told(applicant.account(), Optional.of(self)))
        .containsExactly(NotificationKind.VENUE_CONTROLLED);
    assertThat(told(app.fixtures().anAccount(), Optional.of(manager)))
        .containsExactly(NotificationKind.VENUE_CONTROLLED);
  }

  @Test
  void liftingShouldSettleAnOpenAppeal() {
    Caller.Resident applicant = Callers.aResident(app);
    Venue venue = app.fixtures().aVenue().in(community).by(applicant.account()).add();
    ControlOrder order = done(make.approve(second, propose(venue).id()));
    AppealAgainstControl appeals = app.useCases().control().appealAgainstControl();
    ControlAppeal appeal = done(appeals.appeal(applicant, order.id(), REASON, Optional.empty()));
    done(make.lift(second, order.id(), REASON));
    assertThat(app.stores().controlAppeals().find(appeal.id()).map(ControlAppeal::status))
        .contains(ControlAppeal.Status.LIFTED);
    assertThat(denied(answers.decide(third, appeal.id(), false, REASON)))
        .isEqualTo(Denial.Plain.APPEAL_DECIDED);
    assertThat(told(applicant.account(), Optional.empty()))
        .containsExactlyInAnyOrder(
            NotificationKind.VENUE_CONTROLLED,
            NotificationKind.VENUE_CONTROLLED,
            NotificationKind.APPEAL_ANSWERED);
    assertThat(LoggedEvents.of(app, AuditAction.CONTROL_APPEAL_DECIDED)).hasSize(1);
  }

  @Test
  void aLookAtAPersonsOrderShouldBeNotedWithThePerson() {
    ControlOrder order = proposeOnPerson(SampleIdNumbers.next());
    ViewControlOrders view = app.useCases().control().viewControlOrders();
    var viewed = done(view.view(second, order.id()));
    assertThat(viewed.person()).isPresent();
    assertThat(viewed.staff()).containsKey(first.account().id());
    assertThat(view.list(second, ControlOrderFilter.ALL, PageRequest.first(10)).items())
        .singleElement()
        .satisfies(listed -> assertThat(listed.maskedPerson().orElseThrow()).contains("*"));
    assertThat(LoggedEvents.of(app, AuditAction.CONTROL_ORDER_VIEWED))
        .hasSize(2)
        .allSatisfy(
            event ->
                assertThat(event.deed().subjects())
                    .containsExactly(viewed.person().orElseThrow().id()));
  }

  @Test
  void anAppealShouldBeJudgedByAControllerWhoSignedNothing() {
    var idNumber = SampleIdNumbers.next();
    Caller.Resident resident = Callers.aResident(app, idNumber);
    ControlOrder order = done(make.approve(second, proposeOnPerson(idNumber).id()));
    AppealAgainstControl appeals = app.useCases().control().appealAgainstControl();
    assertThat(appeals.list(resident, PageRequest.first(5)).items()).hasSize(1);
    ControlAppeal appeal = done(appeals.appeal(resident, order.id(), REASON, Optional.empty()));
    assertThat(denied(appeals.appeal(resident, order.id(), REASON, Optional.empty())))
        .isEqualTo(Denial.Plain.APPEAL_OPEN);
    assertThat(denied(appeals.appeal(Callers.aResident(app), order.id(), REASON, Optional.empty())))
        .isEqualTo(Denial.Plain.NOT_FOUND);
    app.clock().advance(ofHours(25));
    assertThat(answers.list(third, ControlAppeal.Status.OPEN, PageRequest.first(5)).items())
        .singleElement()
        .satisfies(open -> assertThat(open.isOverdue(app.clock().instant())).isTrue());
    for (Caller.Staff signer : List.of(first, second)) {
      assertThat(denied(answers.decide(signer, appeal.id(), true, REASON)))
          .isIn(Denial.Plain.OWN_CONTROL_ORDER, Denial.Plain.NOT_FOUND);
    }

    ControlAppeal granted = done(answers.decide(third, appeal.id(), true, REASON));
    assertThat(granted.status()).isEqualTo(ControlAppeal.Status.UPHELD);
    assertThat(state(app.stores().controlOrders().find(order.id()).orElseThrow()))
        .isEqualTo(State.LIFTED);
    assertThat(denied(answers.decide(third, appeal.id(), false, REASON)))
        .isEqualTo(Denial.Plain.APPEAL_DECIDED);
    assertThat(told(resident.account(), resident.person().flatMap(app.stores().people()::find)))
        .containsExactlyInAnyOrder(
            NotificationKind.ADMISSION_CONTROLLED,
            NotificationKind.ADMISSION_CONTROLLED,
            NotificationKind.APPEAL_ANSWERED);
  }

  @Test
  void aDismissedAppealShouldLeaveTheOrderAsItIs() {
    Caller.Resident applicant = Callers.aResident(app);
    Venue venue = app.fixtures().aVenue().in(community).by(applicant.account()).add();
    ControlOrder order = done(make.approve(second, propose(venue).id()));
    AppealAgainstControl appeals = app.useCases().control().appealAgainstControl();
    ControlAppeal appeal = done(appeals.appeal(applicant, order.id(), REASON, Optional.empty()));
    done(answers.decide(third, appeal.id(), false, REASON));
    assertThat(state(app.stores().controlOrders().find(order.id()).orElseThrow()))
        .isEqualTo(State.ACTIVE);
    app.clock().advance(ofDays(2));
    assertThat(denied(appeals.appeal(applicant, order.id(), REASON, Optional.empty())))
        .isEqualTo(Denial.Plain.CONTROL_ORDER_NOT_ACTIVE);
  }

  @Test
  void anOrderShouldOnlyComeOfAnOpenCaseOfTheJurisdictionThatIsNoDrill() {
    ResidentIdNumber idNumber = app.fixtures().aPerson().idNumber();
    Case foreign = aCase(app.fixtures().aCommunity(), false);
    assertThat(denied(make.propose(first, keepOut(idNumber, foreign), Optional.empty())))
        .isEqualTo(Denial.Plain.NOT_FOUND);
    Case drill = aCase(community, true);
    assertThat(denied(make.propose(first, keepOut(idNumber, drill), Optional.empty())))
        .isEqualTo(Denial.Plain.ONLY_A_DRILL);
    Case open = aCase(community, false);
    var closing = new Case.Closing(app.clock().instant(), open.owner(), "样本");
    assertThat(app.stores().cases().replace(open.closed(closing))).isTrue();
    assertThat(denied(make.propose(first, keepOut(idNumber, open), Optional.empty())))
        .isEqualTo(Denial.Plain.CASE_CLOSED);
  }

  private Venue aVenue() {
    return app.fixtures().aVenue().in(community).add();
  }

  private ControlOrder propose(Venue venue) {
    return done(make.propose(first, lock(venue.id()), Optional.empty()));
  }

  private ControlOrder proposeOnPerson(ResidentIdNumber idNumber) {
    ControlOrder order =
        done(make.propose(first, keepOut(idNumber, aCase(community, false)), Optional.empty()));
    assertThat(order.target()).isInstanceOf(ControlTarget.OfPerson.class);
    return order;
  }

  private Proposal keepOut(ResidentIdNumber idNumber, Case reason) {
    return new Proposal(
        new Named.Person(idNumber),
        Optional.of(reason.id()),
        grounds(ControlRule.CLOSE_CONTACT),
        app.clock().instant().plus(ofDays(2)));
  }

  private Case aCase(DivisionCode division, boolean drill) {
    return app.fixtures().aCase(division, drill, first.account().id());
  }

  private Proposal lock(VenueId venue) {
    return new Proposal(
        new Named.Venue(venue),
        Optional.empty(),
        grounds(ControlRule.CASE_AT_VENUE),
        app.clock().instant().plus(ofDays(2)));
  }

  private static ControlGrounds grounds(ControlRule rule) {
    return new ControlGrounds(rule, REASON, Optional.empty());
  }

  private State state(ControlOrder order) {
    return order.state(app.clock().instant());
  }

  private List<NotificationKind> told(AccountId account, Optional<Person> person) {
    return app
        .stores()
        .notifications()
        .listFor(account, person.map(Person::id), app.clock().instant(), PageRequest.first(20))
        .items()
        .stream()
        .map(listed -> listed.notification().notice().kind())
        .toList();
  }

  private Caller.Staff controller(DivisionCode division) {
    return Callers.aStaffMember(app, Role.CONTROLLER, division);
  }
}
