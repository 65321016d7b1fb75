package cn.venuepass.application.person;

import cn.venuepass.application.CreationKey;
import cn.venuepass.application.Result;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.Relation;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.util.List;
import java.util.Optional;

/** An account holder's care for people without a phone (亲情号). */
public interface LookAfterFamily {

  /**
   * Adds a family member, for whom the account holder consents. Denied with IDENTITY_REQUIRED,
   * FAMILY_MEMBER_EXISTS, FAMILY_FULL, FAMILY_MEMBER_HAS_ACCOUNT (who has an account looks after
   * themselves) or too many requests.
   */
  Result<FamilyMember> add(
      Caller.Resident guardian,
      ResidentIdNumber idNumber,
      PersonName name,
      Relation relation,
      Optional<CreationKey> key);

  List<FamilyMember> list(Caller.Resident guardian);

  /** Removes a family member; a paper pass that the account issued for them dies with it. */
  Result<FamilyLinkId> remove(Caller.Resident guardian, FamilyLinkId member);
}
