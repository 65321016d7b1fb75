package cn.venuepass.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.venuepass.application.Stores;
import cn.venuepass.application.UseCases;
import cn.venuepass.application.access.AccessTokens.Claims;
import cn.venuepass.application.board.LedgerReading;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.application.visit.VisitLedger;
import cn.venuepass.benchmarks.load.generator.World;
import cn.venuepass.domain.MacKeys;
import cn.venuepass.domain.access.Session.Subject;
import cn.venuepass.domain.access.SessionId;
import cn.venuepass.domain.audit.AuditSeals;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.qrcode.PdfPassCardPrinter;
import cn.venuepass.qrcode.PdfPosterPrinter;
import cn.venuepass.qrcode.ZxingQrCodeRenderer;
import cn.venuepass.rest.RestServer;
import cn.venuepass.rest.access.Argon2Passwords;
import cn.venuepass.rest.access.BucketRateLimits;
import cn.venuepass.rest.access.JwtAccessTokens;
import cn.venuepass.rest.access.TotpCodes;
import cn.venuepass.rest.board.LiveStreams;
import cn.venuepass.rest.operation.Monitoring;
import cn.venuepass.rest.operation.Networks;
import cn.venuepass.rest.operation.Protection;
import cn.venuepass.rest.operation.TrustedProxies;
import cn.venuepass.rest.problem.HelpPhone;
import cn.venuepass.testkit.memory.InMemoryStore;
import cn.venuepass.testkit.memory.NamedWeChatLogin;
import cn.venuepass.testkit.memory.NamedWeChatPhone;
import cn.venuepass.testkit.memory.RebuiltStores;
import cn.venuepass.testkit.memory.RecordedMessages;
import cn.venuepass.testkit.memory.TextDocuments;
import cn.venuepass.testkit.memory.UnchangedPhotos;
import com.fasterxml.uuid.Generators;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The product's own HTTP server, with its routing, JSON, token check and code check, over a ledger
 * that stores nothing: what is left of a scan when storing it costs nothing. Its keys are known, so
 * that whoever measures makes tokens and posters without asking it.
 */
public final class BareServer {
  private static final MacKeys KEYS = new MacKeys((byte) 1, Map.of((byte) 1, new byte[32]));
  private static final InstantSource CLOCK = Clock.tickMillis(ZoneOffset.UTC);
  private static final JwtAccessTokens TOKENS =
      new JwtAccessTokens("1", Map.of("1", new byte[32]), CLOCK);
  private static final PosterCodes CODES = new PosterCodes(KEYS);

  /** Counted like those of the product, and reached by nobody. */
  private static final RateLimits LIMITS =
      new BucketRateLimits(
          CLOCK,
          new BucketRateLimits.Rates(
              RunningSide.NO_LIMIT, RunningSide.NO_LIMIT, RunningSide.NO_LIMIT));

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  private BareServer() {}

  /** Listens at the port, with that many threads, for that many venues. */
  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    var settings =
        new RestServer.Settings(
            "127.0.0.1",
            port,
            Integer.parseInt(arguments[1]),
            true,
            HelpPhone.PUBLIC_SERVICE,
            LiveStreams.Settings.DEFAULT);
    var links = new PosterLinks(base(port), CODES);
    Stores stores =
        RebuiltStores.with(
            InMemoryStore.create(),
            VisitLedger.class,
            new ForgetfulLedger(Integer.parseInt(arguments[2])));
    RestServer server =
        RestServer.start(
            settings,
            new Protection(LIMITS, TrustedProxies.none(), false, Set.of()),
            new Monitoring(
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), () -> "", Networks.none()),
            useCases(stores, links),
            links,
            () -> true,
            CLOCK);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    Thread.currentThread().join();
  }

  /** Who may scan what there. */
  static World world(int port, int residents, int venues) {
    String prefix = base(port) + "/s/";
    return new World(
        port,
        IntStream.range(0, residents).mapToObj(BareServer::token).toList(),
        IntStream.range(0, venues).mapToObj(v -> prefix + code(v, Direction.IN)).toList(),
        IntStream.range(0, venues).mapToObj(v -> prefix + code(v, Direction.OUT)).toList());
  }

  static PosterId poster(int venue, Direction direction) {
    return new PosterId(named("poster-" + venue + "-" + direction));
  }

  private static String code(int venue, Direction direction) {
    return CODES.codeOf(poster(venue, direction));
  }

  private static String token(int resident) {
    return TOKENS.issue(
        new Claims(
            new SessionId(named("session-" + resident)),
            new Subject.OfAccount(new AccountId(named("account-" + resident))),
            Optional.of(new PersonId(named("person-" + resident)))),
        Instant.now().plus(TOKEN_LIFE));
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  private static URI base(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static UseCases useCases(Stores stores, PosterLinks links) {
    var messages = new RecordedMessages();
    return UseCases.over(
        stores,
        new UseCases.Surroundings(
            new NamedWeChatLogin(),
            new Argon2Passwords(),
            TOKENS,
            LIMITS,
            new ZxingQrCodeRenderer(),
            new PdfPosterPrinter(),
            new PdfPassCardPrinter(),
            CODES,
            links,
            new PassCodes(KEYS),
            Duration.ZERO,
            Generators.timeBasedEpochGenerator()::generate,
            CLOCK,
            new TotpCodes(),
            false,
            new NamedWeChatPhone(),
            messages::send,
            messages::send,
            true,
            new AuditSeals(KEYS),
            Optional.empty(),
            new UnchangedPhotos(),
            task -> {},
            new TextDocuments(),
            Optional.empty(),
            RetentionLimits.DEFAULT.visits(),
            () -> LedgerReading.NONE,
            "bare"));
  }
}
