package cn.venuepass.rest;

import static org.glassfish.jersey.CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE;
import static org.glassfish.jersey.CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE;

import cn.venuepass.application.UseCases;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.rest.access.AccessFilter;
import cn.venuepass.rest.access.CallerBinder;
import cn.venuepass.rest.access.MyPhoneResource;
import cn.venuepass.rest.access.OwnCredentialsResource;
import cn.venuepass.rest.access.PhoneSessionsResource;
import cn.venuepass.rest.access.SessionsResource;
import cn.venuepass.rest.access.StaffResource;
import cn.venuepass.rest.audit.AuditResource;
import cn.venuepass.rest.board.LiveBoardResource;
import cn.venuepass.rest.board.LiveStreams;
import cn.venuepass.rest.cases.CaseContactsResource;
import cn.venuepass.rest.cases.CaseHistoryResource;
import cn.venuepass.rest.cases.CasesResource;
import cn.venuepass.rest.cases.TraceParametersResource;
import cn.venuepass.rest.casework.CaseGraphResource;
import cn.venuepass.rest.casework.CaseVenueVisitsResource;
import cn.venuepass.rest.casework.ContactExportResource;
import cn.venuepass.rest.control.AppealsResource;
import cn.venuepass.rest.control.ControlOrdersResource;
import cn.venuepass.rest.control.MyControlOrdersResource;
import cn.venuepass.rest.coverage.BlindSpotsResource;
import cn.venuepass.rest.coverage.CoverageResource;
import cn.venuepass.rest.coverage.SurveyPlacesResource;
import cn.venuepass.rest.directory.ReviewAidsResource;
import cn.venuepass.rest.directory.VenueDirectoryResource;
import cn.venuepass.rest.drill.DrillsResource;
import cn.venuepass.rest.followup.AssignmentsResource;
import cn.venuepass.rest.followup.ContactFollowUpResource;
import cn.venuepass.rest.followup.ExposureNoticesResource;
import cn.venuepass.rest.followup.FollowUpResource;
import cn.venuepass.rest.gate.DevicesResource;
import cn.venuepass.rest.gate.NoPhoneParityResource;
import cn.venuepass.rest.gate.OccupancyResource;
import cn.venuepass.rest.gate.RefusalsResource;
import cn.venuepass.rest.gate.RegistrationResource;
import cn.venuepass.rest.gate.VenueVisitsResource;
import cn.venuepass.rest.inspection.InspectionPhotosResource;
import cn.venuepass.rest.inspection.InspectionPlansResource;
import cn.venuepass.rest.inspection.InspectionsResource;
import cn.venuepass.rest.inspection.VenueInspectionsResource;
import cn.venuepass.rest.json.BodyBounds;
import cn.venuepass.rest.json.BodyGuard;
import cn.venuepass.rest.json.MapperProvider;
import cn.venuepass.rest.notification.DeadLettersResource;
import cn.venuepass.rest.notification.NotificationsResource;
import cn.venuepass.rest.operation.ErrorPages;
import cn.venuepass.rest.operation.HealthResource;
import cn.venuepass.rest.operation.MetricsResource;
import cn.venuepass.rest.operation.Monitoring;
import cn.venuepass.rest.operation.Protection;
import cn.venuepass.rest.operation.Readiness;
import cn.venuepass.rest.operation.RequestGate;
import cn.venuepass.rest.operation.RequestMeters;
import cn.venuepass.rest.operation.RouteFilter;
import cn.venuepass.rest.operation.WireGuard;
import cn.venuepass.rest.pages.ConsolePagesResource;
import cn.venuepass.rest.pages.PagesResource;
import cn.venuepass.rest.pages.PhonePagesResource;
import cn.venuepass.rest.pages.WebBundle;
import cn.venuepass.rest.pass.FamilyPassCodeResource;
import cn.venuepass.rest.pass.PaperPassResource;
import cn.venuepass.rest.pass.PassCodeResource;
import cn.venuepass.rest.person.FamilyResource;
import cn.venuepass.rest.person.ProfileResource;
import cn.venuepass.rest.posterlife.PosterActivityResource;
import cn.venuepass.rest.posterlife.PosterConfirmationResource;
import cn.venuepass.rest.posterlife.PosterReplacementResource;
import cn.venuepass.rest.posterlife.PosterWarningsResource;
import cn.venuepass.rest.posterlife.SilentPostersResource;
import cn.venuepass.rest.privacy.DataRequestsResource;
import cn.venuepass.rest.privacy.MyAccessesResource;
import cn.venuepass.rest.privacy.MyDataRequestsResource;
import cn.venuepass.rest.problem.HelpPhone;
import cn.venuepass.rest.problem.ProblemMapper;
import cn.venuepass.rest.report.WeeklyReportResource;
import cn.venuepass.rest.retention.RetentionReportsResource;
import cn.venuepass.rest.survey.SurveyImportsResource;
import cn.venuepass.rest.survey.SurveyMatchesResource;
import cn.venuepass.rest.venue.DivisionsResource;
import cn.venuepass.rest.venue.ManagersResource;
import cn.venuepass.rest.venue.MyVenuesResource;
import cn.venuepass.rest.venue.PosterLandingResource;
import cn.venuepass.rest.venue.PostersResource;
import cn.venuepass.rest.venue.ReviewResource;
import cn.venuepass.rest.venue.RosterResource;
import cn.venuepass.rest.venue.SubVenuesResource;
import cn.venuepass.rest.venue.VenueTypesResource;
import cn.venuepass.rest.venue.VenuesResource;
import cn.venuepass.rest.visit.MyVisitsResource;
import cn.venuepass.rest.visit.ScanResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server with the whole API. */
public final class RestServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RestServer.class);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final int READ_TIMEOUT_SECONDS = 5;
  private static final int WRITE_TIMEOUT_SECONDS = 10;
  private static final int MAXIMUM_HEADER_BYTES = 16 * 1024;
  private static final int MAXIMUM_HEADERS = 64;

  /** Of how many workers one may wait for a body that still comes. */
  private static final int WORKERS_OF_SLOW_SENDERS = 4;

  private final HttpServer server;
  private final LiveStreams streams;

  private RestServer(HttpServer server, LiveStreams streams) {
    this.server = server;
    this.streams = streams;
  }

  /**
   * Where the server listens.
   *
   * @param port 0 for any that is free
   * @param threads how many requests are worked on at once
   * @param helpPhone whom people call who are kept out
   * @param live how streams of events go on
   */
  public record Settings(
      String host,
      int port,
      int threads,
      boolean demo,
      HelpPhone helpPhone,
      LiveStreams.Settings live) {}

  /**
   * Starts to listen.
   *
   * @throws UncheckedIOException when the address is taken
   */
  public static RestServer start(
      Settings settings,
      Protection protection,
      Monitoring monitoring,
      UseCases useCases,
      PosterLinks links,
      Readiness readiness,
      InstantSource clock) {
    HttpServer server = new HttpServer();
    var meters = new RequestMeters(monitoring.meters());
    var streams = new LiveStreams(settings.live());
    server.addListener(new NetworkListener("api", settings.host(), settings.port()));
    HttpHandler api =
        ContainerFactory.createContainer(
            GrizzlyHttpContainer.class,
            resources(
                    task -> workersOf(server).execute(task),
                    useCases,
                    links,
                    readiness,
                    monitoring,
                    clock,
                    settings.demo(),
                    settings.helpPhone(),
                    protection.limits(),
                    streams)
                .register(new RouteFilter(meters)));
    var gate =
        new RequestGate(
            api, protection, meters, Math.max(1, settings.threads() / WORKERS_OF_SLOW_SENDERS));
    server.getServerConfiguration().addHttpHandler(gate, "/");
    NetworkListener listener = server.getListeners().iterator().next();
    listener
        .getTransport()
        .setWorkerThreadPoolConfig(
            ThreadPoolConfig.defaultConfig()
                .setPoolName("venuepass-http")
                .setCorePoolSize(settings.threads())
                .setMaxPoolSize(settings.threads()));
    listener.getTransport().setReadTimeout(READ_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    listener.getTransport().setWriteTimeout(WRITE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    listener.setMaxHttpHeaderSize(MAXIMUM_HEADER_BYTES);
    listener.setMaxRequestHeaders(MAXIMUM_HEADERS);
    listener.registerAddOn(new WireGuard());
    listener.getKeepAlive().setMaxRequestsCount(-1);
    server.getServerConfiguration().setDefaultErrorPageGenerator(new ErrorPages());
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RestServer(server, streams);
  }

  /** The port that it listens on. */
  public int port() {
    return server.getListeners().iterator().next().getPort();
  }

  /** Ends streams, takes no new requests, and finishes those under way within ten seconds. */
  @Override
  public void close() {
    streams.close();
    try {
      server.shutdown(GRACE.toSeconds(), TimeUnit.SECONDS).get(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("requests were cut off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.shutdownNow();
    }
  }

  private static Executor workersOf(HttpServer server) {
    return server.getListeners().iterator().next().getTransport().getWorkerThreadPool();
  }

  static ResourceConfig resources(
      Executor workers,
      UseCases useCases,
      PosterLinks links,
      Readiness readiness,
      Monitoring monitoring,
      InstantSource clock,
      boolean demo,
      HelpPhone helpPhone,
      RateLimits limits,
      LiveStreams streams) {
    var venue = useCases.venue();
    var visit = useCases.visit();
    var gate = useCases.gate();
    var posterLife = useCases.posterLife();
    var showPassCode = useCases.pass().showPassCode();
    var inspection = useCases.inspection();
    var followContacts = useCases.followUp().followContacts();
    var control = useCases.control();
    var keepPhotos = useCases.photo().keepPhotos();
    var phone = WebBundle.of("mobile");
    var console = WebBundle.of("console");
    return new ResourceConfig()
        .property(FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .property(METAINF_SERVICES_LOOKUP_DISABLE, true)
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
        .property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, true)
        .register(JacksonFeature.withoutExceptionMappers())
        .register(new MapperProvider())
        .register(new ProblemMapper())
        .register(new BodyGuard())
        .register(new BodyBounds())
        .register(new AccessFilter(useCases.access().identifyCaller(), limits))
        .register(new CallerBinder(helpPhone))
        .register(new SessionsResource(useCases.access()))
        .register(new PhoneSessionsResource(useCases.access().signInByPhone()))
        .register(new MyPhoneResource(useCases.access().provePhone()))
        .register(new ProfileResource(useCases.person(), clock))
        .register(new FamilyResource(useCases.person().lookAfterFamily(), clock))
        .register(new PassCodeResource(showPassCode))
        .register(new FamilyPassCodeResource(showPassCode))
        .register(new PaperPassResource(useCases.pass().managePaperPasses()))
        .register(new VenuesResource(venue))
        .register(new MyVenuesResource(venue.listMyVenues()))
        .register(new ManagersResource(venue.appointManagers(), clock))
        .register(new RosterResource(venue.keepRoster(), clock))
        .register(new SubVenuesResource(venue.admitSubVenues()))
        .register(new PostersResource(venue.managePosters(), links))
        .register(new PosterConfirmationResource(posterLife.tendPosters(), links))
        .register(new PosterReplacementResource(posterLife.tendPosters(), links))
        .register(new PosterActivityResource(posterLife.watchPosters()))
        .register(new SilentPostersResource(posterLife.watchPosters()))
        .register(new PosterWarningsResource(posterLife.watchPosters()))
        .register(new PosterLandingResource(venue.viewPoster()))
        .register(new DivisionsResource(venue.browseReferenceData(), venue.maintainDivisions()))
        .register(new VenueTypesResource(venue.browseReferenceData(), venue.maintainVenueTypes()))
        .register(new StaffResource(useCases.access().manageStaff()))
        .register(new OwnCredentialsResource(useCases.access().keepOwnCredentials()))
        .register(new ReviewResource(venue.reviewVenues()))
        .register(new SurveyImportsResource(useCases.survey().importPlaces()))
        .register(new SurveyMatchesResource(useCases.survey().judgeMatches()))
        .register(new ScanResource(visit.registerScan(), workers))
        .register(new MyVisitsResource(visit.listMyVisits(), clock))
        .register(
            new RegistrationResource(gate.registerPerson(), gate.uploadRegistrations(), clock))
        .register(new DevicesResource(gate.viewDevices()))
        .register(new OccupancyResource(gate.viewOccupancy(), gate.markAsLeft(), clock))
        .register(new VenueVisitsResource(gate.viewVenueVisits(), clock))
        .register(new RefusalsResource(gate.turnAway()))
        .register(new NoPhoneParityResource(gate.viewNoPhoneParity(), clock))
        .register(new NotificationsResource(useCases.notification().readNotifications()))
        .register(new DeadLettersResource(useCases.notification().tendDeadLetters()))
        .register(new AuditResource(useCases.audit(), clock))
        .register(new MyAccessesResource(useCases.privacy().viewAccesses()))
        .register(new MyDataRequestsResource(useCases.privacy().makeDataRequests()))
        .register(new DataRequestsResource(useCases.privacy().answerDataRequests()))
        .register(new RetentionReportsResource(useCases.retention().viewReports()))
        .register(new CoverageResource(useCases.coverage(), clock))
        .register(new SurveyPlacesResource(useCases.coverage().viewPlaces()))
        .register(new BlindSpotsResource(useCases.coverage(), clock))
        .register(new WeeklyReportResource(useCases.report().viewWeeklyReport()))
        .register(new InspectionsResource(inspection, keepPhotos, clock))
        .register(new InspectionPhotosResource(keepPhotos))
        .register(new InspectionPlansResource(inspection.planInspections()))
        .register(new VenueInspectionsResource(inspection.answerInspections(), clock))
        .register(new CasesResource(useCases.cases()))
        .register(new CaseContactsResource(useCases.cases()))
        .register(new CaseHistoryResource(useCases.cases()))
        .register(new TraceParametersResource(useCases.cases().setTraceRules()))
        .register(new DrillsResource(useCases.drill().holdDrills()))
        .register(new AssignmentsResource(followContacts))
        .register(new FollowUpResource(followContacts))
        .register(new ContactFollowUpResource(followContacts))
        .register(new ExposureNoticesResource(useCases.followUp().notifyContacts()))
        .register(new CaseGraphResource(useCases.casework().viewGraph()))
        .register(new ContactExportResource(useCases.casework().exportContacts()))
        .register(new CaseVenueVisitsResource(useCases.casework().viewVenueVisitors(), clock))
        .register(new ControlOrdersResource(control, clock))
        .register(new MyControlOrdersResource(control.appealAgainstControl(), clock))
        .register(new AppealsResource(control.answerAppeals(), clock))
        .register(
            new LiveBoardResource(
                useCases.board().viewBoard(), useCases.access().identifyCaller(), streams))
        .register(new HealthResource(readiness))
        .register(new MetricsResource(monitoring))
        .register(new VenueDirectoryResource(useCases.directory().findVenues()))
        .register(new ReviewAidsResource(useCases.directory().prepareReview()))
        .register(new PagesResource(venue.viewPoster(), demo, phone, console.isPresent()))
        .register(new PhonePagesResource(phone))
        .register(new ConsolePagesResource(console));
  }
}
