package cn.venuepass.testkit.contract;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.visit.PersonInside;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Companion;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.Scan;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanTarget;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * {@link cn.venuepass.application.visit.VisitLedger} with people who pass together, with managers
 * who let people in over capacity, and who mark people as left.
 */
public interface CompanionsContract extends StoreContract {

  @Test
  default void oneScanShouldRegisterEverybodyWhoComesAlong() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    Party party = aParty(2);
    ScanRecord in = scan(party, gate.in());
    assertThat(in.outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(in.companions())
        .extracting(ScanRecord.CompanionRecord::family)
        .containsExactlyElementsOf(party.companions().stream().map(Companion::family).toList());
    assertThat(in.companions())
        .allSatisfy(c -> assertThat(c.outcome()).isInstanceOf(ScanOutcome.Entered.class));
    assertThat(inside(gate.venue().id()))
        .extracting(PersonInside::method)
        .containsExactlyInAnyOrder(ScanMethod.POSTER, ScanMethod.COMPANION, ScanMethod.COMPANION);

    clock().advance(ofMinutes(5));
    ScanRecord out = scan(party, gate.out());
    assertThat(out.companions())
        .allSatisfy(c -> assertThat(c.outcome()).isInstanceOf(ScanOutcome.Left.class));
    assertThat(countInside(gate.venue().id())).isZero();
  }

  @Test
  default void aReplayShouldGetTheSameCompanionsWhicheverItBrings() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    Party party = aParty(2);
    ScanId id = fixtures().aScanId();
    ScanRecord first = scan(party, id, gate.in());
    clock().advance(ofMinutes(1));
    assertThat(scan(party, id, gate.in())).isEqualTo(first);
    assertThat(scan(party.alone(), id, gate.in())).isEqualTo(first);
    ScanRecord unused = scan(party, gate.out());
    assertThat(scan(party, id, gate.in())).isEqualTo(first);

