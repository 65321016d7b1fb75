package cn.venuepass.domain.access;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import java.util.Optional;
import java.util.Set;

/** Who asks, as a checked access token says. */
public sealed interface Caller {
  SessionId session();

  Set<Role> roles();

  /** A resident; the person is absent until the account is real-named. */
  record Resident(SessionId session, AccountId account, Optional<PersonId> person)
      implements Caller {
    private static final Set<Role> ROLES = Set.of(Role.RESIDENT);

    @Override
    public Set<Role> roles() {
      return ROLES;
    }
  }

  /**
   * A member of staff, with the roles and the jurisdiction of this very moment.
   *
   * @param obligation what the account owes before it may do anything else
   */
  record Staff(SessionId session, StaffAccount account, Optional<StaffObligation> obligation)
      implements Caller {
    @Override
    public Set<Role> roles() {
      return account.roles();
    }
  }
}
