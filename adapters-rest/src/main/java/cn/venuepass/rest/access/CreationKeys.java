package cn.venuepass.rest.inspection;

import cn.venuepass.application.CreationKey;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Idempotency-Key of a resident or a member of staff. */
final class CreationKeys {
  private CreationKeys() {}

  static Optional<CreationKey> of(Caller caller, String scope, @Nullable String key) {
    AccountId owner =
        caller instanceof Caller.Staff staff
            ? new AccountId(staff.account().id().value())
            : ((Caller.Resident) caller).account();
    return Optional.ofNullable(key).map(known -> new CreationKey(owner, scope, known));
  }
}
