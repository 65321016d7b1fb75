package cn.venuepass.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Days;
import cn.venuepass.application.Stores;
import cn.venuepass.application.posterlife.PosterDays;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.retention.RetentionReport.Line;
import cn.venuepass.domain.access.Session;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.ContactChange;
import cn.venuepass.domain.cases.ContactChange.Standing;
import cn.venuepass.domain.cases.Revision;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlAppealId;
import cn.venuepass.domain.control.ControlNote;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.gate.DeviceId;
import cn.venuepass.domain.gate.SequenceNumber;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.InspectionStep;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.pass.PaperPass;
import cn.venuepass.domain.pass.PaperPassId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.photo.Photo;
import cn.venuepass.domain.photo.PhotoId;
import cn.venuepass.domain.photo.PhotoKey;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.retention.RetentionHold;
import cn.venuepass.domain.retention.RetentionHoldId;
import cn.venuepass.domain.tracing.Contact;
import cn.venuepass.domain.tracing.ContactGrade;
import cn.venuepass.domain.tracing.Interval;
import cn.venuepass.domain.tracing.Overlap;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a purge does to rows that only databases have; each test has a database of its own. */
interface PurgeContract {
  RetentionLimits LIMITS = RetentionLimits.DEFAULT;
  Duration MILLISECOND = Duration.ofMillis(1);
  Duration DAY = Duration.ofDays(1);
  Duration TWO_YEARS = Duration.ofDays(730);

  /** A database for this test alone. */
  Database database();

  MovableClock clock();

  @Test
  default void aSessionShouldGoAfterItsEnd() {
    Session ended = aSession(DAY.multipliedBy(60));
    Session open = aSession(DAY.multipliedBy(60));
    stores().sessions().end(ended.id(), clock().instant());
    shouldGoAfter(LIMITS.sessions(), "session", "id", ended.id().value());
    assertThat(count("session", "id", open.id().value())).isEqualTo(1);
  }

  @Test
  default void aSessionShouldGoAfterItExpired() {
    Session session = aSession(DAY);
    shouldGoAfter(LIMITS.sessions().plus(DAY), "session", "id", session.id().value());
  }

  @Test
  default void anIdempotencyKeyShouldGoAfterADay() {
    AccountId owner = fixtures().anAccount();
    var key = new CreationKey(owner, "scope", "key");
    UUID created = stores().creationLog().idFor(key, UUID.randomUUID(), clock().instant());
    assertThat(created).isNotNull();
    shouldGoAfter(LIMITS.creations(), "creation", "owner_id", owner.value());
  }

  @Test
  default void aRevokedPassShouldGoAndAGoodOneStay() {
    PersonId person = fixtures().aPerson().id();
    PaperPassId revoked = issue(person);
    PaperPassId good = issue(person);
    shouldGoAfter(LIMITS.visits(), "paper_pass", "id", revoked.value());
    assertThat(stores().paperPasses().findGood(person).map(PaperPass::id)).contains(good);
  }

  @Test
  default void anEndedRosterEntryShouldGoAndACurrentOneStay() {
    VenueId venue = fixtures().aVenue().add().id();
    RosterEntryId ended = hire(venue);
    RosterEntryId current = hire(venue);
    assertThat(stores().rosters().end(venue, ended, clock().instant())).isTrue();
    shouldGoAfter(LIMITS.visits(), "roster_entry", "id", ended.value());
    assertThat(stores().rosters().find(venue, current)).isPresent();
  }

  @Test
  default void aDeviceShouldGoWhenItWasNotSeenForLong() {
    VenueId venue = fixtures().aVenue().add().id();
    stores()
        .gateDevices()
        .received(venue, new DeviceId("gate-1"), List.of(new SequenceNumber(1)), clock().instant());
    shouldGoAfter(LIMITS.devices(), "gate_device", "venue_id", venue.value());
  }

