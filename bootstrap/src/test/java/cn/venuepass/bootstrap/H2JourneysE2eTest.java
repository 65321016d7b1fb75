package cn.venuepass.bootstrap;

import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.contract.JourneysContract;
import cn.venuepass.testkit.http.ApiClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The journeys on the demo as it comes; afterwards neither logs nor files name anybody. */
class H2JourneysE2eTest implements JourneysContract {
  @TempDir private static Path data;

  private static final PersonalTraces TRACES = new PersonalTraces();
  private static RunningJar server;

  @BeforeAll
  static void start() {
    server = RunningJar.demo(data);
  }

  @AfterAll
  static void stop() throws IOException {
    String said = server.output();
    server.stop();
    TRACES.assertNoneIn(said);
    TRACES.assertNoneBelow(data, "塔里木宾馆");
  }

  @Override
  public ApiClient api() {
    return server.api();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void aMomentLater() {
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
  }

  @Override
  public ResidentIdNumber idNumber() {
    return TRACES.idNumber();
  }

  @Override
  public PhoneNumber phone() {
    return TRACES.phone();
  }
}
