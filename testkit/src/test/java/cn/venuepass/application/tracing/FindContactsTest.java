package cn.venuepass.application.tracing;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Overlap;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.tracing.TraceParameters;
import cn.venuepass.domain.tracing.TracedStay;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Stay;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindContactsTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final FindContacts finding = app.useCases().tracing().findContacts();
  private final DivisionCode territory =
      fixtures.aDivision(Division.Level.TERRITORY, Optional.empty()).code();
  private final DivisionCode community =
      fixtures.aDivision(Division.Level.COMMUNITY, Optional.of(territory)).code();
  private final Gate gate = fixtures.aVenue().in(community).trackingExits().addWithGate();
  private final PersonId index = fixtures.aPerson().id();
  private final PersonId other = fixtures.aPerson().id();
  private final Instant start = app.clock().instant();

  @Test
  void whoWasThereAtTheSameTimeShouldBeACertainContact() {
    enter(gate, index);
    minutesPass(5);
    enter(gate, other);
    minutesPass(10);
    leave(gate, index);
    minutesPass(30);
    leave(gate, other);
    assertThat(trace().contacts())
        .containsExactly(
            new Contact(
                other,
                1,
                ContactGrade.CERTAIN,
                List.of(
                    new Overlap(
                        index,
                        gate.venue().id(),
                        gate.venue().details().name(),
                        minute(5),
                        minute(15),
                        10,
                        ContactGrade.CERTAIN,
                        true,
                        false)),
                10,
                false,
                1_000));
  }

  @Test
  void whoForgotToLeaveShouldBeAContactToo() {
    enter(gate, other);
    minutesPass(90);
    enter(gate, index);
    minutesPass(20);
    leave(gate, index);
    assertThat(trace().contacts())
        .extracting(Contact::person, Contact::grade)
        .containsExactly(tuple(other, ContactGrade.PROBABLE));
  }

  @Test
  void peopleInTwoShopsOfOneMallShouldMeetInTheMall() {
    Gate mall = fixtures.aVenue().in(community).addWithGate();
    Gate one = shopOf(mall);
    Gate two = shopOf(mall);
    together(one, index, two, other, 20);
    assertThat(trace().contacts())
        .singleElement()
        .satisfies(
            contact -> {
              Overlap overlap = contact.overlaps().get(0);
              assertThat(overlap.venue()).isEqualTo(mall.venue().id());
              assertThat(overlap.nearby()).isFalse();
              assertThat(contact.risk()).isEqualTo(1_000);
            });
  }

  @Test
  void theSameShopShouldBeToldInsteadOfTheMallAroundIt() {
    Gate mall = fixtures.aVenue().in(community).addWithGate();
    Gate shop = shopOf(mall);
    enter(mall, index);
    enter(mall, other);
    minutesPass(1);
    together(shop, index, shop, other, 20);
    assertThat(trace().contacts().get(0).overlaps())
        .extracting(Overlap::venue)
        .contains(shop.venue().id());
  }

  @Test
  void whoWorksThereShouldBeMarked() {
    together(gate, index, gate, other, 20);
    work(gate.venue().id(), other, start.plus(ofMinutes(1)));
    assertThat(trace().contacts()).extracting(Contact::staff).containsExactly(false);
    work(gate.venue().id(), other, start);
    assertThat(trace().contacts()).extracting(Contact::staff).containsExactly(true);
  }

  @Test
  void venuesElsewhereShouldNotBeLookedAt() {
    Gate foreign = fixtures.aVenue().trackingExits().addWithGate();
    together(foreign, index, foreign, other, 20);
    assertThat(trace().contacts()).isEmpty();
    Trajectory trajectory = trajectory(List.of());
    assertThat(trajectory.stays()).isEmpty();
    assertThat(trajectory.outside()).isEqualTo(1);
  }

  @Test
  void nothingAfterTheIsolationShouldCount() {
    together(gate, index, gate, other, 20);
    TraceQuestion open = question(TraceParameters.DEFAULT, List.of(), Map.of());
    var isolated =
        new TraceQuestion(
            index,
            open.from(),
            Optional.of(minute(9)),
            territory,
            open.parameters(),
            List.of(),
            Map.of(),
            true,
            open.now());
    assertThat(finding.trace(isolated).contacts()).isEmpty();
  }

  @Test
  void contactsOfContactsShouldBeFoundUntilTheirIsolation() {
    PersonId third = fixtures.aPerson().id();
    Gate next = fixtures.aVenue().in(community).trackingExits().addWithGate();
    together(gate, index, gate, other, 20);
    minutesPass(60);
    together(next, other, next, third, 30);
    assertThat(trace().contacts())
        .extracting(Contact::person, Contact::ring)
        .containsExactly(tuple(other, 1), tuple(third, 2));
    assertThat(trace().contacts().get(1).overlaps().get(0).via()).isEqualTo(other);
    assertThat(
            finding
                .trace(question(TraceParameters.DEFAULT, List.of(), Map.of(other, minute(80))))
                .contacts())
        .extracting(Contact::person)
        .containsExactly(other);
  }

  @Test
  void onlyTheRiskiestShouldBeKeptAndTheOthersCounted() {
    PersonId brief = fixtures.aPerson().id();
    enter(gate, index);
    enter(gate, other);
    minutesPass(30);
    enter(gate, brief);
    minutesPass(15);
    leave(gate, index);
    leave(gate, other);
    leave(gate, brief);
    Trace trace =
        finding.trace(question(parameters(ContactGrade.POSSIBLE, 1, 1), List.of(), Map.of()));
    assertThat(trace.contacts()).extracting(Contact::person).containsExactly(other);
    assertThat(trace.left()).isEqualTo(new Trace.Left(1, 0));
  }

  @Test
  void sourcesThatAreNotFollowedShouldBeCounted() {
    PersonId brief = fixtures.aPerson().id();
    enter(gate, index);
    enter(gate, other);
    enter(gate, brief);
    minutesPass(30);
    leave(gate, index);
    leave(gate, other);
    leave(gate, brief);
    Trace trace =
        finding.trace(question(parameters(ContactGrade.CERTAIN, 1, 10), List.of(), Map.of()));
    assertThat(trace.contacts()).hasSize(2);
    assertThat(trace.sourcesLeft()).isEqualTo(1);
  }

  @Test
  void aStatementShouldStandBesideTheScans() {
    VisitId visit = enter(gate, index);
    app.clock().advance(ofDays(2));
    Statement left = statement(gate, Optional.of(visit), Optional.empty(), Optional.of(minute(45)));
    TracedStay stay = trajectory(List.of(left)).stays().get(0);
    assertThat(stay.scanned().orElseThrow().exit().likely().at()).isEqualTo(minute(120));
    assertThat(stay.stay().exit().likely())
        .isEqualTo(new Stay.Bound(minute(45), Stay.Source.STATED));
    assertThat(stay.stay().exit().latest()).isEqualTo(stay.scanned().get().exit().latest());
    assertThat(stay.statements()).containsExactly(left.id());
  }

  @Test
  void aStatementShouldNotMoveWhatWasObserved() {
    VisitId visit = enter(gate, index);
    minutesPass(30);
    leave(gate, index);
    Statement told =
        statement(gate, Optional.of(visit), Optional.of(minute(10)), Optional.of(minute(45)));
    TracedStay stay = trajectory(List.of(told)).stays().get(0);
    assertThat(stay.stay()).isEqualTo(stay.scanned().orElseThrow());
  }

  @Test
  void aStayThatNobodyScannedShouldBeProbable() {
    enter(gate, other);
    minutesPass(60);
    leave(gate, other);
    Statement told =
        statement(gate, Optional.empty(), Optional.of(minute(10)), Optional.of(minute(30)));
    assertThat(finding.trace(question(TraceParameters.DEFAULT, List.of(told), Map.of())).contacts())
        .extracting(Contact::grade, Contact::totalMinutes)
        .containsExactly(tuple(ContactGrade.PROBABLE, 20));
    assertThat(trajectory(List.of(told)).stays())
        .singleElement()
        .satisfies(stay -> assertThat(stay.scanned()).isEmpty());
  }

  private Trace trace() {
    return finding.trace(question(TraceParameters.DEFAULT, List.of(), Map.of()));
  }

  private TraceQuestion question(
      TraceParameters parameters, List<Statement> statements, Map<PersonId, Instant> isolated) {
    return new TraceQuestion(
        index,
        start.minus(ofDays(4)),
        Optional.empty(),
        territory,
        parameters,
        statements,
        isolated,
        true,
        app.clock().instant());
  }

  private static TraceParameters parameters(ContactGrade grade, int sources, int most) {
    return new TraceParameters(1, ofMinutes(10), ofDays(4), Map.of(), Set.of(grade), sources, most);
  }

  private Trajectory trajectory(List<Statement> statements) {
    Instant now = app.clock().instant();
    return finding.trajectory(
        index, new Interval(start.minus(ofHours(1)), now), territory, statements, now);
  }

  private Statement statement(
      Gate place, Optional<VisitId> visit, Optional<Instant> entered, Optional<Instant> left) {
    return new Statement(
        new StatementId(UUID.randomUUID()),
        index,
        place.venue().id(),
        visit,
        entered,
        left,
        Optional.empty(),
        new StaffId(UUID.randomUUID()),
        app.clock().instant());
  }

  private Gate shopOf(Gate mall) {
    return fixtures
        .aVenue()
        .in(community)
        .by(mall.venue().applicant())
        .within(mall.venue().id())
        .trackingExits()
        .addWithGate();
  }

  private void work(VenueId venue, PersonId person, Instant since) {
    app.stores()
        .rosters()
        .listOf(venue)
        .forEach(
            entry -> assertThat(app.stores().rosters().end(venue, entry.id(), start)).isTrue());
    var entry =
        new RosterEntry(
            new RosterEntryId(UUID.randomUUID()),
            venue,
            person,
            new PersonName("古丽样本"),
            "6590**********1234",
            since,
            Optional.empty());
    assertThat(app.stores().rosters().add(entry)).isTrue();
  }

  private void together(Gate one, PersonId first, Gate two, PersonId second, int minutes) {
    enter(one, first);
    enter(two, second);
    minutesPass(minutes);
    leave(one, first);
    leave(two, second);
  }

  private VisitId enter(Gate place, PersonId person) {
    return fixtures.scan(place.in(), person).visit().orElseThrow();
  }

  private void leave(Gate place, PersonId person) {
    assertThat(fixtures.scan(place.out(), person).visit()).isPresent();
  }

  private void minutesPass(int minutes) {
    app.clock().advance(ofMinutes(minutes));
  }

  private Instant minute(int minute) {
    return start.plus(ofMinutes(minute));
  }
}