  @Test
  default void countsAndWarningsShouldBeKeptForMoreThanAYear() {
    Poster poster = fixtures().aVenue().addWithGate().in();
    fixtures().scan(poster, fixtures().aPerson().id());
    stores().posterDays().recount(Days.of(clock().instant()));
    PosterWarning warning = warn(poster);
    clock().advance(PosterDays.KEPT);
    assertThat(purge()).isNotEmpty();
    assertThat(count("poster_day", "poster_id", poster.id().value())).isEqualTo(1);
    assertThat(count("poster_warning", "id", warning.id().value())).isEqualTo(1);
    clock().advance(MILLISECOND);
    assertThat(purge()).isNotEmpty();
    assertThat(count("poster_day", "poster_id", poster.id().value())).isZero();
    assertThat(count("poster_warning", "id", warning.id().value())).isZero();
  }

  @Test
  default void aDoubtShouldGoWithItsVisit() {
    Poster poster = fixtures().aVenue().addWithGate().in();
    PersonId held = fixtures().aPerson().id();
    fixtures().scan(poster, held);
    fixtures().scan(poster, fixtures().aPerson().id());
    PosterWarning warning = warn(poster);
    assertThat(count("visit_doubt", "warning_id", warning.id().value())).isEqualTo(2);
    RetentionHold hold = hold(held);
    clock().advance(DAY.multipliedBy(60));
    assertThat(purge()).isNotEmpty();
    assertThat(count("visit_doubt", "warning_id", warning.id().value())).isEqualTo(1);
    stores().retentionHolds().release(hold.id(), clock().instant());
    assertThat(purge()).isNotEmpty();
    assertThat(count("visit_doubt", "warning_id", warning.id().value())).isZero();
  }

  @Test
  default void contactsOfAClosedCaseShouldGoWithTheVisitsAndTheCaseLater() {
    Case closing = fixtures().aCase(fixtures().aCommunity());
    Case open = fixtures().aCase(fixtures().aCommunity());
    PersonId contact = fixtures().aPerson().id();
    for (Case of : List.of(closing, open)) {
      list(of, contact);
    }
    clock().advance(DAY);
    Case closed = closing.closed(new Case.Closing(clock().instant(), closing.owner(), "结案"));
    assertThat(stores().cases().replace(closed)).isTrue();
    clock().advance(LIMITS.visits());
    assertThat(purge()).isNotEmpty();
    assertThat(count("case_contact", "case_id", closing.id().value())).isEqualTo(1);
    clock().advance(MILLISECOND);
    assertThat(purge()).isNotEmpty();
    for (String table : List.of("case_contact", "case_overlap", "case_change", "case_statement")) {
      assertThat(count(table, "case_id", closing.id().value())).as(table).isZero();
      assertThat(count(table, "case_id", open.id().value())).as(table).isEqualTo(1);
    }
    assertThat(count("case_revision", "case_id", closing.id().value())).isEqualTo(1);
    clock().advance(DAY.multipliedBy(3 * 365));
    assertThat(purge()).isNotEmpty();
    assertThat(count("trace_case", "id", closing.id().value())).isZero();
    assertThat(count("case_revision", "case_id", closing.id().value())).isZero();
    assertThat(count("trace_case", "id", open.id().value())).isEqualTo(1);
    assertThat(stores().people().find(contact)).isPresent();
    assertThat(stores().people().find(closing.index())).isPresent();
    clock().advance(DAY.multipliedBy(2));
    assertThat(purge()).isNotEmpty();
    assertThat(stores().people().find(contact)).isPresent();
    assertThat(stores().people().find(closing.index())).isEmpty();
  }

