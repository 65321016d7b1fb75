package cn.venuepass.domain.inspection;

import static cn.venuepass.domain.inspection.Measure.CRITICISM;
import static cn.venuepass.domain.inspection.Measure.NONE;
import static cn.venuepass.domain.inspection.Measure.RECTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeasureOrderTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Optional<InspectionNote> NOTE = Optional.of(new InspectionNote("样本"));
  private static final Findings WRONG = findings(Finding.Result.NOT_OK, Optional.empty());
  private static final Findings FINE = findings(Finding.Result.OK, Optional.empty());

  @Test
  void aRectificationShouldHaveADeadlineWithinNinetyDays() {
    Instant last = NOW.plus(Duration.ofDays(90));
    assertThat(MeasureOrder.given(RECTIFICATION, Optional.of(last), WRONG, NOW).dueAt())
        .contains(last);
    assertFault(RECTIFICATION, Optional.of(last.plusMillis(1)), WRONG, "dueAt: OUT_OF_RANGE");
    assertFault(RECTIFICATION, Optional.of(NOW), WRONG, "dueAt: OUT_OF_RANGE");
    assertFault(RECTIFICATION, Optional.empty(), WRONG, "dueAt: REQUIRED");
  }

  @Test
  void nothingElseShouldHaveADeadline() {
    Optional<Instant> due = Optional.of(NOW.plusSeconds(60));
    assertFault(NONE, due, WRONG, "dueAt: NOT_FOR_MEASURE");
    assertFault(CRITICISM, due, WRONG, "dueAt: NOT_FOR_MEASURE");
    assertThat(MeasureOrder.given(NONE, Optional.empty(), FINE, NOW))
        .isEqualTo(new MeasureOrder(NONE, Optional.empty()));
  }

  @Test
  void aMeasureShouldHaveAReasonInTheFindings() {
    Optional<Instant> due = Optional.of(NOW.plusSeconds(60));
    assertFault(CRITICISM, Optional.empty(), FINE, "findings: NO_REASON");
    assertFault(RECTIFICATION, due, FINE, "findings: NO_REASON");
    assertThat(
            MeasureOrder.given(CRITICISM, Optional.empty(), findings(Finding.Result.OK, NOTE), NOW)
                .measure())
        .isEqualTo(CRITICISM);
  }

  @Test
  void findingsShouldNameEachItemOnceInTheOrderOfTheChecklist() {
    var last = new Finding(ChecklistItem.REFUSALS_HANDLED, Finding.Result.OK, Optional.empty());
    var first =
        new Finding(ChecklistItem.CODE_POSTED, Finding.Result.NOT_APPLICABLE, Optional.empty());
    assertThat(new Findings(List.of(last, first)).all()).containsExactly(first, last);
    assertThatThrownBy(() -> new Findings(List.of(first, first))).hasMessage("findings: REPEATED");
    assertThatThrownBy(() -> new Findings(List.of())).hasMessage("findings: REQUIRED");
  }

  @Test
  void notesShouldBeBoundedAndNotPrint() {
    assertThat(new InspectionNote("x".repeat(500)).toString()).isEqualTo("InspectionNote[***]");
    assertThatThrownBy(() -> new InspectionNote("x".repeat(501))).hasMessage("note: TOO_LONG");
    assertThatThrownBy(() -> new InspectionNote("a\u0000b")).hasMessage("note: CHARACTERS");
  }

  private static void assertFault(
      Measure measure, Optional<Instant> dueAt, Findings findings, String fault) {
    assertThatThrownBy(() -> MeasureOrder.given(measure, dueAt, findings, NOW))
        .isInstanceOf(InvalidValue.class)
        .hasMessage(fault);
  }

  private static Findings findings(Finding.Result result, Optional<InspectionNote> note) {
    return new Findings(List.of(new Finding(ChecklistItem.SCANS_URGED, result, note)));
  }
}
