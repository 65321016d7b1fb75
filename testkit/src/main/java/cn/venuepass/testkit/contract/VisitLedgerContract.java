package cn.venuepass.testkit.contract;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.application.visit.RecordedVisit;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.Visit;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.visit.VisitLedger}, seen through {@link
 * cn.venuepass.application.visit.VisitRepository}. The table of decisions itself is tested at
 * {@link cn.venuepass.domain.visit.Door}.
 */
public interface VisitLedgerContract extends StoreContract {

  @Test
  default void applyShouldOpenAndCloseAVisit() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ScanRecord in = fixtures().scan(gate.in(), person);
    Instant entered = clock().instant();
    clock().advance(ofMinutes(40));
    ScanRecord out = fixtures().scan(gate.out(), person);

    assertThat(in.outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(out.outcome()).isEqualTo(new ScanOutcome.Left(in.visit().orElseThrow(), entered));
    assertThat(out.stay()).contains(ofMinutes(40));
    assertThat(visits(person))
        .containsExactly(
            new Visit(
                in.visit().orElseThrow(),
                gate.venue().id(),
                person,
                Optional.of(new Observation(entered, ScanMethod.POSTER)),
                Optional.of(new Observation(clock().instant(), ScanMethod.POSTER)),
                Optional.empty()));
    assertThat(stores().visits().countInside(gate.venue().id(), clock().instant())).isZero();
  }

  @Test
  default void applyShouldNoteASightingOfWhoIsInside() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ScanRecord in = fixtures().scan(gate.in(), person);
    clock().advance(ofHours(3));
    ScanRecord again = fixtures().scan(gate.in(), person);
    Instant seen = clock().instant();

    assertThat(again.outcome())
        .isEqualTo(new ScanOutcome.AlreadyInside(in.visit().orElseThrow(), in.at()));
    assertThat(visits(person)).extracting(Visit::lastSeen).containsExactly(Optional.of(seen));

    clock().advance(ofHours(5));
    ScanRecord next = fixtures().scan(gate.in(), person);
    assertThat(next.outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(visits(person))
        .extracting(Visit::id, Visit::lastSeen)
        .containsExactly(
            tuple(next.visit().orElseThrow(), Optional.empty()),
            tuple(in.visit().orElseThrow(), Optional.of(seen)));
  }

  @Test
  default void applyShouldStoreAnExitWithoutAnEntry() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ScanRecord out = fixtures().scan(gate.out(), person);

