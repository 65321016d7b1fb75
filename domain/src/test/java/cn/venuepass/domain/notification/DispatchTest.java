package cn.venuepass.domain.notification;

import static cn.venuepass.domain.notification.NotificationKind.MANAGER_ACTIVATED;
import static cn.venuepass.domain.notification.NotificationKind.REVIEW_DECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.notification.Dispatch.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:30:00Z");

  @Test
  void laterShouldDoubleThePauseUpToSixHoursAndGiveUpAfterTwelveTries() {
    Dispatch dispatch = Dispatch.first(NOW);
    List<Long> pauses = new ArrayList<>();
    while (dispatch.state() == State.WAITING) {
      Instant asked = dispatch.nextAt();
      dispatch = dispatch.later(asked);
      pauses.add(Duration.between(asked, dispatch.nextAt()).toMinutes());
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 360L, 360L, 0L);
    assertThat(dispatch.state()).isEqualTo(State.DEAD);
    assertThat(dispatch.tries()).isEqualTo(Dispatch.MOST_TRIES);
  }

  @Test
  void refusedShouldPassTheKnockOnToTheNextCarrierWithFreshTries() {
    Dispatch tried = Dispatch.first(NOW).later(NOW);
    Instant then = tried.nextAt();
    assertThat(tried.refused(REVIEW_DECIDED, then))
        .isEqualTo(new Dispatch(State.WAITING, Carrier.SMS, 0, then));
  }

  @Test
  void refusedShouldLeaveItToTheListWhenNobodyElseCarries() {
    Dispatch sms = Dispatch.first(NOW).refused(REVIEW_DECIDED, NOW);
    assertThat(sms.refused(REVIEW_DECIDED, NOW).state()).isEqualTo(State.LISTED);
    Dispatch onlyWeChat = Dispatch.first(NOW);
    assertThat(onlyWeChat.refused(MANAGER_ACTIVATED, NOW).state()).isEqualTo(State.LISTED);
  }

  @Test
  void deliveredAndListedShouldBeTheEnd() {
    Dispatch first = Dispatch.first(NOW);
    assertThat(first.delivered()).isEqualTo(new Dispatch(State.DELIVERED, Carrier.WECHAT, 0, NOW));
    assertThat(first.listed().state()).isEqualTo(State.LISTED);
  }

  @Test
  void noTemplateShouldTellOfAnExposure() {
    assertThat(NotificationKind.EXPOSURE_NOTICE.template()).isEqualTo("new-message");
  }
}
