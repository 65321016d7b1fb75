package cn.venuepass.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.cases.CaseRepository;
import cn.venuepass.application.cases.CaseRepository.Filter;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.cases.Illness;
import cn.venuepass.domain.cases.TakenStatement;
import cn.venuepass.domain.cases.TakenStatement.Withdrawal;
import cn.venuepass.domain.tracing.Statement;
import cn.venuepass.domain.tracing.StatementId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link CaseRepository}. */
public interface CasesContract extends StoreContract {

  @Test
  default void aCaseShouldShowToWhomItsDivisionBelongs() {
    Division territory = fixtures().aDivision(Division.Level.TERRITORY, Optional.empty());
    DivisionCode community =
        fixtures().aDivision(Division.Level.COMMUNITY, Optional.of(territory.code())).code();
    Case opened = fixtures().aCase(community);
    assertThat(cases().findWithin(Jurisdiction.of(community), opened.id())).contains(opened);
    assertThat(cases().findWithin(Jurisdiction.of(territory.code()), opened.id())).contains(opened);
    assertThat(cases().findWithin(Jurisdiction.of(fixtures().aCommunity()), opened.id())).isEmpty();
    assertThat(
            cases()
                .findWithin(
                    new Jurisdiction.OfVenueTypes(Set.of(new VenueTypeCode("HOTEL"))), opened.id()))
        .isEmpty();
    assertThat(cases().hold(opened.id())).contains(opened);
    assertThat(cases().hold(new CaseId(UUID.randomUUID()))).isEmpty();
    assertThat(stores().divisions().remove(community)).isFalse();
  }

  @Test
  default void casesShouldBeListedTheLatestFirst() {
    DivisionCode community = fixtures().aCommunity();
    Jurisdiction own = Jurisdiction.of(community);
    Case one = fixtures().aCase(community);
    clock().advance(Duration.ofMinutes(1));
    Case two = closed(fixtures().aCase(community));
    clock().advance(Duration.ofMinutes(1));
    Case three = fixtures().aCase(community);
    Page<Case> first = cases().listWithin(own, Filter.ALL, PageRequest.first(2));
    assertThat(first.items()).containsExactly(three, two);
    assertThat(cases().listWithin(own, Filter.ALL, new PageRequest(2, first.next())).items())
        .containsExactly(one);
    assertThat(
            cases()
                .listWithin(
                    own,
                    new Filter(Optional.of(Case.Status.CLOSED), Optional.of(false)),
                    PageRequest.first(9))
                .items())
        .containsExactly(two);
    assertThat(
            cases()
                .listWithin(
                    own,
                    new Filter(Optional.of(Case.Status.OPEN), Optional.empty()),
                    PageRequest.first(9))
                .items())
        .containsExactly(three, one);
    assertThat(
            cases()
                .listWithin(
                    own, new Filter(Optional.empty(), Optional.of(true)), PageRequest.first(9))
                .items())
        .isEmpty();
    assertThat(cases().listOpen()).containsSubsequence(one, three).doesNotContain(two);
  }

  @Test
  default void theOpenCasesOfAPersonShouldBeFoundWithinAJurisdiction() {
    DivisionCode community = fixtures().aCommunity();
    Case one = fixtures().aCase(community);
    clock().advance(Duration.ofMinutes(1));
    Case two = sameIndex(one, community);
    Case elsewhere = sameIndex(one, fixtures().aCommunity());
    assertThat(cases().listOpenOf(one.index(), Jurisdiction.of(community)))
        .containsExactly(one.id(), two.id());
    assertThat(cases().listOpenOf(one.index(), Jurisdiction.of(elsewhere.division())))
        .containsExactly(elsewhere.id());
    assertThat(closed(two).isOpen()).isFalse();
    assertThat(cases().listOpenOf(one.index(), Jurisdiction.of(community)))
        .containsExactly(one.id());
    assertThat(cases().listOpenOf(fixtures().aPerson().id(), Jurisdiction.of(community))).isEmpty();
  }

  private Case sameIndex(Case like, DivisionCode division) {
    var same =
        new Case(
            new CaseId(UUID.randomUUID()),
            like.index(),
            like.reference(),
            like.purpose(),
            like.illness(),
            false,
            like.owner(),
            like.team(),
            division,
            clock().instant(),
            Optional.empty(),
            0);
    cases().add(same);
    return same;
  }

