package cn.venuepass.application.drill;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOTHING_TO_TRACE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.ONLY_A_DRILL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.drill.HoldDrills.Pace;
import cn.venuepass.application.drill.HoldDrills.Timed;
import cn.venuepass.application.followup.FollowContacts.Report;
import cn.venuepass.application.followup.FollowUps;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.drill.DrillClock.Leg;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoldDrillsTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Division territory = fixtures.aDivision(Division.Level.TERRITORY, Optional.empty());
  private final DivisionCode community =
      fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
  private final Caller.Staff supervisor = aStaffMember(app, Role.SUPERVISOR, territory.code());
  private final Caller.Staff tracer = aStaffMember(app, Role.TRACER, community);
  private final Gate gate = fixtures.aVenue().in(community).addWithGate();
  private final HoldDrills drills = app.useCases().drill().holdDrills();

  @Test
  void aDrillShouldBeTheCaseOfSomebodyWhoDoesNotExist() {
    Timed opened = open();
    Case drill = caseOf(opened);
    assertThat(drill.drill()).isTrue();
    assertThat(drill.team()).isEqualTo(Set.of(supervisor.account().id(), tracer.account().id()));
    Person index = app.stores().people().find(drill.index()).orElseThrow();
    assertThat(index.idNumber().dateOfBirth().getYear()).isLessThan(1930);
    assertThat(app.stores().accounts().hasAccount(index.id())).isFalse();
    List<Statement> told =
        app.stores().cases().statementsOf(drill.id()).stream().map(TakenStatement::told).toList();
    assertThat(told).hasSizeBetween(12, 15);
    assertThat(told)
        .allSatisfy(
            one -> {
              assertThat(one.venue()).isEqualTo(gate.venue().id());
              assertThat(one.visit()).isEmpty();
              assertThat(one.left().orElseThrow()).isBeforeOrEqualTo(app.clock().instant());
            });
    assertThat(opened.clock().listedAt()).contains(app.clock().instant());
    assertThat(LoggedEvents.of(app, AuditAction.DRILL_OPENED))
        .extracting(deed -> deed.deed().purpose())
        .containsExactly(AuditPurpose.DRILL);
  }

  @Test
  void theClockShouldTellWhenContactsWereReached() {
    List<PersonId> contacts = visitorsOfAllDays(2);
    Timed opened = open();
    assertThat(opened.clock().contacts()).isEqualTo(2);
    assertThat(opened.clock().minutes(Leg.LIST)).contains(0L);
    app.clock().advance(Duration.ofMinutes(10));
    call(opened, contacts.get(0));
    app.clock().advance(Duration.ofMinutes(5));
    assertThat(listed().clock().minutes(Leg.FIRST_CONTACT)).contains(10L);
    assertThat(listed().clock().minutes(Leg.ALL_CONTACTS)).isEmpty();
    call(opened, contacts.get(1));
    assertThat(listed().clock().minutes(Leg.ALL_CONTACTS)).contains(5L);
    assertThat(listed().clock().minutes(Leg.WHOLE)).contains(15L);
  }

  @Test
  void aDrillShouldShowNobodysNameAndTellNobody() {
    List<PersonId> contacts = visitorsOfAllDays(1);
    Timed opened = open();
    var follow = app.useCases().followUp();
    var shown =
        done(
            follow
                .followContacts()
                .list(tracer, opened.drill().of(), FollowUps.Filter.ALL, PageRequest.first(9)));
    assertThat(shown.drill()).isTrue();
    assertThat(shown.items().get(0).person().name()).isEqualTo("艾**本");
    assertThat(shown.items().get(0).person().phone()).isEmpty();
    assertThat(
            denied(
                follow
                    .notifyContacts()
                    .tell(
                        tracer, opened.drill().of(), Set.of(ContactGrade.values()), Set.of(1, 2))))
        .isEqualTo(ONLY_A_DRILL);
    assertThat(LoggedEvents.of(app, AuditAction.FOLLOW_UP_VIEWED))
        .allSatisfy(
            look -> {
              assertThat(look.deed().purpose()).isEqualTo(AuditPurpose.DRILL);
              assertThat(look.deed().subjects()).isEqualTo(contacts);
            })
        .hasSize(1);
  }

  @Test
  void aDrillShouldEndByItselfAndKeepItsClock() {
    List<PersonId> contacts = visitorsOfAllDays(1);
    Timed opened = open();
    app.clock().advance(Duration.ofMinutes(3));
    call(opened, contacts.get(0));
    assertThat(end()).isZero();
    app.clock().advance(Duration.ofHours(24).minusMinutes(3));
    assertThat(end()).isEqualTo(1);
    assertThat(caseOf(opened).isOpen()).isFalse();
    assertThat(LoggedEvents.of(app, AuditAction.DRILL_ENDED))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.actor()).isEqualTo(new Actor.OfSystem());
              assertThat(event.deed().reference()).contains(opened.drill().of().value().toString());
              assertThat(event.deed().purpose()).isEqualTo(AuditPurpose.DRILL);
            });
    Timed ended = listed();
    assertThat(ended.clock().endedAt()).contains(app.clock().instant());
    assertThat(ended.clock().minutes(Leg.WHOLE)).contains(3L);
    assertThat(end()).isZero();
  }

  @Test
  void aDrillWithoutContactsShouldWaitForNobody() {
    Timed opened = open();
    assertThat(opened.clock().contacts()).isZero();
    app.clock().advance(Duration.ofMinutes(10));
    assertThat(listed().clock().minutes(Leg.WHOLE)).contains(0L);
    assertThat(listed().clock().minutes(Leg.FIRST_CONTACT)).isEmpty();
  }

  @Test
  void aDrillShouldEndWithItsCase() {
    Timed opened = open();
    var closing = new Case.Closing(app.clock().instant(), tracer.account().id(), "样本");
    assertThat(app.stores().cases().replace(caseOf(opened).closed(closing))).isTrue();
    assertThat(end()).isEqualTo(1);
    assertThat(listed().clock().endedAt()).contains(app.clock().instant());
    assertThat(LoggedEvents.of(app, AuditAction.DRILL_ENDED)).isEmpty();
  }

  @Test
  void communitiesShouldBeComparedOverTime() {
    List<PersonId> contacts = visitorsOfAllDays(1);
    for (int minutes : List.of(30, 10, 20)) {
      Timed opened = open();
      app.clock().advance(Duration.ofMinutes(minutes));
      call(opened, contacts.get(0));
      app.clock().advance(Duration.ofHours(1));
    }
    List<Pace> compared = drills.compare(supervisor, Optional.empty());
    assertThat(compared).hasSize(1);
    assertThat(compared.get(0).drills()).isEqualTo(3);
    assertThat(compared.get(0).latest()).containsEntry(Leg.WHOLE, 20L);
    assertThat(compared.get(0).median()).containsEntry(Leg.WHOLE, 20L);
    assertThat(compared.get(0).trend()).containsEntry(Leg.WHOLE, 10L);
    assertThat(drills.compare(supervisor, Optional.of(fixtures.aCommunity()))).isEmpty();
  }

  @Test
  void nobodyShouldDrillElsewhere() {
    assertThat(denied(drills.open(tracer, fixtures.aCommunity(), none(), Optional.empty())))
        .isEqualTo(NOT_FOUND);
    Caller.Staff foreigner = aStaffMember(app, Role.TRACER, fixtures.aCommunity());
    assertThat(denied(drills.open(foreigner, community, none(), Optional.empty())))
        .isEqualTo(NOT_FOUND);
    Timed opened = open();
    assertThat(drills.list(foreigner, Optional.empty(), PageRequest.first(9)).items()).isEmpty();
    assertThat(opened.drill().community()).isEqualTo(community);
  }

  @Test
  void aDrillShouldNeedACommunityWithAVenue() {
    assertThatThrownBy(() -> drills.open(supervisor, territory.code(), none(), Optional.empty()))
        .isInstanceOf(InvalidValue.class);
    DivisionCode empty =
        fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
    assertThat(denied(drills.open(supervisor, empty, none(), Optional.empty())))
        .isEqualTo(NOTHING_TO_TRACE);
    assertThat(LoggedEvents.of(app, AuditAction.DRILL_OPENED)).isEmpty();
  }

  /** People who were at the venue in all of the last days, as far as anybody knows. */
  private List<PersonId> visitorsOfAllDays(int count) {
    List<PersonId> people = Stream.generate(() -> fixtures.aPerson().id()).limit(count).toList();
    for (int hours = 0; hours < 24 * 4; hours += 12) {
      people.forEach(person -> fixtures.scan(gate.in(), person));
      app.clock().advance(Duration.ofHours(12));
    }
    return people;
  }

  private Timed open() {
    return done(drills.open(supervisor, community, none(), Optional.empty()));
  }

  private void call(Timed drill, PersonId contact) {
    var called =
        new Report(FollowUpState.CALLED, Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(
            done(app.useCases()
                    .followUp()
                    .followContacts()
                    .note(tracer, drill.drill().of(), contact, called))
                .drill())
        .isTrue();
  }

  private Timed listed() {
    return drills.list(supervisor, Optional.of(community), PageRequest.first(1)).items().get(0);
  }

  private Case caseOf(Timed drill) {
    return app.stores()
        .cases()
        .findWithin(Jurisdiction.of(community), drill.drill().of())
        .orElseThrow();
  }

  private int end() {
    return app.useCases().drill().endDrills().end();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
