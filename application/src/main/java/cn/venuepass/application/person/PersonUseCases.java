package cn.venuepass.application.person;

import cn.venuepass.application.Stores;
import java.time.InstantSource;

/** Everything that can be done about one's own identity. */
public record PersonUseCases(RegisterIdentity registerIdentity, ViewProfile viewProfile) {

  public static PersonUseCases over(Stores stores, InstantSource clock) {
    var identity =
        new IdentityService(stores.accounts(), stores.people(), stores.transactions(), clock);
    return new PersonUseCases(identity, identity);
  }
}
