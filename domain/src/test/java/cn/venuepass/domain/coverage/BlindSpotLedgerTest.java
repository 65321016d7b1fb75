package cn.venuepass.domain.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.coverage.BlindSpotStep.What;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.Division.Level;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BlindSpotLedgerTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:30:00Z");
  private static final Division TOP = division(1, Level.HEADQUARTERS, Optional.empty());
  private static final Division TERRITORY = division(2, Level.TERRITORY, Optional.of(TOP.code()));
  private static final Division COMMUNITY =
      division(3, Level.COMMUNITY, Optional.of(TERRITORY.code()));
  private static final String DEPARTMENT = "文旅";

  private final Subject place = aPlace();

  @Test
  void whatIsLackingShouldBecomeATask() {
    Lack lack = lack(Gap.NOT_APPLIED);
    assertThat(compare(MONDAY, List.of(), List.of(lack)))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.what()).isEqualTo(What.OPENED);
              assertThat(step.at()).isEqualTo(MONDAY);
              assertThat(step.next().since()).isEqualTo(lack.since());
              assertThat(step.next().dueAt()).isEqualTo(MONDAY.plus(Duration.ofDays(14)));
              assertThat(step.next().owner()).isEqualTo(new Owner.OfDivision(COMMUNITY));
              assertThat(step.next().owner().level()).isEqualTo(Owner.Level.COMMUNITY);
            });
  }

  @Test
  void postingAndUsingShouldBeTheDepartmentsTask() {
    for (Gap gap : List.of(Gap.NOT_POSTED, Gap.NOT_SCANNED)) {
      assertThat(open(gap).owner()).isEqualTo(new Owner.OfDepartment(DEPARTMENT));
      assertThat(open(gap).owner().level()).isEqualTo(Owner.Level.DEPARTMENT);
    }
    for (Gap gap : List.of(Gap.NOT_APPLIED, Gap.NOT_APPROVED, Gap.NOT_SURVEYED)) {
      assertThat(open(gap).owner()).isEqualTo(new Owner.OfDivision(COMMUNITY));
    }
  }

  @Test
  void aTaskThatIsKnownShouldNotBeOpenedAgain() {
    BlindSpot task = open(Gap.NOT_APPLIED);
    Instant due = task.dueAt();
    assertThat(compare(due.minusMillis(1), List.of(task), List.of(lack(Gap.NOT_APPLIED))))
        .isEmpty();
  }

  @Test
  void aTaskShouldCloseItselfWhenNothingIsLacking() {
    BlindSpot task = open(Gap.NOT_SCANNED);
    Instant later = MONDAY.plusSeconds(5);
    assertThat(compare(later, List.of(task), List.of()))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.what()).isEqualTo(What.CLOSED_ITSELF);
              assertThat(step.next().closing())
                  .contains(new BlindSpot.Closing(later, Optional.empty()));
            });
  }

  @Test
  void anotherGapShouldBeAnotherTask() {
    List<BlindSpotStep> steps =
        compare(MONDAY, List.of(open(Gap.NOT_APPLIED)), List.of(lack(Gap.NOT_APPROVED)));
    assertThat(steps)
        .extracting(BlindSpotStep::what)
        .containsExactly(What.CLOSED_ITSELF, What.OPENED);
    assertThat(steps)
        .extracting(step -> step.next().gap())
        .containsExactly(Gap.NOT_APPLIED, Gap.NOT_APPROVED);
  }

  @Test
  void whatIsOverdueShouldGoUpOneLevelAtATime() {
    BlindSpot task = open(Gap.NOT_APPLIED);
    assertThat(task.isOverdue(task.dueAt().minusMillis(1))).isFalse();
    assertThat(task.isOverdue(task.dueAt())).isTrue();
    BlindSpot second = escalated(task);
    assertThat(second.owner()).isEqualTo(new Owner.OfDivision(TERRITORY));
    assertThat(second.owner().level()).isEqualTo(Owner.Level.TERRITORY);
    assertThat(second.dueAt()).isEqualTo(task.dueAt().plus(Gap.NOT_APPLIED.deadline()));
    assertThat(second.isOverdue(task.dueAt())).isTrue();
    BlindSpot third = escalated(second);
    assertThat(third.owner()).isEqualTo(new Owner.OfDivision(TOP));
    assertThat(third.owner().level()).isEqualTo(Owner.Level.HEADQUARTERS);
    assertThat(compare(third.dueAt(), List.of(third), List.of(lack(Gap.NOT_APPLIED)))).isEmpty();
    assertThat(third.escalations()).isEqualTo(2);
  }

  @Test
  void aDepartmentsTaskShouldGoToHeadquarters() {
    assertThat(escalated(open(Gap.NOT_POSTED)).owner()).isEqualTo(new Owner.OfDivision(TOP));
  }

  @Test
  void anExcuseShouldKeepTheSameGapFromBecomingATask() {
    BlindSpot excused = excused(open(Gap.NOT_SCANNED));
    assertThat(excused.isOpen()).isFalse();
    Lack lack = lack(Gap.NOT_SCANNED);
    assertThat(compare(MONDAY.plus(Duration.ofDays(20)), List.of(excused), List.of(lack)))
        .isEmpty();
    assertThat(compare(MONDAY.plus(Excuse.HOLDS), List.of(), List.of(lack)))
        .extracting(BlindSpotStep::what)
        .containsExactly(What.OPENED);
    assertThat(excused.excused(words(), new StaffId(UUID.randomUUID()), MONDAY)).isEmpty();
  }

  @Test
  void anExcuseShouldEndWhenThePlaceComesToAnotherStage() {
    BlindSpot excused = excused(open(Gap.NOT_SCANNED));
    Instant later = MONDAY.plus(Duration.ofDays(2));
    List<BlindSpotStep> steps = compare(later, List.of(excused), List.of());
    assertThat(steps).extracting(BlindSpotStep::what).containsExactly(What.EXCUSE_ENDED);
    BlindSpot next = steps.get(0).next();
    assertThat(next.closing().flatMap(BlindSpot.Closing::excuse).map(Excuse::until))
        .contains(later);
    assertThat(next.closing().map(BlindSpot.Closing::at)).contains(MONDAY);
    assertThat(next.revision()).isEqualTo(excused.revision() + 1);
    assertThat(compare(later, List.of(excused), List.of(lack(Gap.NOT_POSTED))))
        .extracting(BlindSpotStep::what)
        .containsExactly(What.EXCUSE_ENDED, What.OPENED);
  }

  @Test
  void aPlaceThatNoTreeKnowsShouldWait() {
    var ledger =
        new BlindSpotLedger(
            Owner.Ladder.of(List.of()), () -> new BlindSpotId(UUID.randomUUID()), MONDAY);
    assertThat(ledger.compare(List.of(), List.of(lack(Gap.NOT_APPLIED)))).isEmpty();
  }

  @Test
  void aReasonShouldBeGivenAndNotPrinted() {
    assertThatThrownBy(() -> new Excuse.Words(" ", Optional.empty()))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Excuse.Words("停业", Optional.of("长".repeat(501))))
        .isInstanceOf(InvalidValue.class);
    assertThat(words().toString()).doesNotContain("停业");
    assertThatThrownBy(() -> new Subject(Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private BlindSpot open(Gap gap) {
    return compare(MONDAY, List.of(), List.of(lack(gap))).get(0).next();
  }

  private BlindSpot escalated(BlindSpot task) {
    List<BlindSpotStep> steps = compare(task.dueAt(), List.of(task), List.of(lack(task.gap())));
    assertThat(steps).extracting(BlindSpotStep::what).containsExactly(What.ESCALATED);
    assertThat(steps.get(0).next().revision()).isEqualTo(task.revision() + 1);
    return steps.get(0).next();
  }

  private static BlindSpot excused(BlindSpot task) {
    return task.excused(words(), new StaffId(UUID.randomUUID()), MONDAY).orElseThrow();
  }

  private static Excuse.Words words() {
    return new Excuse.Words("冬季停业", Optional.empty());
  }

  private Lack lack(Gap gap) {
    return new Lack(place, gap, MONDAY.minus(Duration.ofDays(1)), COMMUNITY.code(), DEPARTMENT);
  }

  private static List<BlindSpotStep> compare(Instant now, List<BlindSpot> known, List<Lack> lacks) {
    var ladder = Owner.Ladder.of(List.of(TOP, TERRITORY, COMMUNITY));
    return new BlindSpotLedger(ladder, () -> new BlindSpotId(UUID.randomUUID()), now)
        .compare(known, lacks);
  }

  private static Subject aPlace() {
    return new Subject(Optional.of(new SurveyPlaceId(UUID.randomUUID())), Optional.empty());
  }

  private static Division division(int number, Level level, Optional<DivisionCode> parent) {
    return new Division(new DivisionCode("%012d".formatted(number)), "辖区", level, parent);
  }
}