    ScanId alone = fixtures().aScanId();
    ScanRecord single = scan(party.alone(), alone, gate.in());
    assertThat(scan(party, alone, gate.in())).isEqualTo(single);
    assertThat(single.companions()).isEmpty();
    assertThat(countInside(gate.venue().id())).isEqualTo(1);
  }

  @Test
  default void aCompanionWhoUsedTheSameScanIdBeforeShouldKeepThatAnswer() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    Party party = aParty(1);
    PersonId companion = party.companions().get(0).person();
    ScanId id = fixtures().aScanId();
    ScanRecord own = fixtures().scan(id, gate.in(), companion);
    ScanRecord unused = fixtures().scan(gate.out(), companion);
    ScanRecord together = scan(party, id, gate.in());
    assertThat(together.companions())
        .singleElement()
        .satisfies(c -> assertThat(c.outcome()).isEqualTo(own.outcome()));
    assertThat(countInside(gate.venue().id())).isEqualTo(1);
  }

  @Test
  default void aScanIdThatIsForgottenShouldBeAScanLikeAnyOther() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    Party party = aParty(1);
    ScanId id = fixtures().aScanId();
    ScanRecord first = scan(party, id, gate.in());
    clock().advance(Duration.ofDays(2));
    ScanRecord unused = scan(party, gate.in());
    clock().advance(Duration.ofDays(9));
    assertThat(scan(party, id, gate.in()).companions()).hasSameSizeAs(first.companions());
  }

  @Test
  default void findAnswerShouldGiveTheEarlierAnswerAndStoreNothing() {
    Gate gate = fixtures().aVenue().addWithGate();
    Party party = aParty(1);
    ScanId id = fixtures().aScanId();
    assertThat(stores().visitLedger().findAnswer(scanOf(party, id, gate.in()))).isEmpty();
    ScanRecord first = scan(party, id, gate.in());
    assertThat(stores().visitLedger().findAnswer(scanOf(party, id, gate.in()))).contains(first);
    assertThat(stores().visitLedger().findAnswer(scanOf(party, fixtures().aScanId(), gate.in())))
        .isEmpty();
    assertThat(countInside(gate.venue().id())).isEqualTo(2);
  }

  @Test
  default void oneScanOfAPartySentManyTimesAtOnceShouldGetOneAnswer() {
    Gate gate = fixtures().aVenue().addWithGate();
    Party party = aParty(3);
    ScanId id = fixtures().aScanId();
    List<ScanRecord> answers = AtOnce.run(8, i -> scan(party, id, gate.in()));
    assertThat(new HashSet<>(answers)).hasSize(1);
    assertThat(countInside(gate.venue().id())).isEqualTo(4);
  }

  @RepeatedTest(4)
  default void twoWhoBringEachOtherAtOnceShouldBothBeAnswered() {
    Gate gate = fixtures().aVenue().addWithGate();
    Party one = aParty(1);
    var other =
        new Party(
            one.companions().get(0).person(),
            List.of(
                new Companion(
                    new FamilyLinkId(UUID.randomUUID()), one.leader(), fixtures().anAccount())));
    List<ScanRecord> answers = AtOnce.run(8, i -> scan(i % 2 == 0 ? one : other, gate.in()));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.companions()).hasSize(1));
    assertThat(countInside(gate.venue().id())).isEqualTo(2);
  }

  @Test
  default void whereThereIsNotRoomForAllNobodyShouldEnter() {
    Gate gate = fixtures().aVenue().capacity(3).trackingExits().addWithGate();
    ScanRecord unused = fixtures().scan(gate.in(), fixtures().aPerson().id());
    Party party = aParty(2);
    ScanRecord refused = scan(party, gate.in());
    assertThat(refused.outcome()).isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_FULL));
    assertThat(refused.companions())
        .allSatisfy(c -> assertThat(c.outcome()).isEqualTo(refused.outcome()));
    assertThat(countInside(gate.venue().id())).isEqualTo(1);

    ScanRecord pair = scan(aParty(1), gate.in());
    assertThat(pair.outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(countInside(gate.venue().id())).isEqualTo(3);
  }

  @Test
  default void whoeverOfAPartyIsInsideShouldNotCountTwice() {
    Gate gate = fixtures().aVenue().capacity(2).trackingExits().addWithGate();
    Party party = aParty(1);
    ScanRecord alone = scan(party.alone(), gate.in());
    ScanRecord both = scan(party, gate.in());
    assertThat(both.outcome())
        .isEqualTo(new ScanOutcome.AlreadyInside(alone.visit().orElseThrow(), alone.at()));
    assertThat(both.companions())
        .singleElement()
        .satisfies(c -> assertThat(c.outcome()).isInstanceOf(ScanOutcome.Entered.class));
  }

  @RepeatedTest(4)
  default void partiesAtOnceShouldNotExceedTheCapacity() {
    Gate gate = fixtures().aVenue().capacity(5).trackingExits().addWithGate();
    List<Party> parties = Stream.generate(() -> aParty(1)).limit(6).toList();
    List<ScanRecord> answers = AtOnce.run(6, i -> scan(parties.get(i), gate.in()));
    assertThat(answers)
        .filteredOn(answer -> answer.outcome() instanceof ScanOutcome.Entered)
        .hasSize(2);
    assertThat(countInside(gate.venue().id())).isEqualTo(4);
  }

  @Test
  default void aManagerShouldLetPeopleIntoAFullVenueOnTheRecord() {
    Gate gate = fixtures().aVenue().capacity(1).trackingExits().addWithGate();
    PersonId first = fixtures().aPerson().id();
    ScanRecord early =
        stores()
            .visitLedger()
            .apply(byManager(gate.venue().id(), first, Direction.IN).admittingOverCapacity())
            .orElseThrow();
    Scan second = byManager(gate.venue().id(), fixtures().aPerson().id(), Direction.IN);
    assertThat(stores().visitLedger().apply(second).orElseThrow().outcome())
        .isEqualTo(new ScanOutcome.Refused(RefusalReason.VENUE_FULL));
    Scan again = byManager(gate.venue().id(), second.person(), Direction.IN);
    ScanRecord admitted = stores().visitLedger().apply(again.admittingOverCapacity()).orElseThrow();
    assertThat(admitted.outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(
            stores()
                .visits()
                .listAt(
                    gate.venue().id(),
                    early.at(),
                    clock().instant().plusMillis(1),
                    PageRequest.first(5))
                .items())
        .extracting(visit -> visit.visit().person(), visit -> visit.overCapacity())
        .containsExactlyInAnyOrder(tuple(first, false), tuple(second.person(), true));
  }

  @Test
  default void markingAsLeftShouldEndThatVisitAndNoOther() {
    Gate gate = fixtures().aVenue().trackingExits().addWithGate();
    PersonId person = fixtures().aPerson().id();
    VisitId visit = fixtures().scan(gate.in(), person).visit().orElseThrow();
    clock().advance(ofMinutes(3));
    Scan mark = out(gate.venue().id(), person, visit);
    ScanRecord left = stores().visitLedger().apply(mark).orElseThrow();
    assertThat(left.outcome()).isInstanceOf(ScanOutcome.Left.class);
    assertThat(left.visit()).contains(visit);
    assertThat(stores().visitLedger().apply(mark)).contains(left);
    assertThat(stores().visitLedger().apply(out(gate.venue().id(), person, visit))).isEmpty();

    ScanRecord again = fixtures().scan(gate.in(), person);
    assertThat(stores().visitLedger().apply(out(gate.venue().id(), person, visit))).isEmpty();
    assertThat(countInside(gate.venue().id())).isEqualTo(1);
    assertThat(again.outcome()).isInstanceOf(ScanOutcome.Entered.class);
    assertThat(
            stores()
                .visits()
                .personOf(gate.venue().id(), visit, clock().instant().minusSeconds(3600)))
        .contains(person);
    assertThat(
            stores()
                .visits()
                .personOf(
                    fixtures().aVenue().add().id(), visit, clock().instant().minusSeconds(3600)))
        .isEmpty();
    assertThat(stores().visits().personOf(gate.venue().id(), visit, clock().instant())).isEmpty();
  }

  private Scan out(VenueId venue, PersonId person, VisitId visit) {
    return Scan.byManager(
        fixtures().aScanId(),
        person,
        new ScanTarget.OutOfVisit(venue, visit),
        ScanMethod.MARKED_LEFT,
        fixtures().anAccount(),
        clock().instant());
  }

  private Scan byManager(VenueId venue, PersonId person, Direction direction) {
    return Scan.byManager(
        fixtures().aScanId(),
        person,
        new ScanTarget.AtVenue(venue, direction),
        ScanMethod.PAPER_PASS,
        fixtures().anAccount(),
        clock().instant());
  }

  private int countInside(VenueId venue) {
    return stores().visits().countInside(venue, clock().instant());
  }

  private List<PersonInside> inside(VenueId venue) {
    return stores().visits().listInside(venue, clock().instant(), PageRequest.first(50)).items();
  }

  private Party aParty(int companions) {
    AccountId guardian = fixtures().anAccount();
    return new Party(
        fixtures().aPerson().id(),
        Stream.generate(
                () ->
                    new Companion(
                        new FamilyLinkId(UUID.randomUUID()), fixtures().aPerson().id(), guardian))
            .limit(companions)
            .toList());
  }

  private Scan scanOf(Party party, ScanId id, Poster poster) {
    var target = new ScanTarget.AtPoster(poster.id());
    return Scan.ofPoster(id, party.leader(), target, clock().instant()).with(party.companions());
  }

  private ScanRecord scan(Party party, ScanId id, Poster poster) {
    return stores().visitLedger().apply(scanOf(party, id, poster)).orElseThrow();
  }

  private ScanRecord scan(Party party, Poster poster) {
    return scan(party, fixtures().aScanId(), poster);
  }

  /** Somebody who scans, and who comes along. */
  record Party(PersonId leader, List<Companion> companions) {
    Party alone() {
      return new Party(leader, List.of());
    }
  }
}
