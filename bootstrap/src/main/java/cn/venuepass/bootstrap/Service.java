package cn.venuepass.bootstrap;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.TemporarilyUnavailable;
import cn.venuepass.application.UseCases;
import cn.venuepass.application.UseCases.Surroundings;
import cn.venuepass.application.access.PasswordHashing;
import cn.venuepass.application.board.ReportNode;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.photo.PhotoStore;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.survey.SurveyUseCases;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.bootstrap.Rounds.Round;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.DatabaseSettings;
import cn.venuepass.persistence.PersonalFields;
import cn.venuepass.persistence.photo.ImageIoPhotoCleaner;
import cn.venuepass.persistence.rotation.Renewal;
import cn.venuepass.qrcode.PdfDocumentPrinter;
import cn.venuepass.qrcode.PdfPassCardPrinter;
import cn.venuepass.qrcode.PdfPosterPrinter;
import cn.venuepass.qrcode.ZxingQrCodeRenderer;
import cn.venuepass.rest.RestServer;
import cn.venuepass.rest.access.Argon2Passwords;
import cn.venuepass.rest.access.BucketRateLimits;
import cn.venuepass.rest.access.JwtAccessTokens;
import cn.venuepass.rest.access.TotpCodes;
import cn.venuepass.rest.operation.Monitoring;
import cn.venuepass.rest.operation.Networks;
import cn.venuepass.rest.operation.Protection;
import cn.venuepass.rest.operation.TrustedProxies;
import com.fasterxml.uuid.Generators;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The running service: keys, store, use cases, HTTP, wired by hand. */
final class Service implements AutoCloseable {
  private static final Duration BLIND_SPOTS_PAUSE = Duration.ofMinutes(1);
  private static final Duration POSTER_LIFE_PAUSE = Duration.ofMinutes(10);
  private static final Duration PAUSE_OF_TRACES = Duration.ofMinutes(1);
  private static final Duration PAUSE_OF_DRILLS = Duration.ofMinutes(1);

  /** Every node tells of itself. */
  private static final Duration PAUSE_OF_REPORTS = Duration.ofSeconds(2);

  /** No upload takes so long: what no photo has after it never will be one's. */
  private static final Duration PAUSE_OF_SWEEPS = Duration.ofHours(1);

  private final Database database;
  private final RestServer server;
  private final Metrics metrics;
  private final List<Runnable> stops;

  private Service(Database database, RestServer server, Metrics metrics, List<Runnable> stops) {
    this.database = database;
    this.server = server;
    this.metrics = metrics;
    this.stops = stops;
  }

  /**
   * What a service is made of.
   *
   * @param publicBase the address that posters carry
   * @param limited whether request rates are limited
   * @param rotation the pace at which values are brought under new keys
   * @param rates how many requests, if they are
   * @param proxies whose word on the client counts
   * @param corsOrigins the origins whose pages may call the API
   * @param purgeAt when what is over is deleted, China time
   * @param metricsReaders where those are who may see what is measured
   * @param photos where photos of inspections are kept, if anywhere
   * @param dutyPhone whom a text message tells of every control order
   */
  record Settings(
      RestServer.Settings http,
      DatabaseSettings database,
      URI publicBase,
      Duration activationDelay,
      boolean limited,
      RotationOptions rotation,
      BucketRateLimits.Rates rates,
      TrustedProxies proxies,
      Set<String> corsOrigins,
      RetentionLimits retention,
      LocalTime purgeAt,
      Networks metricsReaders,
      Optional<PhotoStore> photos,
      Optional<PhoneNumber> dutyPhone) {}

