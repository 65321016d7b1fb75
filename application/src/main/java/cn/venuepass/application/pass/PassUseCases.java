package cn.venuepass.application.pass;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.Stores;
import cn.venuepass.application.venue.QrCodeRenderer;
import cn.venuepass.domain.pass.PassCodes;
import java.time.InstantSource;

/** Everything that can be done about pass codes. */
public record PassUseCases(ShowPassCode showPassCode, ManagePaperPasses managePaperPasses) {

  public static PassUseCases over(
      Stores stores,
      PassCodes codes,
      QrCodeRenderer renderer,
      PassCardPrinter printer,
      IdGenerator ids,
      InstantSource clock) {
    var service =
        new PassService(
            codes, stores.paperPasses(), stores.family(), renderer, printer, ids, clock);
    return new PassUseCases(service, service);
  }
}
