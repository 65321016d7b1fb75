package cn.venuepass.application.lookup;

import static cn.venuepass.application.Answers.denied;
import static cn.venuepass.application.Answers.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.venuepass.application.Denial;
import cn.venuepass.application.lookup.RateLimits.Limited;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.testkit.MovableClock;
import cn.venuepass.testkit.memory.CountingRateLimits;
import cn.venuepass.testkit.memory.InMemoryLookupLog;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LookupsTest {
  private final InMemoryLookupLog log = new InMemoryLookupLog();
  private final MovableClock clock = MovableClock.monday();
  private final Lookups lookups = new Lookups(new CountingRateLimits(3), log, clock);
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
  void noteShouldLogEachPersonWithTheTime() {
    var one = Optional.of(new PersonId(new UUID(2, 1)));
    Optional<PersonId> two = Optional.empty();
    var venue = Optional.of(new VenueId(new UUID(3, 1)));
    lookups.note(account, List.of(one, two), Lookup.Purpose.REGISTRATION, venue);
    assertThat(log.lookups())
        .containsExactly(
            new Lookup(account, one, Lookup.Purpose.REGISTRATION, venue, clock.instant()),
            new Lookup(account, two, Lookup.Purpose.REGISTRATION, venue, clock.instant()));
  }
}
