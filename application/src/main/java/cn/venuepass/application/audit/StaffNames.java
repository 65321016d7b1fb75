package cn.venuepass.application.audit;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** By what name staff are known; what else there is about their accounts is no concern of a log. */
public interface StaffNames {

  /** The usernames of those of the accounts that there are. */
  Map<StaffId, Username> namesOf(Collection<StaffId> staff);

  /** Whose username that is. */
  Optional<StaffId> named(Username username);
}
