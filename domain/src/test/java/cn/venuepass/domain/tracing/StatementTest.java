package cn.venuepass.domain.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.VisitId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Optional<Instant> NONE = Optional.empty();
  private static final Optional<VisitId> VISIT = Optional.of(new VisitId(UUID.randomUUID()));
  private static final Optional<VisitId> NO_VISIT = Optional.empty();

  @Test
  void ofAVisitOneTimeShouldBeEnough() {
    assertThat(told(VISIT, Optional.of(NINE), NONE).entered()).contains(NINE);
    assertThat(told(VISIT, NONE, Optional.of(NINE)).left()).contains(NINE);
  }

  @Test
  void aStatementShouldTellATime() {
    assertThatThrownBy(() -> told(VISIT, NONE, NONE))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("enteredAt");
  }

  @Test
  void aStayThatNobodyScannedShouldHaveBothTimes() {
    assertThatThrownBy(() -> told(NO_VISIT, NONE, Optional.of(NINE)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("enteredAt");
    assertThatThrownBy(() -> told(NO_VISIT, Optional.of(NINE), NONE))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("leftAt");
    assertThat(told(NO_VISIT, Optional.of(NINE), Optional.of(NINE.plusSeconds(1))).visit())
        .isEmpty();
  }

  @Test
  void nobodyShouldLeaveBeforeTheyCame() {
    assertThatThrownBy(() -> told(VISIT, Optional.of(NINE), Optional.of(NINE)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("leftAt");
  }

  @Test
  void whatWasSaidShouldNotPrint() {
    assertThat(told(VISIT, Optional.of(NINE), NONE).toString()).doesNotContain("九点");
  }

  private static Statement told(
      Optional<VisitId> visit, Optional<Instant> entered, Optional<Instant> left) {
    return new Statement(
        new StatementId(UUID.randomUUID()),
        new PersonId(UUID.randomUUID()),
        new VenueId(UUID.randomUUID()),
        visit,
        entered,
        left,
        Optional.of("九点走的"),
        new StaffId(UUID.randomUUID()),
        NINE.plusSeconds(3600));
  }
}
