package cn.venuepass.application.followup;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.CASE_CLOSED;
import static cn.venuepass.application.Denial.Plain.CHANGED_MEANWHILE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.NOT_ON_TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.followup.FollowContacts.Assignment;
import cn.venuepass.application.followup.FollowContacts.Followed;
import cn.venuepass.application.followup.FollowContacts.Listed;
import cn.venuepass.application.followup.FollowContacts.Order;
import cn.venuepass.application.followup.FollowContacts.Report;
import cn.venuepass.application.followup.FollowContacts.Selection;
import cn.venuepass.application.followup.FollowUps.Filter;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.followup.FollowUpState;
import cn.venuepass.domain.followup.FollowUpStep;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowContactsTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final Caller.Staff tracer = aStaffMember(app, Role.TRACER, community);
  private final Caller.Staff colleague = aStaffMember(app, Role.TRACER, community);
  private final Case opened = fixtures.aCase(community, idOf(tracer), idOf(colleague));
  private final List<Person> people = Stream.generate(fixtures::aPerson).limit(3).toList();
  private final FollowContacts follow = app.useCases().followUp().followContacts();

  FollowContactsTest() {
    list(1, contact(0, 30), contact(1, 20), contact(2, 10));
  }

  @Test
  void theBestRankedThatNobodyHasShouldBeAssigned() {
    assertThat(done(assign(idOf(tracer), new Selection.Best(2))).people())
        .containsExactlyInAnyOrder(person(0), person(1));
    assertThat(done(assign(idOf(colleague), new Selection.Best(2))).people())
        .containsExactly(person(2));
    assertThat(done(assign(idOf(colleague), new Selection.Best(2))).people()).isEmpty();
    assertThat(states(Filter.inHandsOf(idOf(tracer)))).hasSize(2);
  }

  @Test
  void allOfAMemberShouldBeHandedOverWithTheirStates() {
    done(assign(idOf(tracer), new Selection.Best(2)));
    done(note(person(0), FollowUpState.NOT_REACHED));
    assertThat(done(assign(idOf(colleague), new Selection.From(idOf(tracer)))).people()).hasSize(2);
    assertThat(states(Filter.inHandsOf(idOf(colleague))))
        .containsExactlyInAnyOrder(FollowUpState.NOT_REACHED, FollowUpState.ASSIGNED);
    var given = new Order(Optional.empty(), new Selection.From(idOf(colleague)));
    done(follow.assign(tracer, opened.id(), given));
    assertThat(states(Filter.ALL))
        .containsExactlyInAnyOrder(FollowUpState.NOT_REACHED, FollowUpState.NEW, FollowUpState.NEW);
  }

  @Test
  void onlyContactsShouldComeIntoTheHandsOfTheTeam() {
    StaffId stranger = idOf(aStaffMember(app, Role.TRACER, community));
    assertThatThrownBy(() -> assign(stranger, new Selection.Best(1)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("to");
    var nobody = new Selection.Of(List.of(person(0), fixtures.aPerson().id()));
    assertThatThrownBy(() -> assign(idOf(tracer), nobody))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("personRefs");
    assertThat(states(Filter.ALL)).containsOnly(FollowUpState.NEW);
    var twice = new Selection.Of(List.of(person(0), person(0)));
    assertThat(done(assign(idOf(tracer), twice)).people()).containsExactly(person(0));
  }

  @Test
  void aContactShouldGoFromCallToRelease() {
    Instant isolated = now().minus(Duration.ofDays(1));
    done(note(person(0), FollowUpState.NOT_REACHED));
    done(note(person(0), FollowUpState.NOT_REACHED));
    done(note(person(0), FollowUpState.CALLED));
    done(
        follow.note(
            tracer,
            opened.id(),
            person(0),
            new Report(
                FollowUpState.ISOLATED, Optional.of("在家"), Optional.of(isolated), Optional.of(3))));
    Followed still = done(note(person(0), FollowUpState.NOT_REACHED));
    assertThat(still.followUp().state()).isEqualTo(FollowUpState.ISOLATED);
    assertThat(still.followUp().notReached()).isEqualTo(3);
    assertThat(app.stores().followUps().isolated(opened.id()))
        .isEqualTo(Map.of(person(0), isolated));
    assertThat(done(note(person(0), FollowUpState.RELEASED)).followUp().isolatedAt())
        .contains(isolated);
    var history = done(follow.view(tracer, opened.id(), person(0)));
    assertThat(history.steps())
        .extracting(FollowUpStep::told)
        .containsExactly(
            FollowUpState.NOT_REACHED,
            FollowUpState.NOT_REACHED,
            FollowUpState.CALLED,
            FollowUpState.ISOLATED,
            FollowUpState.NOT_REACHED,
            FollowUpState.RELEASED);
    assertThat(history.steps().get(3).note()).contains("在家");
    assertThat(done(follow.count(tracer, opened.id())).counts())
        .isEqualTo(Map.of(FollowUpState.RELEASED, 1, FollowUpState.NEW, 2));
  }

  @Test
  void aStepFromWhatIsPastShouldBeDenied() {
    done(note(person(0), FollowUpState.CALLED));
    var late =
        new Report(FollowUpState.RELEASED, Optional.empty(), Optional.empty(), Optional.of(0));
    assertThat(denied(follow.note(tracer, opened.id(), person(0), late)))
        .isEqualTo(CHANGED_MEANWHILE);
    assertThat(states(Filter.ALL)).contains(FollowUpState.CALLED);
  }

  @Test
  void timesShouldBeThoseOfTheCase() {
    for (Instant at : List.of(now().plusSeconds(1), opened.openedAt().minusSeconds(1))) {
      assertThatThrownBy(() -> note(person(0), FollowUpState.CALLED, at))
          .isInstanceOf(InvalidValue.class);
    }
    Instant before = opened.openedAt().minus(Duration.ofDays(60));
    done(note(person(0), FollowUpState.ISOLATED, before));
    assertThatThrownBy(() -> note(person(0), FollowUpState.ISOLATED, before.minusSeconds(1)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void whoComesBackIntoTheListShouldHaveWhatTheyHad() {
    done(note(person(1), FollowUpState.CALLED));
    list(2, contact(0, 30));
    List<Listed> without = listed(Filter.ALL);
    assertThat(without).hasSize(2);
    assertThat(without.get(1).tended().standing()).isEmpty();
    done(note(person(1), FollowUpState.ISOLATED));
    list(3, contact(1, 5));
    assertThat(states(Filter.ALL)).containsExactly(FollowUpState.ISOLATED);
  }

  @Test
  void theDailyListShouldComeInPagesAndBeWrittenDown() {
    done(note(person(0), FollowUpState.CALLED));
    List<PersonId> read = new ArrayList<>();
    var request = PageRequest.first(1);
    FollowContacts.Listing page;
    do {
      page = done(follow.list(tracer, opened.id(), Filter.ALL, request));
      page.items().forEach(one -> read.add(one.tended().followUp().person()));
      request = new PageRequest(1, page.next());
    } while (page.next().isPresent());
    assertThat(read).containsExactly(person(1), person(2), person(0));
    assertThat(LoggedEvents.of(app, AuditAction.FOLLOW_UP_VIEWED))
        .extracting(look -> look.deed().subjects())
        .containsExactly(List.of(person(1)), List.of(person(2)), List.of(person(0)));
    assertThat(LoggedEvents.of(app, AuditAction.FOLLOW_UP_VIEWED))
        .allSatisfy(
            look -> {
              assertThat(look.deed().purpose()).isEqualTo(AuditPurpose.TRACING);
              assertThat(look.deed().reference()).contains(opened.id().value().toString());
            });
    assertThat(LoggedEvents.of(app, AuditAction.FOLLOW_UP_NOTED)).hasSize(1);
  }

  @Test
  void nobodyElseShouldWorkOnIt() {
    Caller.Staff stranger = aStaffMember(app, Role.TRACER, community);
    Caller.Staff foreigner = aStaffMember(app, Role.TRACER, fixtures.aCommunity());
    assertThat(denied(follow.list(stranger, opened.id(), Filter.ALL, PageRequest.first(1))))
        .isEqualTo(NOT_ON_TEAM);
    assertThat(denied(follow.list(foreigner, opened.id(), Filter.ALL, PageRequest.first(1))))
        .isEqualTo(NOT_FOUND);
    assertThat(denied(follow.view(tracer, opened.id(), fixtures.aPerson().id())))
        .isEqualTo(NOT_FOUND);
    assertThat(
            app.stores()
                .cases()
                .replace(opened.closed(new Case.Closing(now(), idOf(tracer), "样本"))))
        .isTrue();
    assertThat(denied(note(person(0), FollowUpState.CALLED))).isEqualTo(CASE_CLOSED);
    assertThat(LoggedEvents.of(app, AuditAction.FOLLOW_UP_VIEWED)).isEmpty();
  }

  private Result<Assignment> assign(StaffId to, Selection which) {
    return follow.assign(tracer, opened.id(), new Order(Optional.of(to), which));
  }

  private Result<Followed> note(PersonId person, FollowUpState told) {
    return follow.note(
        tracer,
        opened.id(),
        person,
        new Report(told, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private Result<Followed> note(PersonId person, FollowUpState told, Instant at) {
    return follow.note(
        tracer,
        opened.id(),
        person,
        new Report(told, Optional.empty(), Optional.of(at), Optional.empty()));
  }

  private List<FollowUpState> states(Filter filter) {
    return listed(filter).stream().map(one -> one.tended().followUp().state()).toList();
  }

  private List<Listed> listed(Filter filter) {
    return done(follow.list(tracer, opened.id(), filter, PageRequest.first(9))).items();
  }

  private void list(int revision, Contact... contacts) {
    var unused = fixtures.aContactList(opened, revision, List.of(contacts));
  }

  private Contact contact(int number, int minutes) {
    return fixtures.aContact(opened, people.get(number), minutes);
  }

  private PersonId person(int number) {
    return people.get(number).id();
  }

  private Instant now() {
    return app.clock().instant();
  }

  private static StaffId idOf(Caller.Staff staff) {
    return staff.account().id();
  }
}