  /**
   * Starts everything; {@code prepare} fills the stores before the first request.
   *
   * @param source whom the service asks outside
   */
  static Service start(
      Settings settings, KeysFile file, Carriers.Source source, Consumer<Stores> prepare) {
    InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
    LiveKeys keys = LiveKeys.of(file, clock);
    IdGenerator ids = Generators.timeBasedEpochGenerator()::generate;
    PasswordHashing passwords = new Argon2Passwords();
    var codes = new PosterCodes(keys::posters);
    var links = new PosterLinks(settings.publicBase(), codes);
    var tokens = new JwtAccessTokens(keys::tokens, clock);
    RateLimits limits =
        settings.limited()
            ? new BucketRateLimits(clock, settings.rates())
            : (account, what, count) -> Optional.empty();

    Metrics metrics = Metrics.start();
    var background = new Background();
    Database database = open(settings.database(), clock, metrics);
    try {
      PersonalFields fields = PersonalFields.under(keys::fields);
      database.claim(keys.purpose().name(), fields);
      Stores stores = database.stores(fields, ids);
      prepare.accept(stores);
      Carriers carriers = source.over(stores.sharedTokens(), clock);
      UseCases useCases =
          UseCases.over(
              stores,
              new Surroundings(
                  carriers.weChatLogin(),
                  passwords,
                  tokens,
                  limits,
                  new ZxingQrCodeRenderer(),
                  new PdfPosterPrinter(),
                  new PdfPassCardPrinter(),
                  codes,
                  links,
                  new PassCodes(keys::posters),
                  settings.activationDelay(),
                  ids,
                  clock,
                  new TotpCodes(),
                  keys.purpose() == Keys.Purpose.PRODUCTION,
                  carriers.weChatPhone(),
                  carriers.weChatMessages(),
                  carriers.smsGateway(),
                  settings.http().demo(),
                  new AuditSeals(keys::posters),
                  settings.photos(),
                  new ImageIoPhotoCleaner(),
                  background,
                  new PdfDocumentPrinter(),
                  settings.dutyPhone(),
                  settings.retention().visits(),
                  new MeasuredLedger(metrics.registry()),
                  Main.version()));
      RestServer server =
          RestServer.start(
              settings.http(),
              protection(settings, limits),
              new Monitoring(metrics.registry(), metrics::text, settings.metricsReaders()),
              useCases,
              links,
              database::isReady,
              clock);
      return new Service(
          database,
          server,
          metrics,
          work(
              settings,
              keys,
              useCases,
              background,
              database.renewal(fields, clock, settings.rotation().slice)));
    } catch (RuntimeException e) {
      background.close();
      database.close();
      metrics.close();
      throw e;
    }
  }

  private static Database open(DatabaseSettings settings, InstantSource clock, Metrics metrics) {
    try {
      return Database.open(settings, clock, metrics.registry());
    } catch (RuntimeException e) {
      metrics.close();
      throw e;
    }
  }

  private static Protection protection(Settings settings, RateLimits limits) {
    return new Protection(
        limits,
        settings.proxies(),
        "https".equals(settings.publicBase().getScheme()),
        settings.corsOrigins());
  }

  /** Begins what a node does beside answering; gives how each is stopped, in that order. */
  private static List<Runnable> work(
      Settings settings, LiveKeys keys, UseCases useCases, Background background, Renewal renewal) {
    return List.of(
        Dispatcher.start(useCases.notification().deliverNotifications())::close,
        DailyPurge.start(useCases.retention().purgeData(), settings.retention(), settings.purgeAt())
            ::close,
        AuditSealer.start(useCases.audit().sealAuditLog())::close,
        background::close,
        Rounds.start(rounds(useCases))::close,
        () -> leave(useCases.board().reportNode()),
        KeysInUse.keep(keys, renewal, settings.rotation().pause)::close);
  }

  private static void leave(ReportNode node) {
    try {
      node.leave();
    } catch (TemporarilyUnavailable e) {
      // Others see that it is gone.
    }
  }

  /** What the service does of itself again and again. */
  private static List<Round> rounds(UseCases useCases) {
    SurveyUseCases survey = useCases.survey();
    return List.of(
        new Round("survey imports", Duration.ofSeconds(5), survey.workOffImports()::workOff),
        new Round("survey matches", Duration.ofSeconds(2), survey.matchPlaces()::matchChanged),
        new Round("survey sweep", Duration.ofMinutes(10), survey.matchPlaces()::matchAll),
        new Round("poster life", POSTER_LIFE_PAUSE, useCases.posterLife().followPosters()::follow),
        new Round("blind spots", BLIND_SPOTS_PAUSE, useCases.coverage().keepBlindSpots()::keep),
        new Round("traces", PAUSE_OF_TRACES, useCases.cases().keepCases()::keep),
        new Round("drills", PAUSE_OF_DRILLS, useCases.drill().endDrills()::end),
        new Round("photos", PAUSE_OF_SWEEPS, useCases.photo().sweepPhotos()::sweep),
        new Round("board", PAUSE_OF_REPORTS, useCases.board().reportNode()::report));
  }

  /** Finishes what is under way, then lets go of the store. */
  @Override
  public void close() {
    server.close();
    stops.forEach(Runnable::run);
    database.close();
    metrics.close();
  }

  /** Runs until the process is told to stop. */
  void runUntilStopped() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "venuepass-stop"));
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
