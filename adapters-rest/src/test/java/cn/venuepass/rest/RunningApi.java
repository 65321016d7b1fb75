package cn.venuepass.rest;

import cn.venuepass.application.Stores;
import cn.venuepass.application.UseCases;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.StayRules;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.board.LiveStreams;
import cn.venuepass.rest.operation.Monitoring;
import cn.venuepass.rest.operation.Networks;
import cn.venuepass.rest.operation.Protection;
import cn.venuepass.rest.problem.HelpPhone;
import cn.venuepass.testkit.TestApplication;
import cn.venuepass.testkit.http.ApiClient;
import cn.venuepass.testkit.http.People;
import cn.venuepass.testkit.memory.InMemoryStore;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The API over real HTTP on a free port, with stores in memory. */
final class RunningApi implements AutoCloseable {
  static final int THREADS = 32;

  /** Streams that end at once, so that a test can wait for the end of every answer. */
  private static final LiveStreams.Settings ONE_EVENT =
      new LiveStreams.Settings(Duration.ofMillis(10), 4, Duration.ZERO);

  static final DivisionCode HEADQUARTERS = new DivisionCode("659002000000");

  private final TestApplication application;
  private final RestServer server;
  private final OpenApiDocument document = OpenApiDocument.load();

  private RunningApi(TestApplication application, Protection protection, Monitoring monitoring) {
    this(application, protection, monitoring, ONE_EVENT);
  }

  private RunningApi(
      TestApplication application,
      Protection protection,
      Monitoring monitoring,
      LiveStreams.Settings live) {
    this.application = application;
    UseCases useCases = application.useCases();
    this.server =
        RestServer.start(
            new RestServer.Settings("127.0.0.1", 0, THREADS, true, HelpPhone.PUBLIC_SERVICE, live),
            protection,
            monitoring,
            useCases,
            application.links(),
            () -> true,
            application.clock());
  }

  /** A server where managers can work at once. */
  static RunningApi start() {
    return start(InMemoryStore.create(), Duration.ZERO);
  }

  static RunningApi start(Stores stores, Duration activationDelay) {
    return over(new TestApplication(stores, activationDelay));
  }

  /** A server with divisions, a venue type and staff, over that application. */
  static RunningApi over(TestApplication application) {
    fill(application);
    return new RunningApi(application, Protection.open(), loopback());
  }

  /** A server whose streams of events go on so. */
  static RunningApi streaming(LiveStreams.Settings live) {
    var application = new TestApplication(InMemoryStore.create(), Duration.ZERO);
    fill(application);
    return new RunningApi(application, Protection.open(), loopback(), live);
  }

  /** A server behind other limits, proxies and origins. */
  static RunningApi behind(Protection protection) {
    return monitored(protection, loopback());
  }

  /** A server that is measured, and shows it to some. */
  static RunningApi monitored(Protection protection, Monitoring monitoring) {
    var application = new TestApplication(InMemoryStore.create(), Duration.ZERO);
    fill(application);
    return new RunningApi(application, protection, monitoring);
  }

  /** A server over stores that need not work, with nothing in them. */
  static RunningApi overBroken(Stores stores) {
    return new RunningApi(new TestApplication(stores), Protection.open(), Monitoring.none());
  }

  /** A client whose JSON answers are held against the OpenAPI document. */
  ApiClient client() {
    return ApiClient.of(uri(), document::check);
  }

  /** A client for requests that are not in the document. */
  ApiClient uncheckedClient() {
    return ApiClient.of(uri());
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  TestApplication application() {
    return application;
  }

  @Override
  public void close() {
    server.close();
  }

  private static Monitoring loopback() {
    return new Monitoring(
        new CompositeMeterRegistry(), () -> "sample_total 1\n", Networks.of("127.0.0.0/8"));
  }

  private static void fill(TestApplication application) {
    var divisions = application.stores().divisions();
    var hq = new Division(HEADQUARTERS, "第一师阿拉尔市", Division.Level.HEADQUARTERS, Optional.empty());
    divisions.save(hq);
    for (String community : new String[] {People.COMMUNITY, People.OTHER_COMMUNITY}) {
      var territory = new DivisionCode(community.substring(0, 9) + "000");
      divisions.save(
          new Division(territory, "街道", Division.Level.TERRITORY, Optional.of(HEADQUARTERS)));
      divisions.save(
          new Division(
              new DivisionCode(community), "社区", Division.Level.COMMUNITY, Optional.of(territory)));
    }
    var hotel = new VenueType(new VenueTypeCode("HOTEL"), "宾馆", "文旅", StayRules.DEFAULT);
    application.stores().venueTypes().save(hotel);
    application.addStaff("reviewer", Role.REVIEWER, new DivisionCode(People.COMMUNITY));
    application.addStaff("controller2", Role.CONTROLLER, HEADQUARTERS);
    for (Role role : Role.values()) {
      if (role != Role.RESIDENT && role != Role.REVIEWER) {
        application.addStaff(role.name().toLowerCase(Locale.ROOT), role, HEADQUARTERS);
      }
    }
  }
}