  private void list(Case of, PersonId person) {
    Instant now = clock().instant();
    var overlap =
        new Overlap(
            of.index(),
            new VenueId(UUID.randomUUID()),
            new VenueName("塔里木宾馆"),
            now.minusSeconds(600),
            now,
            10,
            ContactGrade.CERTAIN,
            true,
            false);
    var contact = new Contact(person, 1, ContactGrade.CERTAIN, List.of(overlap), 10, false, 10);
    var change =
        new ContactChange(
            person, Optional.empty(), Optional.of(new Standing(1, ContactGrade.CERTAIN)));
    var revision =
        new Revision(
            of.id(),
            1,
            now,
            Set.of(Revision.Cause.OPENED),
            1,
            new Interval(now.minus(DAY), now),
            new Revision.RingCounts(1, 0),
            new Revision.RingCounts(0, 0),
            0,
            0,
            Revision.Basis.of(of, 0, Map.of()));
    assertThat(stores().contactLists().add(revision, List.of(contact), List.of(change))).isTrue();
    var told =
        new Statement(
            new StatementId(UUID.randomUUID()),
            person,
            overlap.venue(),
            Optional.empty(),
            Optional.of(overlap.from()),
            Optional.of(overlap.to()),
            Optional.empty(),
            of.owner(),
            now);
    assertThat(stores().cases().addStatement(of.id(), told)).isTrue();
  }

  private PosterWarning warn(Poster poster) {
    Instant now = clock().instant();
    var warning =
        new PosterWarning(
            new PosterWarningId(UUID.randomUUID()),
            poster.id(),
            poster.venue(),
            Doubt.Kind.BURST,
            now,
            now.plus(DAY),
            1,
            now,
            now,
            Optional.empty());
    stores()
        .posterWarnings()
        .store(
            warning,
            stores().posterScans().listOf(poster.venue(), poster.id(), now, now.plus(DAY)));
    return warning;
  }

  @Test
  default void aSettledInspectionShouldGoWithAllItsPartsAndAnOpenOneStay() {
    Premises premises = Premises.of(fixtures().aVenue().add());
    Inspection settled = fixtures().anInspection(premises, Optional.empty());
    Inspection open = fixtures().anInspection(premises, Optional.of(clock().instant().plus(DAY)));
    shouldGoAfter(TWO_YEARS, "inspection", "id", settled.id().value());
    assertThat(count("inspection_finding", "inspection_id", settled.id().value())).isZero();
    assertThat(count("inspection_step", "inspection_id", settled.id().value())).isZero();
    assertThat(stores().inspections().find(open.id())).contains(open);
  }

  @Test
  default void aControlOrderShouldGoSomeTimeAfterItsEndWithAllThatHangsOnIt() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId inside = fixtures().aPerson().id();
    PersonId kept = fixtures().aPerson().id();
    fixtures().scan(gate.in(), inside);
    var venue = new ControlTarget.OfVenue(gate.venue().id());
    ControlOrder order = fixtures().anOrder(venue);
    ControlOrder onPerson = fixtures().anOrder(new ControlTarget.OfPerson(kept));
    assertThat(
            stores().controlOrders().keepLockedIn(order.id(), gate.venue().id(), clock().instant()))
        .isEqualTo(1);
    var appeal =
        new ControlAppeal(
            new ControlAppealId(UUID.randomUUID()),
            order.id(),
            fixtures().anAccount(),
            new ControlNote("样本"),
            clock().instant(),
            Optional.empty());
    assertThat(stores().controlAppeals().add(appeal)).isTrue();
    RetentionHold hold = hold(kept);
    fixtures().lift(order);
    shouldGoAfter(LIMITS.visits(), "control_order", "id", order.id().value());
    assertThat(count("control_locked_in", "order_id", order.id().value())).isZero();
    assertThat(count("control_appeal", "order_id", order.id().value())).isZero();

