package cn.venuepass.application.person;

import cn.venuepass.application.Result;
import cn.venuepass.domain.person.AccountId;

/** What the service knows of the caller. */
@FunctionalInterface
public interface ViewProfile {
  Result<Profile> view(AccountId account);
}
