package cn.venuepass.rest.access;

import cn.venuepass.application.CreationKey;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Idempotency-Key of a resident or a member of staff. */
public final class CreationKeys {
  private CreationKeys() {}

  /**
   * The key, if the client gave one.
   *
   * @param scope what is created, so that one key may stand for one thing of each kind
   */
  public static Optional<CreationKey> of(Caller caller, String scope, @Nullable String key) {
    AccountId owner =
        caller instanceof Caller.Staff staff
            ? new AccountId(staff.account().id().value())
            : ((Caller.Resident) caller).account();
    return Optional.ofNullable(key).map(known -> new CreationKey(owner, scope, known));
  }
}
