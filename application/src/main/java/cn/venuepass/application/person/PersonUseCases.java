package cn.venuepass.application.person;

import cn.venuepass.application.Creations;
import cn.venuepass.application.Stores;
import cn.venuepass.application.lookup.Lookups;
import java.time.InstantSource;

/** Everything that can be done about one's own identity and family. */
public record PersonUseCases(
    RegisterIdentity registerIdentity, ViewProfile viewProfile, LookAfterFamily lookAfterFamily) {

  public static PersonUseCases over(
      Stores stores,
      Creations creations,
      Lookups lookups,
      WeChatPhone weChatPhone,
      InstantSource clock) {
    var identity =
        new IdentityService(
            stores.accounts(),
            stores.people(),
            stores.paperPasses(),
            lookups,
            weChatPhone,
            stores.transactions(),
            clock);
    return new PersonUseCases(
        identity,
        identity,
        new FamilyService(
            stores.family(),
            stores.accounts(),
            stores.people(),
            stores.paperPasses(),
            lookups,
            creations,
            stores.transactions(),
            clock));
  }
}