  @Test
  default void ofTwoChangesOneShouldWin() {
    Case opened = fixtures().aCase(fixtures().aCommunity());
    Instant isolated = clock().instant();
    Case corrected =
        opened.corrected(
            new Illness(
                opened.illness().onsetAt(),
                Optional.of(isolated.minusSeconds(60)),
                Optional.of(isolated)));
    Case handedOver =
        opened.handedOver(new StaffId(UUID.randomUUID()), fixtures().aCommunity(), opened.team());
    List<Boolean> replaced =
        AtOnce.run(2, call -> cases().replace(call == 0 ? corrected : handedOver));
    assertThat(replaced).containsExactlyInAnyOrder(true, false);
    assertThat(cases().hold(opened.id())).contains(replaced.get(0) ? corrected : handedOver);
    assertThat(cases().replace(corrected)).isFalse();
  }

  @Test
  default void aClosedCaseShouldStayAsItIs() {
    Case closed = closed(fixtures().aCase(fixtures().aCommunity()));
    assertThat(cases().hold(closed.id())).contains(closed);
    assertThat(cases().replace(closed.staffedBy(Set.of()))).isFalse();
    assertThat(cases().addStatement(closed.id(), told(closed, 1))).isFalse();
    assertThat(cases().hold(closed.id())).contains(closed);
    assertThat(cases().statementsOf(closed.id())).isEmpty();
  }

  @Test
  default void statementsShouldBeKeptInTheOrderOfTheirTelling() {
    Case opened = fixtures().aCase(fixtures().aCommunity());
    Statement second = told(opened, 2);
    Statement first =
        new Statement(
            new StatementId(UUID.randomUUID()),
            opened.index(),
            new VenueId(UUID.randomUUID()),
            Optional.of(new VisitId(UUID.randomUUID())),
            Optional.empty(),
            Optional.of(clock().instant()),
            Optional.empty(),
            opened.owner(),
            clock().instant().plusSeconds(1));
    assertThat(cases().addStatement(opened.id(), second)).isTrue();
    assertThat(cases().addStatement(opened.id(), first)).isTrue();
    assertThat(cases().statementsOf(opened.id()))
        .containsExactly(TakenStatement.standing(first), TakenStatement.standing(second));
    assertThat(cases().statementsOf(new CaseId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void aWithdrawnStatementShouldBeKeptAsSuch() {
    Case opened = fixtures().aCase(fixtures().aCommunity());
    Statement one = told(opened, 1);
    Statement two = told(opened, 2);
    assertThat(cases().addStatement(opened.id(), one)).isTrue();
    assertThat(cases().addStatement(opened.id(), two)).isTrue();
    List<Withdrawal> withdrawals =
        List.of(
            new Withdrawal(clock().instant(), opened.owner()),
            new Withdrawal(clock().instant(), new StaffId(UUID.randomUUID())));
    List<Boolean> withdrawn =
        AtOnce.run(
            2, call -> cases().withdrawStatement(opened.id(), one.id(), withdrawals.get(call)));
    assertThat(withdrawn).containsExactlyInAnyOrder(true, false);
    assertThat(cases().statementsOf(opened.id()))
        .containsExactly(
            TakenStatement.standing(one).withdrawn(withdrawals.get(withdrawn.indexOf(true))),
            TakenStatement.standing(two));
    Case other = fixtures().aCase(fixtures().aCommunity());
    assertThat(cases().withdrawStatement(other.id(), two.id(), withdrawals.get(0))).isFalse();
    assertThat(closed(opened).isOpen()).isFalse();
    assertThat(cases().withdrawStatement(opened.id(), two.id(), withdrawals.get(0))).isFalse();
    assertThat(cases().statementsOf(opened.id())).contains(TakenStatement.standing(two));
  }

  @Test
  default void aCaseShouldHoldSoManyStatements() {
    Case opened = fixtures().aCase(fixtures().aCommunity());
    for (int i = 0; i < CaseRepository.MOST_STATEMENTS - 2; i++) {
      assertThat(cases().addStatement(opened.id(), told(opened, i))).isTrue();
    }
    List<Boolean> added =
        new ArrayList<>(
            AtOnce.run(4, call -> cases().addStatement(opened.id(), told(opened, call))));
    assertThat(added).containsExactlyInAnyOrder(true, true, false, false);
    assertThat(cases().statementsOf(opened.id())).hasSize(CaseRepository.MOST_STATEMENTS);
  }

  private Statement told(Case of, int seconds) {
    return new Statement(
        new StatementId(UUID.randomUUID()),
        of.index(),
        new VenueId(UUID.randomUUID()),
        Optional.empty(),
        Optional.of(clock().instant().minusSeconds(60)),
        Optional.of(clock().instant()),
        Optional.of("九点离开"),
        of.owner(),
        clock().instant().plusSeconds(seconds));
  }

  private Case closed(Case opened) {
    Case closed = opened.closed(new Case.Closing(clock().instant(), opened.owner(), "全部排除"));
    assertThat(cases().replace(closed)).isTrue();
    return closed;
  }

  private CaseRepository cases() {
    return stores().cases();
  }
}
