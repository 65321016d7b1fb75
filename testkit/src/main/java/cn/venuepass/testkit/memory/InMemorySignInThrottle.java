package cn.venuepass.testkit.memory;

import cn.venuepass.application.access.SignInThrottle;
import cn.venuepass.domain.access.SignInAttempts;
import cn.venuepass.domain.access.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class InMemorySignInThrottle implements SignInThrottle {
  private final InMemoryStore store;
  private final Map<Username, SignInAttempts> attempts;

  InMemorySignInThrottle(InMemoryStore store) {
    this.store = store;
    this.attempts = store.table();
  }

  @Override
  public Optional<Duration> begin(Username username, Instant now) {
    return store.run(
        () -> {
          SignInAttempts before = attempts.getOrDefault(username, new SignInAttempts(0, now));
          Optional<Duration> wait = before.wait(now);
          if (wait.isEmpty()) {
            attempts.put(username, before.tried(now));
          }
          return wait;
        });
  }

  @Override
  public void succeeded(Username username) {
    store.run(() -> Optional.ofNullable(attempts.remove(username)));
  }
}
