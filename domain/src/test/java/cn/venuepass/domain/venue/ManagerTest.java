package cn.venuepass.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ManagerTest {
  private static final Instant ADDED = Instant.parse("2026-03-02T01:00:00Z");
  private static final Instant ACTIVE = ADDED.plusSeconds(3600);
  private static final Manager MANAGER =
      new Manager(
          new ManagerId(new UUID(1, 1)),
          new VenueId(new UUID(2, 2)),
          new PersonId(new UUID(3, 3)),
          new PersonName("管理员样本"),
          "6590**********0018",
          ADDED,
          ACTIVE);

  @Test
  void anAppointmentShouldWorkFromTheMomentOfActivation() {
    assertThat(MANAGER.activeAt(ADDED)).isFalse();
    assertThat(MANAGER.activeAt(ACTIVE.minusMillis(1))).isFalse();
    assertThat(MANAGER.activeAt(ACTIVE)).isTrue();
  }
}
