package cn.venuepass.rest;

import cn.venuepass.domain.person.ResidentIdNumber;
import cn.venuepass.testkit.SampleIdNumbers;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.contract.Journey;
import cn.venuepass.testkit.http.ApiClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Journeys to a server over stores in memory, whose clock goes on when it is told to. */
abstract class JourneyInMemory implements Journey {
  private static RunningApi server;

  @BeforeAll
  static void start() {
    server = RunningApi.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static TestApplication application() {
    return server.application();
  }

  @Override
  public ApiClient api() {
    return server.client();
  }

  @Override
  public ResidentIdNumber idNumber() {
    return SampleIdNumbers.next();
  }

  @Override
  public Instant now() {
    return server.application().clock().instant();
  }

  @Override
  public void aMomentLater() {
    server.application().clock().advance(Duration.ofSeconds(1));
  }
}
