package cn.venuepass.application;

import cn.venuepass.application.access.AccessTokens;
import cn.venuepass.application.access.AccessUseCases;
import cn.venuepass.application.access.PasswordHashing;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.gate.GateUseCases;
import cn.venuepass.application.lookup.Lookups;
import cn.venuepass.application.lookup.RateLimits;
import cn.venuepass.application.pass.PassCardPrinter;
import cn.venuepass.application.pass.PassReader;
import cn.venuepass.application.pass.PassUseCases;
import cn.venuepass.application.person.PersonUseCases;
import cn.venuepass.application.retention.RetentionUseCases;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.application.venue.PosterPrinter;
import cn.venuepass.application.venue.QrCodeRenderer;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.application.venue.VenueUseCases;
import cn.venuepass.application.visit.Stays;
import cn.venuepass.application.visit.VisitUseCases;
import cn.venuepass.domain.pass.PassCodes;
import cn.venuepass.domain.venue.PosterCodes;
import java.time.Duration;
import java.time.InstantSource;

/** Everything that the service can do, by feature. */
public record UseCases(
    AccessUseCases access,
    PersonUseCases person,
    PassUseCases pass,
    VenueUseCases venue,
    VisitUseCases visit,
    GateUseCases gate,
    RetentionUseCases retention) {

  /** What the use cases need beside the stores. */
  public record Surroundings(
      WeChatLogin weChat,
      PasswordHashing passwords,
      AccessTokens tokens,
      RateLimits limits,
      QrCodeRenderer renderer,
      PosterPrinter posterPrinter,
      PassCardPrinter cardPrinter,
      PosterCodes codes,
      PosterLinks links,
      PassCodes passCodes,
      Duration activationDelay,
      IdGenerator ids,
      InstantSource clock) {}

  public static UseCases over(Stores stores, Surroundings around) {
    InstantSource clock = around.clock();
    var rights = new VenueRights(stores.venues(), clock);
    var creations = new Creations(stores.creationLog(), stores.transactions(), around.ids(), clock);
    var lookups = new Lookups(around.limits(), stores.lookupLog(), clock);
    var passes = new PassReader(around.passCodes(), stores.paperPasses());
    var stays = new Stays(stores.visits());
    return new UseCases(
        AccessUseCases.over(
            stores, around.weChat(), around.passwords(), around.tokens(), around.ids(), clock),
        PersonUseCases.over(stores, creations, lookups, clock),
        PassUseCases.over(
            stores,
            around.passCodes(),
            around.renderer(),
            around.cardPrinter(),
            around.ids(),
            clock),
        VenueUseCases.over(
            stores,
            creations,
            rights,
            lookups,
            around.codes(),
            around.links(),
            around.renderer(),
            around.posterPrinter(),
            around.activationDelay(),
            around.ids(),
            clock),
        VisitUseCases.over(stores, around.codes(), stays, clock),
        GateUseCases.over(stores, creations, rights, passes, lookups, stays, clock),
        RetentionUseCases.over(stores.dataPurge(), stores.retentionReports(), around.ids(), clock));
  }
}
