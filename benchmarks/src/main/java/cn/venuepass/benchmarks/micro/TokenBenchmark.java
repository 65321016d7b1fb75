package cn.venuepass.benchmarks.micro;

import cn.venuepass.application.access.AccessTokens.Claims;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.rest.access.JwtAccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The check of an access token. */
@State(Scope.Thread)
public class TokenBenchmark {
  private final JwtAccessTokens tokens =
      new JwtAccessTokens("1", Map.of("1", new byte[32]), Clock.systemUTC());
  private final String token =
      tokens.issue(
          new Claims(
              new SessionId(new UUID(1, 2)),
              new Subject.OfAccount(new AccountId(new UUID(3, 4))),
              Optional.of(new PersonId(new UUID(5, 6)))),
          Instant.now().plus(Duration.ofHours(1)));

  @Benchmark
  public Optional<Claims> read() {
    return tokens.read(token);
  }
}