    assertThat(out.outcome()).isInstanceOf(ScanOutcome.LeftWithoutEntry.class);
    assertThat(recorded(person))
        .singleElement()
        .satisfies(
            visit -> {
              assertThat(visit.visit().entry()).isEmpty();
              assertThat(visit.visit().exit())
                  .contains(new Observation(out.at(), ScanMethod.POSTER));
              assertThat(visit.from()).isEqualTo(out.at().minus(ofHours(24)));
            });
  }

  @Test
  default void anEntryAfterAnExitShouldOpenANewVisit() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    clock().advance(ofMinutes(5));
    fixtures().scan(gate.out(), person);
    clock().advance(ofMinutes(5));
    assertThat(fixtures().scan(gate.in(), person).outcome())
        .isInstanceOf(ScanOutcome.Entered.class);
    assertThat(visits(person)).hasSize(2);
  }

  @Test
  default void ofManyScansAtOnceExactlyOneShouldEnter() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    List<ScanRecord> answers = AtOnce.run(24, i -> fixtures().scan(gate.in(), person));
    assertThat(answers.stream().filter(a -> a.outcome() instanceof ScanOutcome.Entered)).hasSize(1);
    assertThat(answers.stream().filter(a -> a.outcome() instanceof ScanOutcome.AlreadyInside))
        .hasSize(23);
    assertThat(visits(person)).hasSize(1);
  }

  @Test
  default void oneScanSentManyTimesAtOnceShouldGetOneAnswer() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ScanId id = fixtures().aScanId();
    List<ScanRecord> answers = AtOnce.run(12, i -> fixtures().scan(id, gate.in(), person));
    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(visits(person)).hasSize(1);
  }

  @Test
  default void aReplayShouldGetTheEarlierAnswerHoweverLate() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ScanId inId = fixtures().aScanId();
    ScanId outId = fixtures().aScanId();
    ScanRecord in = fixtures().scan(inId, gate.in(), person);
    clock().advance(ofMinutes(10));
    assertThat(fixtures().scan(inId, gate.in(), person)).isEqualTo(in);
    ScanRecord out = fixtures().scan(outId, gate.out(), person);
    clock().advance(ofMinutes(10));
    assertThat(fixtures().scan(outId, gate.out(), person)).isEqualTo(out);
    assertThat(fixtures().scan(inId, gate.in(), person)).isEqualTo(in);
    ScanRecord again = fixtures().scan(gate.in(), person);
    assertThat(fixtures().scan(outId, gate.out(), person)).isEqualTo(out);
    assertThat(fixtures().scan(inId, gate.in(), person)).isEqualTo(in);
    assertThat(again.outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(visits(person)).hasSize(2);
  }

  @Test
  default void oneScanIdOfTwoPeopleShouldBeTwoScans() {
    Gate gate = fixtures().aVenue().addWithGate();
    ScanId id = fixtures().aScanId();
    assertThat(fixtures().scan(id, gate.in(), fixtures().aPerson().id()).outcome())
        .isInstanceOf(ScanOutcome.Entered.class);
    assertThat(fixtures().scan(id, gate.in(), fixtures().aPerson().id()).outcome())
        .isInstanceOf(ScanOutcome.Entered.class);
  }

  @Test
  default void aRevokedPosterShouldBeRefusedFromTheNextScanOn() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    stores().posters().revoke(gate.venue().id(), gate.out().id(), clock().instant());
    ScanId id = fixtures().aScanId();
    ScanRecord refused = fixtures().scan(id, gate.out(), person);
    assertThat(refused.outcome()).isEqualTo(new ScanOutcome.Refused(RefusalReason.POSTER_REVOKED));
    clock().advance(ofMinutes(1));
    assertThat(fixtures().scan(id, gate.out(), person)).isEqualTo(refused);
    assertThat(stores().visits().countInside(gate.venue().id(), clock().instant())).isEqualTo(1);
  }

  @Test
  default void aRefusalShouldBeAnsweredOnceWhenSentAtOnce() {
    Venue venue = fixtures().aVenue().add();
    Poster poster = fixtures().aPoster(venue.id(), Direction.IN);
    stores().venues().replace(venue.removed(clock().instant()).orElseThrow());
    PersonId person = fixtures().aPerson().id();
    ScanId id = fixtures().aScanId();
    List<ScanRecord> answers = AtOnce.run(8, i -> fixtures().scan(id, poster, person));
    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(answers.get(0).outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_CLOSED));
    assertThat(visits(person)).isEmpty();
  }

  @Test
  default void removingAVenueShouldKeepItsVisits() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    stores().venues().replace(gate.venue().removed(clock().instant()).orElseThrow());
    assertThat(visits(person)).hasSize(1);
  }

  @Test
  default void aVenueUnderReviewShouldRefuse() {
    Venue venue = fixtures().aVenue().underReview().add();
    PersonId person = fixtures().aPerson().id();
    assertThat(byIdNumber(venue.id(), Direction.IN, person).orElseThrow().outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_NOT_APPROVED));
  }

  @Test
  default void aManagersRegistrationShouldSayHowItCame() {
    Venue venue = fixtures().aVenue().add();
    PersonId person = fixtures().aPerson().id();
    ScanRecord record = byIdNumber(venue.id(), Direction.IN, person).orElseThrow();
    assertThat(stores().visits().listInside(venue.id(), clock().instant(), PageRequest.first(5)))
        .satisfies(
            page ->
                assertThat(page.items())
                    .containsExactly(
                        new PersonInside(
                            record.visit().orElseThrow(),
                            person,
                            clock().instant(),
                            ScanMethod.ID_NUMBER)));
  }

  @Test
  default void applyShouldKnowNoDoorThatDoesNotExist() {
    PersonId person = fixtures().aPerson().id();
    assertThat(byIdNumber(new VenueId(UUID.randomUUID()), Direction.IN, person)).isEmpty();
    var target = new ScanTarget.AtPoster(new PosterId(UUID.randomUUID()));
    assertThat(
            stores()
                .visitLedger()
                .apply(Scan.ofPoster(fixtures().aScanId(), person, target, clock().instant())))
        .isEmpty();
  }

  @RepeatedTest(6)
  default void peopleWhoEnterAtOnceShouldNotExceedTheCapacity() {
    Gate gate = fixtures().aVenue().capacity(3).trackingExits().addWithGate();
    List<Person> people = Stream.generate(() -> fixtures().aPerson()).limit(16).toList();
    List<ScanOutcome> outcomes =
        AtOnce.run(16, i -> fixtures().scan(gate.in(), people.get(i).id()).outcome());
    assertThat(outcomes).filteredOn(ScanOutcome.Entered.class::isInstance).hasSize(3);
    assertThat(outcomes)
        .filteredOn(ScanOutcome.Refused.class::isInstance)
        .hasSize(13)
        .containsOnly(new ScanOutcome.Refused(RefusalReason.VENUE_FULL));
    assertThat(stores().visits().countInside(gate.venue().id(), clock().instant())).isEqualTo(3);
  }

  @Test
  default void whoIsInsideShouldNotBeTurnedAwayFromAFullVenue() {
    Gate gate = fixtures().aVenue().capacity(1).addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    assertThat(fixtures().scan(gate.in(), person).outcome())
        .isInstanceOf(ScanOutcome.AlreadyInside.class);
  }

  @Test
  default void whoReturnsAfterMonthsShouldEnterLikeAnybody() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    fixtures().scan(gate.in(), person);
    clock().advance(Duration.ofDays(200));
    assertThat(fixtures().scan(gate.in(), person).outcome())
        .isInstanceOf(ScanOutcome.Entered.class);
  }

  @Test
  default void forgottenExitsShouldNotFillAVenue() {
    Gate gate = fixtures().aVenue().capacity(1).addWithGate();
    fixtures().scan(gate.in(), fixtures().aPerson().id());
    clock().advance(ofHours(24));
    assertThat(stores().visits().countInside(gate.venue().id(), clock().instant())).isZero();
    assertThat(fixtures().scan(gate.in(), fixtures().aPerson().id()).outcome())
        .isInstanceOf(ScanOutcome.Entered.class);
  }

  @Test
  default void aDevicesLateScanShouldBeEvidenceOnly() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ScanRecord in = fixtures().scan(gate.in(), person);
    ScanId id = fixtures().aScanId();
    Instant before = clock().instant().minus(ofHours(2));
    ScanRecord late = offline(id, gate.out(), person, before);

    assertThat(late.outcome()).isInstanceOf(ScanOutcome.LeftWithoutEntry.class);
    assertThat(offline(id, gate.out(), person, before)).isEqualTo(late);
    assertThat(visits(person)).hasSize(2);
    assertThat(stores().visits().countInside(gate.venue().id(), clock().instant())).isEqualTo(1);
    clock().advance(ofMinutes(1));
    assertThat(fixtures().scan(gate.out(), person).visit()).isEqualTo(in.visit());
  }

  @Test
  default void aNodeWhoseClockRunsBehindShouldNotTurnTimeBack() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    ScanRecord in = fixtures().scan(gate.in(), person);
    clock().advance(Duration.ofMinutes(-30));
    ScanRecord out = fixtures().scan(gate.out(), person);
    assertThat(out.outcome()).isEqualTo(new ScanOutcome.Left(in.visit().orElseThrow(), in.at()));
    assertThat(out.at()).isEqualTo(in.at());
  }

  private Optional<ScanRecord> byIdNumber(VenueId venue, Direction direction, PersonId person) {
    return stores()
        .visitLedger()
        .apply(
            Scan.byManager(
                fixtures().aScanId(),
                person,
                new ScanTarget.AtVenue(venue, direction),
                ScanMethod.ID_NUMBER,
                fixtures().anAccount(),
                clock().instant()));
  }

  private ScanRecord offline(ScanId id, Poster poster, PersonId person, Instant at) {
    var target = new ScanTarget.AtPoster(poster.id());
    Scan scan = Scan.ofPoster(id, person, target, clock().instant()).keptByDevice(at);
    return stores().visitLedger().apply(scan).orElseThrow();
  }

  private List<Visit> visits(PersonId person) {
    return recorded(person).stream().map(RecordedVisit::visit).toList();
  }

  private List<RecordedVisit> recorded(PersonId person) {
    return stores()
        .visits()
        .listOf(
            List.of(new Watched(person, Instant.EPOCH)),
            clock().instant().minus(Duration.ofDays(7)),
            clock().instant().plus(Duration.ofDays(1)),
            PageRequest.first(200))
        .items();
  }
}
