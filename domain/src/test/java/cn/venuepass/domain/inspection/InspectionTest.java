package cn.venuepass.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.inspection.Inspection.State;
import cn.venuepass.domain.inspection.InspectionStep.Kind;
import cn.venuepass.domain.inspection.Premises.OfVenue;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InspectionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Instant DUE = NOW.plus(Duration.ofDays(7));
  private static final Optional<InspectionNote> NOTE = Optional.of(new InspectionNote("码被遮挡"));

  @Test
  void aRectificationShouldBeOpenAndAnythingElseClosedAtOnce() {
    assertThat(rectification().state()).isEqualTo(State.OPEN);
    assertThat(made(Measure.CRITICISM, Optional.empty()).state()).isEqualTo(State.CLOSED);
    assertThat(made(Measure.NONE, Optional.empty()).state()).isEqualTo(State.CLOSED);
  }

  @Test
  void theVenueShouldSayThatItIsDoneAndASupervisorVerify() {
    Inspection done = rectification().completed(NOW.plusSeconds(60), NOTE).orElseThrow();
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.doneAt()).contains(NOW.plusSeconds(60));
    assertThat(done.latest())
        .isEqualTo(new InspectionStep(Kind.DONE, NOW.plusSeconds(60), NOTE, Optional.empty()));
    Inspection verified = done.verified(NOW.plusSeconds(90), Optional.empty(), false).orElseThrow();
    assertThat(verified.state()).isEqualTo(State.VERIFIED);
    assertThat(verified.doneAt()).contains(NOW.plusSeconds(60));
    assertThat(verified.revision()).isEqualTo(2);
    assertThat(verified.steps().stream().map(InspectionStep::kind))
        .containsExactly(Kind.INSPECTED, Kind.DONE, Kind.VERIFIED);
  }

  @Test
  void whatIsReopenedShouldBeDoneAgain() {
    Instant later = NOW.plus(Duration.ofDays(1));
    Instant newDue = later.plus(Duration.ofDays(30));
    Inspection reopened = done().reopened(later, NOTE, Optional.of(newDue), false).orElseThrow();
    assertThat(reopened.state()).isEqualTo(State.REOPENED);
    assertThat(reopened.doneAt()).isEmpty();
    assertThat(reopened.order().dueAt()).contains(newDue);
    assertThat(reopened.latest().dueAt()).contains(newDue);
    assertThat(reopened.verified(later, NOTE, false)).isEmpty();
    assertThat(reopened.completed(later, NOTE)).map(Inspection::state).contains(State.DONE);
  }

  @Test
  void whatIsReopenedShouldKeepADeadlineThatIsStillToCome() {
    assertThat(done().reopened(NOW.plusSeconds(9), NOTE, Optional.empty(), false))
        .map(inspection -> inspection.order().dueAt())
        .contains(Optional.of(DUE));
    assertThatThrownBy(() -> done().reopened(DUE, NOTE, Optional.empty(), false))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("dueAt: REQUIRED");
    assertThatThrownBy(() -> done().reopened(NOW, NOTE, Optional.of(NOW), false))
        .hasMessage("dueAt: OUT_OF_RANGE");
  }

  @Test
  void stepsShouldBeForbiddenWhereTheStateForbidsThem() {
    Inspection open = rectification();
    assertThat(open.verified(NOW, NOTE, false)).isEmpty();
    assertThat(open.reopened(NOW, NOTE, Optional.empty(), false)).isEmpty();
    assertThat(done().completed(NOW, NOTE)).isEmpty();
    for (Inspection settled :
        List.of(
            done().verified(NOW, NOTE, false).orElseThrow(),
            made(Measure.CRITICISM, Optional.empty()))) {
      assertThat(settled.completed(NOW, NOTE)).isEmpty();
      assertThat(settled.verified(NOW, NOTE, true)).isEmpty();
      assertThat(settled.reopened(NOW, NOTE, Optional.of(DUE), true)).isEmpty();
    }
  }

  @Test
  void whereNobodyAnswersASupervisorShouldVerifyAtOnce() {
    Inspection verified = rectification().verified(NOW.plusSeconds(5), NOTE, true).orElseThrow();
    assertThat(verified.state()).isEqualTo(State.VERIFIED);
    assertThat(verified.doneAt()).contains(NOW.plusSeconds(5));
    assertThat(rectification().reopened(NOW, NOTE, Optional.empty(), true))
        .map(Inspection::state)
        .contains(State.REOPENED);
  }

  @Test
  void itShouldBeOverdueOnceTheDeadlinePassedWhileItIsTheVenuesTurn() {
    Instant after = DUE.plusMillis(1);
    assertThat(rectification().isOverdue(DUE)).isFalse();
    assertThat(rectification().isOverdue(after)).isTrue();
    assertThat(done().isOverdue(after)).isFalse();
    assertThat(made(Measure.NONE, Optional.empty()).isOverdue(after)).isFalse();
    assertThat(done().reopened(NOW, NOTE, Optional.empty(), false).orElseThrow().isOverdue(after))
        .isTrue();
  }

  private static Inspection done() {
    return rectification().completed(NOW, Optional.empty()).orElseThrow();
  }

  private static Inspection rectification() {
    return made(Measure.RECTIFICATION, Optional.of(DUE));
  }

  private static Inspection made(Measure measure, Optional<Instant> dueAt) {
    return Inspection.made(
        new InspectionId(UUID.randomUUID()),
        new Premises(
            new OfVenue(new VenueId(UUID.randomUUID())),
            new VenueName("塔里木宾馆"),
            new VenueTypeCode("HOTEL"),
            new DivisionCode("659002001001")),
        new StaffId(UUID.randomUUID()),
        Optional.empty(),
        NOW,
        new Findings(
            List.of(
                new Finding(ChecklistItem.CODE_VISIBLE, Finding.Result.NOT_OK, Optional.empty()))),
        new MeasureOrder(measure, dueAt));
  }
}
