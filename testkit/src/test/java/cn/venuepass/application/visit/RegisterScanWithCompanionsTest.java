package cn.venuepass.application.visit;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static cn.venuepass.application.Callers.aResident;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static cn.venuepass.application.Denial.Plain.UNKNOWN_CODE;
import static cn.venuepass.application.Families.aFamilyMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.domain.venue.Poster;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.visit.Observation;
import cn.venuepass.domain.visit.RefusalReason;
import cn.venuepass.domain.visit.ScanId;
import cn.venuepass.domain.visit.ScanMethod;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.ScanOutcome.Kind;
import cn.venuepass.domain.visit.ScanRecord;
import cn.venuepass.domain.visit.ScanRecord.CompanionRecord;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.StoreFixtures;
import cn.venuepass.testkit.StoreFixtures.Gate;
import cn.venuepass.testkit.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RegisterScanWithCompanionsTest {
  private final TestApplication app = new TestApplication();
  private final StoreFixtures fixtures = app.fixtures();
  private final Caller.Resident resident = aResident(app);
  private final ResidentIdNumber idNumber = SampleIdNumbers.next();
  private final FamilyLink mother = aFamilyMember(app, resident, idNumber);
  private final FamilyLink son = aFamilyMember(app, resident);
  private final Gate gate = fixtures.aVenue().addWithGate();
  private final ScanId scan = fixtures.aScanId();

  @Test
  void registerShouldLetAllInAndOutTogether() {
    ScanRecord entered = done(scan(scan, gate.in(), mother, son));
    assertThat(entered.outcome().kind()).isEqualTo(Kind.ENTERED);
    assertThat(entered.companions())
        .extracting(CompanionRecord::family, along -> along.outcome().kind())
        .containsExactly(tuple(mother.id(), Kind.ENTERED), tuple(son.id(), Kind.ENTERED));
    assertThat(inside(gate)).isEqualTo(3);
    app.clock().advance(Duration.ofHours(1));
    ScanRecord left = done(scan(fixtures.aScanId(), gate.out(), mother, son));
    assertThat(left.companions())
        .extracting(along -> along.outcome().kind())
        .containsExactly(Kind.LEFT, Kind.LEFT);
    assertThat(inside(gate)).isZero();
  }

  @Test
  void registerShouldAnswerInTheOrderOfTheScanAndOnceForEach() {
    ScanRecord entered = done(scan(scan, gate.in(), son, mother, son));
    assertThat(entered.companions())
        .extracting(CompanionRecord::family)
        .containsExactly(son.id(), mother.id());
  }

  @Test
  void registerShouldAnswerForEachWhereTheyStand() {
    fixtures.scan(gate.in(), mother.person());
    ScanRecord entered = done(scan(scan, gate.in(), mother, son));
    assertThat(entered.companions())
        .extracting(along -> along.outcome().kind())
        .containsExactly(Kind.ALREADY_INSIDE, Kind.ENTERED);
  }

  @Test
  void theGuardianShouldSeeTheVisitsOfThoseWhoCameAlong() {
    done(scan(scan, gate.in(), mother));
    var visits =
        app.useCases()
            .visit()
            .listMyVisits()
            .list(resident, now(), now().plusMillis(1), PageRequest.first(10));
    assertThat(visits.items())
        .extracting(mine -> mine.family().orElse(null), mine -> mine.visit().entry().orElseThrow())
        .containsExactlyInAnyOrder(
            tuple(null, new Observation(now(), ScanMethod.POSTER)),
            tuple(mother.id(), new Observation(now(), ScanMethod.COMPANION)));
  }

  @Test
  void aReplayShouldGetTheEarlierAnswerWhicheverCompanionsItBrings() {
    ScanRecord first = done(scan(scan, gate.in(), mother));
    app.clock().advance(Duration.ofHours(5));
    assertThat(done(scan(scan, gate.in(), mother))).isEqualTo(first);
    assertThat(done(scan(scan, gate.in(), mother, son))).isEqualTo(first);
    assertThat(done(scan(scan, gate.in()))).isEqualTo(first);
    assertThat(inside(gate)).isEqualTo(2);
  }

  @Test
  void theMemberOfSomebodyElseShouldNotBeFoundAndNothingStored() {
    FamilyLink stranger = aFamilyMember(app, aResident(app));
    assertThat(denied(scan(scan, gate.in(), mother, stranger))).isEqualTo(NOT_FOUND);
    assertThat(denied(register(scan, gate.in(), new FamilyLinkId(UUID.randomUUID()))))
        .isEqualTo(NOT_FOUND);
    assertThat(inside(gate)).isZero();
    assertThat(done(scan(scan, gate.in(), mother)).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void whoIsNoMemberAnyMoreShouldBeFoundByAReplayOnly() {
    ScanRecord first = done(scan(scan, gate.in(), mother));
    done(app.useCases().person().lookAfterFamily().remove(resident, mother.id()));
    assertThat(done(scan(scan, gate.in(), mother))).isEqualTo(first);
    assertThat(denied(scan(fixtures.aScanId(), gate.out(), mother))).isEqualTo(NOT_FOUND);
    assertThat(inside(gate)).isEqualTo(2);
  }

  @Test
  void whoHasAnAccountByNowShouldScanForThemselves() {
    aResident(app, idNumber);
    assertThat(denied(scan(scan, gate.in(), mother))).isEqualTo(NOT_FOUND);
    assertThat(inside(gate)).isZero();
  }

  @Test
  void nobodyShouldEnterWhereThereIsNotRoomForAll() {
    Gate small = fixtures.aVenue().capacity(2).addWithGate();
    ScanRecord refused = done(scan(scan, small.in(), mother, son));
    var full = new ScanOutcome.Refused(RefusalReason.VENUE_FULL);
    assertThat(refused.outcome()).isEqualTo(full);
    assertThat(refused.companions()).extracting(CompanionRecord::outcome).containsOnly(full);
    assertThat(inside(small)).isZero();
    assertThat(done(scan(fixtures.aScanId(), small.in(), mother)).outcome().kind())
        .isEqualTo(Kind.ENTERED);
  }

  @Test
  void whoIsInsideAlreadyShouldNotBeCountedTwice() {
    Gate small = fixtures.aVenue().capacity(2).addWithGate();
    fixtures.scan(small.in(), mother.person());
    assertThat(done(scan(scan, small.in(), mother)).outcome().kind()).isEqualTo(Kind.ENTERED);
  }

  @Test
  void registerShouldDenyTheCodeOfAPosterThatDoesNotExist() {
    String code = app.codes().codeOf(new PosterId(UUID.randomUUID()));
    assertThat(
            denied(
                app.useCases()
                    .visit()
                    .registerScan()
                    .register(resident, scan, code, List.of(mother.id()))
                    .toCompletableFuture()
                    .join()))
        .isEqualTo(UNKNOWN_CODE);
  }

  private Result<ScanRecord> scan(ScanId id, Poster poster, FamilyLink... along) {
    return register(
        id, poster, List.of(along).stream().map(FamilyLink::id).toArray(FamilyLinkId[]::new));
  }

  private Result<ScanRecord> register(ScanId id, Poster poster, FamilyLinkId... along) {
    return app.useCases()
        .visit()
        .registerScan()
        .register(resident, id, app.codes().codeOf(poster.id()), List.of(along))
        .toCompletableFuture()
        .join();
  }

  private int inside(Gate place) {
    return app.stores().visits().countInside(place.venue().id(), now());
  }

  private Instant now() {
    return app.clock().instant();
  }
}
