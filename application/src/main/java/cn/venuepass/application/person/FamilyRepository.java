package cn.venuepass.application.person;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.FamilyLink;
import cn.venuepass.domain.person.FamilyLinkId;
import java.util.List;
import java.util.Optional;

/**
 * Who looks after whom. A link to somebody who has an account of their own by now rests: no query
 * finds it.
 */
public interface FamilyRepository {

  /** What became of a link that was to be added. */
  enum Added {
    ADDED,
    /** The account looks after that person already. */
    EXISTS,
    /** The account looks after {@link FamilyLink#MOST} people already. */
    FULL
  }

  /** Adds a link, unless something is in the way; of concurrent calls for one person one adds. */
  Added add(FamilyLink link);

  Optional<FamilyLink> find(AccountId guardian, FamilyLinkId link);

  /** The links of an account, in the order in which they were added. */
  List<FamilyLink> listOf(AccountId guardian);

  /**
   * Removes a link.
   *
   * @return false when the account has no such link
   */
  boolean remove(AccountId guardian, FamilyLinkId link);
}
