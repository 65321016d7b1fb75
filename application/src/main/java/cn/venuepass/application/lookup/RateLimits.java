package cn.venuepass.application.lookup;

import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.person.AccountId;
import java.time.Duration;
import java.util.Optional;

/** How often somebody may do what could be abused. Each node counts for itself. */
@FunctionalInterface
public interface RateLimits {

  /** What is limited, each on its own. */
  enum Limited {
    /** Typing somebody's ID number: at a gate with network, for a case or for a control order. */
    ID_NUMBER_TYPED,
    /** Looking for a name among the people inside. */
    NAME_SEARCHED,
    /** ID numbers among what a gate without network uploads. */
    ID_NUMBER_UPLOADED,
    /** Claiming to look after somebody. */
    FAMILY_MEMBER_ADDED,
    /** Saying who one is oneself. */
    IDENTITY_CLAIMED,
    /** Having a one-time code sent to a phone, by address. */
    SIGN_IN_CODE_REQUESTED,
    /** Trying a one-time code, by address; right or wrong is known only afterwards. */
    SIGN_IN_CODE_TRIED,
    /** Any request that bears a token. */
    REQUEST_WITH_TOKEN,
    /** Any request without one. */
    REQUEST_WITHOUT_TOKEN,
    /** Trying to become somebody, or to stay it. */
    SIGN_IN,
    /** Trying a password. */
    STAFF_SIGN_IN
  }

  /** For whom it is counted. */
  sealed interface Who {
    /** A resident's account. */
    record Account(AccountId account) implements Who {}

    /** An account of staff. */
    record Staff(StaffId account) implements Who {}

    /** A network address that requests come from; a personal value, so it does not print. */
    record Address(String address) implements Who {
      @Override
      public String toString() {
        return "Address[***]";
      }
    }
  }

  /**
   * Takes so many from what they have left, or nothing.
   *
   * @return how long to wait until there is enough; nothing if it was taken
   */
  Optional<Duration> take(Who who, Limited what, int count);
}
