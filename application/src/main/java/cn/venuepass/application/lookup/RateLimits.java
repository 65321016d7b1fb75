package cn.venuepass.application.lookup;

import cn.venuepass.domain.person.AccountId;
import java.time.Duration;
import java.util.Optional;

/** How often an account may do what could be abused. Each node counts for itself. */
@FunctionalInterface
public interface RateLimits {

  /** What is limited, each on its own. */
  enum Limited {
    /** Typing somebody's ID number at a gate with network. */
    ID_NUMBER_TYPED,
    /** Looking for a name among the people inside. */
    NAME_SEARCHED,
    /** ID numbers among what a gate without network uploads. */
    ID_NUMBER_UPLOADED,
    /** Claiming to look after somebody. */
    FAMILY_MEMBER_ADDED,
    /** Saying who one is oneself. */
    IDENTITY_CLAIMED
  }

  /**
   * Takes so many from what the account has left, or nothing.
   *
   * @return how long to wait until there is enough; nothing if it was taken
   */
  Optional<Duration> take(AccountId account, Limited what, int count);
}
