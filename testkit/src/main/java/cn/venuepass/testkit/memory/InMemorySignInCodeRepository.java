package cn.venuepass.testkit.memory;

import cn.venuepass.application.access.SignInCodeRepository;
import cn.venuepass.domain.access.SignInCode;
import cn.venuepass.domain.access.SignInCodeLimits;
import cn.venuepass.domain.person.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class InMemorySignInCodeRepository implements SignInCodeRepository {
  private final InMemoryStore store;
  private final Map<PhoneNumber, Good> codes;
  private final Map<UUID, Request> requests;

  InMemorySignInCodeRepository(InMemoryStore store) {
    this.store = store;
    this.codes = store.table();
    this.requests = store.table();
  }

  @Override
  public Optional<Duration> replace(PhoneNumber phone, UUID request, SignInCode code, Instant now) {
    return store.run(
        () -> {
          Optional<Duration> wait = SignInCodeLimits.waitAfter(sent(phone, now), now);
          if (wait.isEmpty()) {
            requests.put(request, new Request(phone, now));
            codes.put(phone, new Good(request, code, now.plus(SignInCode.LIFE), 0));
          }
          return wait;
        });
  }

  @Override
  public void withdraw(PhoneNumber phone, UUID request) {
    store.run(
        () -> {
          codes.computeIfPresent(
              phone, (number, good) -> good.request().equals(request) ? null : good);
          return Optional.ofNullable(requests.remove(request));
        });
  }

  @Override
  public boolean use(PhoneNumber phone, SignInCode code, Instant now) {
    return store.run(
        () -> {
          Optional<Good> good =
              Optional.ofNullable(codes.get(phone))
                  .filter(known -> known.attempts() < SignInCode.MOST_ATTEMPTS)
                  .filter(known -> known.expiresAt().isAfter(now));
          good.ifPresent(known -> codes.put(phone, known.tried()));
          boolean right = good.filter(known -> known.code().equals(code)).isPresent();
          if (right) {
            codes.remove(phone);
          }
          return right;
        });
  }

  private List<Instant> sent(PhoneNumber phone, Instant now) {
    Instant since = now.minus(SignInCodeLimits.LONGEST_PERIOD);
    return requests.values().stream()
        .filter(request -> request.phone().equals(phone) && request.at().isAfter(since))
        .map(Request::at)
        .toList();
  }

  private record Request(PhoneNumber phone, Instant at) {}

  private record Good(UUID request, SignInCode code, Instant expiresAt, int attempts) {
    Good tried() {
      return new Good(request, code, expiresAt, attempts + 1);
    }
  }
}
