package cn.venuepass.application.lookup;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.LoggedEvents;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.memory.CountingRateLimits;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LookupsTest {
  private final TestApplication app = new TestApplication();
  private final Lookups lookups =
      new Lookups(
          new CountingRateLimits(3),
          new AuditTrail(app.stores().auditLog(), UUID::randomUUID, app.clock()));
  private final AccountId account = new AccountId(new UUID(1, 1));

  @Test
  void limitedShouldGoOnUntilNothingIsLeft() {
    assertThat(done(lookups.limited(account, Limited.ID_NUMBER_TYPED, 2))).isEqualTo(account);
    assertThat(denied(lookups.limited(account, Limited.ID_NUMBER_TYPED, 2)))
        .isEqualTo(new Denial.TooManyRequests(CountingRateLimits.WAIT));
    assertThat(done(lookups.limited(account, Limited.ID_NUMBER_TYPED, 1))).isEqualTo(account);
  }

  @Test
  void limitedShouldTellAccountsAndKindsApart() {
    done(lookups.limited(account, Limited.ID_NUMBER_TYPED, 3));
    done(lookups.limited(account, Limited.ID_NUMBER_UPLOADED, 3));
    done(lookups.limited(new AccountId(new UUID(1, 2)), Limited.ID_NUMBER_TYPED, 3));
  }

  @Test
  void noteShouldBeOneEventForAllAndOneMoreForThoseWhomNobodyKnows() {
    var one = new PersonId(new UUID(2, 1));
    var two = new PersonId(new UUID(2, 2));
    Venue venue = app.fixtures().aVenue().add();
    lookups.note(
        Actor.manager(account),
        List.of(Optional.of(two), Optional.empty(), Optional.of(one), Optional.empty()),
        AuditPurpose.REGISTRATION,
        Optional.of(venue));
    assertThat(LoggedEvents.of(app))
        .containsExactly(logged(venue, List.of(one, two)), logged(venue, List.of()));
  }

  private LoggedEvents.Logged logged(Venue venue, List<PersonId> people) {
    return new LoggedEvents.Logged(
        Actor.manager(account),
        LoggedEvents.lookup(AuditPurpose.REGISTRATION, Optional.of(venue), people),
        app.clock().instant());
  }
}
