package cn.venuepass.application.casework;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aStaffMember;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.NOT_ON_TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.application.Callers;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.cases.ContactLists;
import cn.venuepass.application.cases.ShownPerson;
import cn.venuepass.application.casework.ExportContacts.End;
import cn.venuepass.application.casework.ExportContacts.Export;
import cn.venuepass.application.casework.ExportContacts.Order;
import cn.venuepass.application.casework.ExportContacts.Purpose;
import cn.venuepass.application.casework.ExportContacts.Row;
import cn.venuepass.application.casework.ViewGraph.Graph;
import cn.venuepass.application.casework.ViewGraph.Node;
import cn.venuepass.application.casework.ViewVenueVisitors.Visitors;
import cn.venuepass.application.followup.NotifyContacts.Told;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.notification.NotificationKind;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseworkTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final DivisionCode community = fixtures.aCommunity();
  private final Caller.Staff tracer = aStaffMember(app, Role.TRACER, community);
  private final StaffId owner = tracer.account().id();
  private final Case opened = fixtures.aCase(community, owner);
  private final CaseworkUseCases casework = app.useCases().casework();

  @Test
  void theGraphShouldJoinWhoIsShown() {
    Person first = fixtures.aPerson();
    Person second = fixtures.aPerson();
    list(opened, fixtures.aContact(opened, first, 30), fixtures.aContact(opened, second, 20));
    Graph whole = done(casework.viewGraph().view(tracer, opened.id(), 10));
    assertThat(whole.nodes())
        .extracting(Node::person)
        .containsExactly(opened.index(), first.id(), second.id());
    assertThat(whole.nodes()).extracting(Node::label).containsOnly("艾**本");
    assertThat(whole.edges()).hasSize(2).allMatch(edge -> edge.from().equals(opened.index()));
    assertThat(whole.left()).isZero();
    Graph cut = done(casework.viewGraph().view(tracer, opened.id(), 1));
    assertThat(cut.edges()).hasSize(1);
    assertThat(cut.left()).isEqualTo(1);
    assertThat(LoggedEvents.of(app, AuditAction.CASE_GRAPH_VIEWED))
        .extracting(look -> look.deed().subjects().size())
        .containsExactly(3, 2);
    assertThatThrownBy(() -> casework.viewGraph().view(tracer, opened.id(), 2_001))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void anExportShouldBeWrittenDownWithItsPurposeAndPeople() {
    Person named = fixtures.aPerson();
    list(
        opened,
        fixtures.aContact(opened, named, 30),
        fixtures.aContact(opened, fixtures.aPerson(), 5));
    var filter =
        new ContactLists.Filter(
            Optional.empty(), Optional.empty(), Optional.of(10), Optional.empty());
    Export export =
        done(
            casework
                .exportContacts()
                .export(tracer, opened.id(), new Order(filter, Purpose.CALLING, false)));
    List<Row> rows = rows(export);
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).person().name()).isEqualTo("艾力样本");
    assertThat(export.mark().rows()).isEqualTo(1);
    assertThat(export.mark().by()).isEqualTo(tracer.account().username().text());
    assertThat(LoggedEvents.of(app, AuditAction.CASE_EXPORTED))
        .extracting(look -> look.deed().reference().orElseThrow())
        .containsExactly(opened.id().value() + ":CALLING:1", opened.id().value().toString());
    assertThat(LoggedEvents.of(app, AuditAction.CASE_EXPORTED).get(1).deed().subjects())
        .containsExactly(named.id());
    assertThat(LoggedEvents.of(app, AuditAction.CASE_ID_NUMBERS_EXPORTED)).isEmpty();
  }

  @Test
  void aFileShouldSayHowItEnded() {
    list(opened, fixtures.aContact(opened, fixtures.aPerson(), 30));
    var order = new Order(ContactLists.Filter.ALL, Purpose.CALLING, false);
    Export whole = done(casework.exportContacts().export(tracer, opened.id(), order));
    assertThat(whole.rows().apply(row -> {})).isEqualTo(new End(1, false));
    Export late = done(casework.exportContacts().export(tracer, opened.id(), order));
    var unused =
        fixtures.aContactList(
            opened, 2, List.of(fixtures.aContact(opened, fixtures.aPerson(), 20)));
    assertThat(late.rows().apply(row -> {})).isEqualTo(new End(1, true));
  }

  @Test
  void idNumbersShouldComeOnDemandAndNeverInADrill() {
    Person person = fixtures.aPerson();
    list(opened, fixtures.aContact(opened, person, 30));
    var order = new Order(ContactLists.Filter.ALL, Purpose.REPORT, true);
    Export export = done(casework.exportContacts().export(tracer, opened.id(), order));
    assertThat(rows(export).get(0).person().idNumber()).contains(person.idNumber());
    assertThat(LoggedEvents.of(app, AuditAction.CASE_ID_NUMBERS_EXPORTED)).hasSize(2);
    Case drill = fixtures.aCase(community, true, owner);
    list(drill, fixtures.aContact(drill, person, 30));
    Export masked = done(casework.exportContacts().export(tracer, drill.id(), order));
    assertThat(masked.mark().withIdNumbers()).isFalse();
    assertThat(rows(masked).get(0).person())
        .isEqualTo(new ShownPerson(person.id(), "艾**本", Optional.empty(), Optional.empty()));
    assertThat(LoggedEvents.of(app, AuditAction.CASE_EXPORTED)).hasSize(2);
  }

  @Test
  void visitorsShouldBeShownAsFarAsTheyMayHaveBeenThere() {
    Gate gate = fixtures.aVenue().in(community).addWithGate();
    Gate elsewhere = fixtures.aVenue().in(community).addWithGate();
    PersonId stayed = fixtures.aPerson().id();
    PersonId left = fixtures.aPerson().id();
    fixtures.scan(gate.in(), stayed);
    fixtures.scan(gate.in(), left);
    app.clock().advance(Duration.ofMinutes(30));
    fixtures.scan(elsewhere.in(), left);
    app.clock().advance(Duration.ofMinutes(30));
    Instant from = app.clock().instant();
    Visitors shown = done(visitors(tracer, gate, from, from.plusSeconds(60)));
    assertThat(shown.people()).isEqualTo(2);
    assertThat(shown.visits())
        .extracting(ViewVenueVisitors.Visitor::person)
        .containsExactly(stayed);
    assertThat(shown.visits().get(0).known().name()).isEqualTo("艾力样本");
    assertThat(LoggedEvents.of(app, AuditAction.VENUE_VISITORS_VIEWED))
        .extracting(look -> look.deed().subjects())
        .containsExactly(List.of(stayed));
    assertThatThrownBy(() -> visitors(tracer, gate, from, from.plus(Duration.ofDays(15))))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> visitors(tracer, gate, from, from)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void nobodyShouldSeeWhatIsNotTheirs() {
    Gate foreign = fixtures.aVenue().addWithGate();
    Instant now = app.clock().instant();
    assertThat(denied(visitors(tracer, foreign, now, now.plusSeconds(1)))).isEqualTo(NOT_FOUND);
    Caller.Staff stranger = aStaffMember(app, Role.TRACER, community);
    assertThat(denied(visitors(stranger, foreign, now, now.plusSeconds(1)))).isEqualTo(NOT_ON_TEAM);
    assertThat(denied(casework.viewGraph().view(stranger, opened.id(), 1))).isEqualTo(NOT_ON_TEAM);
    var order = new Order(ContactLists.Filter.ALL, Purpose.REPORT, false);
    assertThat(denied(casework.exportContacts().export(stranger, opened.id(), order)))
        .isEqualTo(NOT_ON_TEAM);
    assertThat(LoggedEvents.of(app, AuditAction.CASE_EXPORTED)).isEmpty();
  }

  @Test
  void contactsWithAnAccountShouldBeToldOnce() {
    Caller.Resident holder = Callers.aResident(app, SampleIdNumbers.next());
    Person told = app.stores().people().find(holder.person().orElseThrow()).orElseThrow();
    list(
        opened,
        fixtures.aContact(opened, told, 30),
        fixtures.aContact(opened, fixtures.aPerson(), 20));
    var notify = app.useCases().followUp().notifyContacts();
    Set<ContactGrade> sure = Set.of(ContactGrade.CERTAIN);
    assertThat(done(notify.tell(tracer, opened.id(), sure, Set.of(2))))
        .isEqualTo(new Told(0, 0, 0));
    assertThat(done(notify.tell(tracer, opened.id(), sure, Set.of(1))))
        .isEqualTo(new Told(1, 0, 1));
    assertThat(done(notify.tell(tracer, opened.id(), sure, Set.of(1))))
        .isEqualTo(new Told(0, 1, 1));
    assertThat(
            app.stores()
                .notifications()
                .listFor(
                    holder.account(), holder.person(), app.clock().instant(), PageRequest.first(9))
                .items())
        .extracting(listed -> listed.notification().notice().kind())
        .containsExactly(NotificationKind.EXPOSURE_NOTICE);
    assertThat(LoggedEvents.of(app, AuditAction.EXPOSURE_NOTICES_SENT))
        .extracting(deed -> deed.deed().subjects())
        .containsExactly(List.of(told.id()));
  }

  private Result<Visitors> visitors(Caller.Staff caller, Gate gate, Instant from, Instant to) {
    return casework
        .viewVenueVisitors()
        .view(caller, opened.id(), gate.venue().id(), from, to, PageRequest.first(9));
  }

  private void list(Case of, Contact... contacts) {
    var unused = fixtures.aContactList(of, 1, List.of(contacts));
  }

  private static List<Row> rows(Export export) {
    List<Row> rows = new ArrayList<>();
    assertThat(export.rows().apply(rows::add).moved()).isFalse();
    return rows;
  }
}
