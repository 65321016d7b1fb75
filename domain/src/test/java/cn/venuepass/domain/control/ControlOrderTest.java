package cn.venuepass.domain.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.control.ControlOrder.State;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ControlOrderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final StaffId ONE = new StaffId(new UUID(1, 1));
  private static final StaffId TWO = new StaffId(new UUID(2, 2));
  private static final ControlNote WHY = new ControlNote("样本");

  @Test
  void stepsShouldLeadFromOneStateToTheNext() {
    ControlOrder proposed = proposed(Duration.ofDays(3));
    assertThat(proposed.state(NOW)).isEqualTo(State.PROPOSED);
    ControlOrder active = proposed.approved(by(TWO, NOW)).orElseThrow();
    assertThat(active.state(NOW)).isEqualTo(State.ACTIVE);
    assertThat(active.revision()).isEqualTo(1);
    assertThat(active.state(active.expiresAt())).isEqualTo(State.EXPIRED);
    ControlOrder lifted = active.lifted(by(ONE, NOW.plusSeconds(5)), WHY).orElseThrow();
    assertThat(lifted.state(NOW)).isEqualTo(State.LIFTED);
    assertThat(lifted.state(lifted.expiresAt())).isEqualTo(State.LIFTED);
    assertThat(lifted.term())
        .contains(new ControlTerm(NOW, proposed.expiresAt(), Optional.of(NOW.plusSeconds(5))));
    assertThat(proposed.withdrawn(by(ONE, NOW)).orElseThrow().state(NOW))
        .isEqualTo(State.WITHDRAWN);
    assertThat(proposed.declined(by(TWO, NOW), WHY).orElseThrow().state(NOW))
        .isEqualTo(State.DECLINED);
  }

  @Test
  void nobodyShouldJudgeTheirOwnProposalNorWithdrawAnothers() {
    ControlOrder proposed = proposed(Duration.ofDays(3));
    assertThat(proposed.approved(by(ONE, NOW))).isEmpty();
    assertThat(proposed.declined(by(ONE, NOW), WHY)).isEmpty();
    assertThat(proposed.withdrawn(by(TWO, NOW))).isEmpty();
    assertThat(proposed.isSignedBy(TWO)).isFalse();
    assertThat(proposed.approved(by(TWO, NOW)).orElseThrow().isSignedBy(TWO)).isTrue();
  }

  @Test
  void aProposalShouldLapseAfterADayOrWithItsOwnEnd() {
    ControlOrder proposed = proposed(Duration.ofDays(3));
    Instant lapse = NOW.plus(ControlOrder.TO_APPROVE);
    assertThat(proposed.approved(by(TWO, lapse.minusMillis(1)))).isPresent();
    assertThat(proposed.approved(by(TWO, lapse))).isEmpty();
    assertThat(proposed.state(lapse)).isEqualTo(State.LAPSED);
    assertThat(proposed(Duration.ofHours(2)).lapsesAt()).isEqualTo(NOW.plusSeconds(7_200));
  }

  @Test
  void whatIsOverShouldAllowNoStep() {
    ControlOrder active = proposed(Duration.ofDays(1)).approved(by(TWO, NOW)).orElseThrow();
    assertThat(active.approved(by(TWO, NOW))).isEmpty();
    assertThat(active.withdrawn(by(ONE, NOW))).isEmpty();
    assertThat(active.declined(by(TWO, NOW), WHY)).isEmpty();
    assertThat(active.lifted(by(TWO, active.expiresAt()), WHY)).isEmpty();
    ControlOrder lifted = active.lifted(by(TWO, NOW), WHY).orElseThrow();
    assertThat(lifted.lifted(by(TWO, NOW), WHY)).isEmpty();
    assertThat(proposed(Duration.ofDays(1)).lifted(by(TWO, NOW), WHY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anOrderShouldLastNoLongerThanItsRuleAllows(ControlRule rule) {
    Instant last = NOW.plus(rule.longestTerm());
    assertThat(proposed(rule, last).expiresAt()).isEqualTo(last);
    assertThatThrownBy(() -> proposed(rule, last.plusMillis(1))).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> proposed(rule, NOW)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aTermShouldHoldFromItsBeginToItsEnd() {
    var term = new ControlTerm(NOW, NOW.plusSeconds(10), Optional.empty());
    assertThat(term.heldAt(NOW.minusMillis(1))).isFalse();
    assertThat(term.heldAt(NOW)).isTrue();
    assertThat(term.heldAt(NOW.plusSeconds(10))).isFalse();
    assertThat(term.holdsOn(NOW.minusSeconds(1))).as("another node's clock").isTrue();
    assertThat(term.holdsOn(NOW.plusSeconds(10))).isFalse();
    var lifted = new ControlTerm(NOW, NOW.plusSeconds(10), Optional.of(NOW.plusSeconds(5)));
    assertThat(lifted.heldAt(NOW.plusSeconds(5).minusMillis(1))).isTrue();
    assertThat(lifted.heldAt(NOW.plusSeconds(5))).isFalse();
    assertThat(lifted.holdsOn(NOW)).isFalse();
  }

  @Test
  void whatPeopleWroteShouldNotPrint() {
    assertThat(proposed(Duration.ofDays(1)).toString()).doesNotContain("样本");
  }

  private static ControlOrder proposed(Duration term) {
    return proposed(ControlRule.CLOSE_CONTACT, NOW.plus(term));
  }

  private static ControlOrder proposed(ControlRule rule, Instant expiresAt) {
    return ControlOrder.proposed(
        new ControlOrderId(new UUID(3, 3)),
        rule.target() == ControlTarget.Kind.PERSON
            ? new ControlTarget.OfPerson(new PersonId(new UUID(4, 4)))
            : new ControlTarget.OfVenue(new VenueId(new UUID(5, 5))),
        new DivisionCode("659002001001"),
        Optional.empty(),
        new ControlGrounds(rule, WHY, Optional.empty()),
        expiresAt,
        by(ONE, NOW));
  }

  private static ControlSignature by(StaffId staff, Instant at) {
    return new ControlSignature(staff, at);
  }
}
