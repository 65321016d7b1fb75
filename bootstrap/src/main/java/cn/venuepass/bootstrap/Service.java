package cn.venuepass.bootstrap;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.UseCases;
import cn.venuepass.application.UseCases.Surroundings;
import cn.venuepass.application.access.PasswordHashing;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.retention.RetentionLimits;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.venue.PosterCodes;
import cn.venuepass.persistence.Database;
import cn.venuepass.persistence.DatabaseSettings;
import cn.venuepass.persistence.PersonalFields;
import cn.venuepass.qrcode.PdfPassCardPrinter;
import cn.venuepass.qrcode.PdfPosterPrinter;
import cn.venuepass.qrcode.ZxingQrCodeRenderer;
import cn.venuepass.rest.RestServer;
import cn.venuepass.rest.access.Argon2Passwords;
import cn.venuepass.rest.access.BucketRateLimits;
import cn.venuepass.rest.access.JwtAccessTokens;
import com.fasterxml.uuid.Generators;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;

/** The running service: keys, store, use cases, HTTP, wired by hand. */
final class Service implements AutoCloseable {
  private final Database database;
  private final RestServer server;
  private final DailyPurge purge;

  private Service(Database database, RestServer server, DailyPurge purge) {
    this.database = database;
    this.server = server;
    this.purge = purge;
  }

  /**
   * What a service is made of.
   *
   * @param publicBase the address that posters carry
   * @param limited whether request rates are limited
   * @param purgeAt when what is over is deleted, China time
   */
  record Settings(
      RestServer.Settings http,
      DatabaseSettings database,
      URI publicBase,
      Duration activationDelay,
      boolean limited,
      RetentionLimits retention,
      LocalTime purgeAt) {}

  /**
   * Starts everything; {@code prepare} fills the stores before the first request.
   *
   * @param weChat whom residents sign in with
   */
  static Service start(Settings settings, Keys keys, WeChatLogin weChat, Consumer<Stores> prepare) {
    InstantSource clock = Clock.tickMillis(ZoneOffset.UTC);
    IdGenerator ids = Generators.timeBasedEpochGenerator()::generate;
    PasswordHashing passwords = new Argon2Passwords();
    var codes = new PosterCodes(keys.posterMacKeys());
    var links = new PosterLinks(settings.publicBase(), codes);
    var tokens = new JwtAccessTokens(keys.tokenKeyId(), keys.tokenSecrets(), clock);
    RateLimits limits =
        settings.limited()
            ? new BucketRateLimits(clock)
            : (account, what, count) -> Optional.empty();

    Database database = Database.open(settings.database(), clock);
    try {
      PersonalFields fields = keys.personalFields();
      database.claim(keys.purpose().name(), fields);
      Stores stores = database.stores(fields, ids);
      prepare.accept(stores);
      UseCases useCases =
          UseCases.over(
              stores,
              new Surroundings(
                  weChat,
                  passwords,
                  tokens,
                  limits,
                  new ZxingQrCodeRenderer(),
                  new PdfPosterPrinter(),
                  new PdfPassCardPrinter(),
                  codes,
                  links,
                  new PassCodes(keys.posterMacKeys()),
                  settings.activationDelay(),
                  ids,
                  clock));
      RestServer server =
          RestServer.start(settings.http(), useCases, links, database::isReady, clock);
      var purge =
          DailyPurge.start(
              useCases.retention().purgeData(), settings.retention(), settings.purgeAt());
      return new Service(database, server, purge);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Finishes what is under way, then lets go of the store. */
  @Override
  public void close() {
    server.close();
    purge.close();
    database.close();
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
