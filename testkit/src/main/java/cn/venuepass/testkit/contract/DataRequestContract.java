package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.PageRequest;
import cn.venuepass.application.privacy.DataRequestRepository;
import cn.venuepass.application.privacy.DataRequestRepository.Desk;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.privacy.DataRequest.AboutVisit;
import cn.venuepass.domain.privacy.DataRequest.Decision;
import cn.venuepass.domain.privacy.DataRequest.Status;
import cn.venuepass.domain.privacy.DataRequestId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.visit.ScanOutcome;
import cn.venuepass.domain.visit.VisitId;
import cn.venuepass.testkit.StoreFixtures.Gate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link DataRequestRepository}. */
public interface DataRequestContract extends StoreContract {
  PageRequest SOME = PageRequest.first(200);

  @Test
  default void aVisitShouldBeFoundForThoseWhoseItIs() {
    Gate gate = fixtures().aVenue().addWithGate();
    PersonId person = fixtures().aPerson().id();
    var entered = (ScanOutcome.Entered) fixtures().scan(gate.in(), person).outcome();
    VisitId visit = entered.visit();
    var expected =
        new AboutVisit(visit, person, gate.venue().id(), gate.venue().details().community());
    var since = new Watched(person, clock().instant());
    assertThat(requests().findVisit(List.of(since), visit)).contains(expected);
    var later = new Watched(person, clock().instant().plusMillis(1));
    assertThat(requests().findVisit(List.of(later), visit)).isEmpty();
    var other = new Watched(fixtures().aPerson().id(), Instant.EPOCH);
    assertThat(requests().findVisit(List.of(other), visit)).isEmpty();
    assertThat(requests().findVisit(List.of(), visit)).isEmpty();
  }

  @Test
  default void aRequestAboutAVisitShouldReachTheReviewersAboveIt() {
    DivisionCode community = fixtures().aCommunity();
    DataRequest request = added(fixtures().anAccount(), fixtures().aPerson().id(), community);
    assertThat(requests().listOf(request.person(), SOME).items()).containsExactly(request);
    assertThat(requests().findOf(request.person(), request.id())).contains(request);
    assertThat(requests().findOf(fixtures().aPerson().id(), request.id())).isEmpty();
    Desk own = new Desk(Jurisdiction.of(community), true, false);
    assertThat(requests().listFor(own, Status.OPEN, SOME).items()).containsExactly(request);
    assertThat(requests().findFor(own, request.id())).contains(request);
    assertThat(requests().listFor(own, Status.ACCEPTED, SOME).items()).isEmpty();
    Desk foreign = new Desk(Jurisdiction.of(fixtures().aCommunity()), true, false);
    assertThat(requests().findFor(foreign, request.id())).isEmpty();
    Desk administrator = new Desk(Jurisdiction.of(community), false, true);
    assertThat(requests().findFor(administrator, request.id())).isEmpty();
  }

  @Test
  default void aRequestAboutNoVisitShouldReachAdministratorsOfARoot() {
    Division top = fixtures().aDivision(Division.Level.HEADQUARTERS, Optional.empty());
    DivisionCode below =
        fixtures().aDivision(Division.Level.TERRITORY, Optional.of(top.code())).code();
    var request = request(fixtures().anAccount(), fixtures().aPerson().id(), Optional.empty());
    assertThat(requests().add(request)).isTrue();
    var root = Jurisdiction.of(top.code());
    assertThat(requests().findFor(new Desk(root, false, true), request.id())).contains(request);
    assertThat(requests().findFor(new Desk(root, true, false), request.id())).isEmpty();
    var territory = Jurisdiction.of(below);
    assertThat(requests().findFor(new Desk(territory, true, true), request.id())).isEmpty();
  }

  @Test
  default void somebodyShouldHaveSoManyOpenRequestsAtMostEvenAtOnce() {
    AccountId account = fixtures().anAccount();
    PersonId person = fixtures().aPerson().id();
    List<Boolean> added =
        AtOnce.run(14, i -> requests().add(request(account, person, Optional.empty())));
    assertThat(added).filteredOn(one -> one).hasSize(DataRequestRepository.MOST_OPEN);
    DataRequest first = requests().listOf(person, SOME).items().get(0);
    assertThat(requests().decide(first.id(), decision(true))).isTrue();
    assertThat(requests().add(request(account, person, Optional.empty()))).isTrue();
  }

  @Test
  default void ofDecisionsAtOnceOneShouldBeMade() {
    DataRequest request =
        added(fixtures().anAccount(), fixtures().aPerson().id(), fixtures().aCommunity());
    List<Boolean> decided =
        AtOnce.run(6, i -> requests().decide(request.id(), decision(i % 2 == 0)));
    assertThat(decided).containsOnlyOnce(true);
    DataRequest stored = requests().findOf(request.person(), request.id()).orElseThrow();
    assertThat(stored.status()).isNotEqualTo(Status.OPEN);
    assertThat(stored.decision()).map(Decision::answer).contains("已核实样本");
    assertThat(requests().decide(request.id(), decision(true))).isFalse();
    assertThat(requests().decide(new DataRequestId(UUID.randomUUID()), decision(true))).isFalse();
  }

  private DataRequestRepository requests() {
    return stores().dataRequests();
  }

  private Decision decision(boolean accepted) {
    return new Decision(accepted, "已核实样本", new StaffId(new UUID(1, 1)), clock().instant());
  }

  private DataRequest added(AccountId account, PersonId person, DivisionCode community) {
    var about =
        new AboutVisit(
            new VisitId(UUID.randomUUID()),
            person,
            fixtures().aVenue().in(community).add().id(),
            community);
    DataRequest request = request(account, person, Optional.of(about));
    assertThat(requests().add(request)).isTrue();
    return request;
  }

  private DataRequest request(AccountId account, PersonId person, Optional<AboutVisit> about) {
    return new DataRequest(
        new DataRequestId(UUID.randomUUID()),
        account,
        person,
        person,
        DataRequest.Kind.CORRECTION,
        about,
        "离开时间不对",
        clock().instant(),
        Optional.empty());
  }
}
