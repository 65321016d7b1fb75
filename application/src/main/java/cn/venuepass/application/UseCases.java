package cn.venuepass.application;

import cn.venuepass.application.access.AccessTokens;
import cn.venuepass.application.access.AccessUseCases;
import cn.venuepass.application.access.PasswordHashing;
import cn.venuepass.application.access.WeChatLogin;
import cn.venuepass.application.person.PersonUseCases;
import cn.venuepass.application.venue.PosterLinks;
import cn.venuepass.application.venue.PosterPrinter;
import cn.venuepass.application.venue.QrCodeRenderer;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.application.venue.VenueUseCases;
import cn.venuepass.application.visit.VisitUseCases;
import cn.venuepass.domain.venue.PosterCodes;
import java.time.Duration;
import java.time.InstantSource;

/** Everything that the service can do, by feature. */
public record UseCases(
    AccessUseCases access, PersonUseCases person, VenueUseCases venue, VisitUseCases visit) {

  /** What the use cases need beside the stores. */
  public record Surroundings(
      WeChatLogin weChat,
      PasswordHashing passwords,
      AccessTokens tokens,
      QrCodeRenderer renderer,
      PosterPrinter printer,
      PosterCodes codes,
      PosterLinks links,
      Duration activationDelay,
      IdGenerator ids,
      InstantSource clock) {}

  public static UseCases over(Stores stores, Surroundings around) {
    InstantSource clock = around.clock();
    var rights = new VenueRights(stores.venues(), clock);
    var creations = new Creations(stores.creationLog(), stores.transactions(), around.ids(), clock);
    return new UseCases(
        AccessUseCases.over(
            stores, around.weChat(), around.passwords(), around.tokens(), around.ids(), clock),
        PersonUseCases.over(stores, clock),
        VenueUseCases.over(
            stores,
            creations,
            rights,
            around.codes(),
            around.links(),
            around.renderer(),
            around.printer(),
            around.activationDelay(),
            around.ids(),
            clock),
        VisitUseCases.over(stores, rights, around.codes(), clock));
  }
}