    clock().advance(DAY.multipliedBy(2));
    assertThat(held(purge(), "control_order")).isEqualTo(1);
    assertThat(stores().controlOrders().find(onPerson.id())).contains(onPerson);
    assertThat(stores().people().find(kept)).isPresent();
    stores().retentionHolds().release(hold.id(), clock().instant());
    assertThat(purge()).isNotEmpty();
    assertThat(stores().controlOrders().find(onPerson.id())).isEmpty();
  }

  @Test
  default void aPersonUnderAnOrderShouldNotBeForgotten() {
    PersonId person = fixtures().aPerson().id();
    ControlOrder order = fixtures().anOrder(new ControlTarget.OfPerson(person));
    assertThat(purge()).isNotEmpty();
    clock().advance(DAY.multipliedBy(2));
    assertThat(purge()).isNotEmpty();
    assertThat(stores().controlOrders().find(order.id())).isPresent();
    assertThat(stores().people().find(person)).isPresent();
  }

  @Test
  default void aPhotoShouldGoBeforeItsInspection() {
    Premises premises = Premises.of(fixtures().aVenue().add());
    Inspection inspection = fixtures().anInspection(premises, Optional.empty());
    var photo =
        new Photo(
            new PhotoId(UUID.randomUUID()),
            inspection.id(),
            UUID.randomUUID(),
            InspectionStep.By.SUPERVISOR,
            clock().instant());
    assertThat(stores().photos().add(photo, PhotoKey.fresh(new SecureRandom()))).isTrue();
    shouldGoAfter(DAY.multipliedBy(180), "inspection_photo", "id", photo.id().value());
    assertThat(stores().inspections().find(inspection.id())).contains(inspection);
  }

  @Test
  default void presenceShouldStayWhileThePersonCanBeInside() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    Duration stay = DAY;
    shouldGoAfter(LIMITS.visits().plus(stay), "presence", "person_id", person.value());
  }

  @Test
  default void companionsShouldGoWithTheVisits() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId leader = fixtures().aPerson().id();
    enterTogether(gate, leader, fixtures().aPerson().id());
    shouldGoAfter(LIMITS.visits(), "scan_companion", "person_id", leader.value());
  }

  @Test
  default void aHoldOfAPersonShouldKeepEverythingThatLeadsToThePerson() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId leader = fixtures().aPerson().id();
    PersonId held = fixtures().aPerson().id();
    PersonId stranger = fixtures().aPerson().id();
    enterTogether(gate, leader, held);
    fixtures().scan(gate.in(), stranger);
    RetentionHold hold = hold(held);
    clock().advance(DAY.multipliedBy(60));
    List<Line> lines = purge();
    assertThat(held(lines, "presence")).isEqualTo(1);
    assertThat(held(lines, "visit")).isEqualTo(1);
    assertThat(held(lines, "scan_companion")).isEqualTo(1);
    assertThat(count("presence", "person_id", held.value())).isEqualTo(1);
    assertThat(count("visit", "person_id", held.value())).isEqualTo(1);
    assertThat(count("scan_companion", "companion_id", held.value())).isEqualTo(1);
    assertThat(count("presence", "person_id", stranger.value())).isZero();
    assertThat(count("visit", "person_id", leader.value())).isZero();
    clock().advance(DAY);
    assertThat(purge()).isNotEmpty();
    assertThat(stores().people().find(stranger)).isEmpty();
    assertThat(stores().people().find(leader)).as("named by the companion's row").isPresent();
    assertThat(stores().people().find(held)).isPresent();
    stores().retentionHolds().release(hold.id(), clock().instant());
    assertThat(purge()).isNotEmpty();
    assertThat(count("visit", "person_id", held.value())).isZero();
    assertThat(count("presence", "person_id", held.value())).isZero();
    assertThat(count("scan_companion", "companion_id", held.value())).isZero();
  }

  @Test
  default void aHeldPersonShouldStayEvenIfNothingElseIsKnown() {
    PersonId held = fixtures().aPerson().id();
    PersonId other = fixtures().aPerson().id();
    RetentionHold hold = hold(held);
    assertThat(purge()).isNotEmpty();
    clock().advance(DAY);
    assertThat(held(purge(), "person")).isEqualTo(1);
    assertThat(stores().people().find(other)).isEmpty();
    assertThat(stores().people().find(held)).isPresent();
    stores().retentionHolds().release(hold.id(), clock().instant());
    assertThat(purge()).isNotEmpty();
    assertThat(stores().people().find(held)).isEmpty();
  }

  @Test
  default void peopleShouldGoADayAfterNothingRefersToThem() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    Person wanted = fixtures().aPerson();
    fixtures().scan(gate.in(), person);
    clock().advance(DAY.multipliedBy(36));
    assertThat(purge()).isNotEmpty();
    clock().advance(DAY.minus(MILLISECOND));
    assertThat(purge()).isNotEmpty();
    assertThat(stores().people().find(person)).isPresent();
    clock().advance(MILLISECOND);
    assertThat(stores().people().findByIdNumber(wanted.idNumber())).contains(wanted.id());
    assertThat(purge()).isNotEmpty();
    assertThat(stores().people().find(person)).isEmpty();
    assertThat(stores().people().find(wanted.id())).isPresent();
  }

  default Stores stores() {
    return database().stores(TestFields.FIELDS, UUID::randomUUID);
  }

  default StoreFixtures fixtures() {
    return new StoreFixtures(stores(), clock());
  }

  default List<Line> purge() {
    List<Line> lines = new ArrayList<>();
    stores().dataPurge().purge(LIMITS, clock().instant(), lines::add);
    return lines;
  }

  private void shouldGoAfter(Duration limit, String table, String column, UUID value) {
    clock().advance(limit);
    assertThat(purge()).isNotEmpty();
    assertThat(count(table, column, value)).isEqualTo(1);
    clock().advance(MILLISECOND);
    assertThat(purge())
        .filteredOn(line -> line.table().equals(table))
        .extracting(Line::deleted)
        .containsExactly(1L);
    assertThat(count(table, column, value)).isZero();
  }

  private long count(String table, String column, UUID value) {
    return database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM %s WHERE %s = :value".formatted(table, column))
                    .bind("value", value)
                    .mapTo(Long.class)
                    .one());
  }

  private static long held(List<Line> lines, String table) {
    return lines.stream().filter(line -> line.table().equals(table)).mapToLong(Line::held).sum();
  }

  private Session aSession(Duration life) {
    var session =
        new Session(
            new SessionId(UUID.randomUUID()),
            new Session.Subject.OfAccount(fixtures().anAccount()),
            clock().instant().plus(life));
    stores().sessions().add(session, "secret");
    return session;
  }

  private PaperPassId issue(PersonId person) {
    var id = new PaperPassId(UUID.randomUUID());
    stores()
        .paperPasses()
        .issue(PaperPass.issued(id, person, fixtures().anAccount(), clock().instant()));
    return id;
  }

  private RosterEntryId hire(VenueId venue) {
    Person person = fixtures().aPerson();
    var entry =
        new RosterEntry(
            new RosterEntryId(UUID.randomUUID()),
            venue,
            person.id(),
            new PersonName("古丽样本"),
            person.idNumber().masked(),
            clock().instant(),
            Optional.empty());
    assertThat(stores().rosters().add(entry)).isTrue();
    return entry.id();
  }

  private void enterTogether(Gate gate, PersonId leader, PersonId companion) {
    var along =
        new Companion(new FamilyLinkId(UUID.randomUUID()), companion, fixtures().anAccount());
    var target = new ScanTarget.AtPoster(gate.in().id());
    Scan scan =
        Scan.ofPoster(fixtures().aScanId(), leader, target, clock().instant()).with(List.of(along));
    assertThat(stores().visitLedger().apply(scan)).isPresent();
  }

  private RetentionHold hold(PersonId person) {
    Instant now = clock().instant();
    var hold =
        new RetentionHold(
            new RetentionHoldId(UUID.randomUUID()),
            UUID.randomUUID(),
            Optional.of(person),
            Optional.empty(),
            now,
            now,
            now);
    stores().retentionHolds().add(hold);
    return hold;
  }
}
