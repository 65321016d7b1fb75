package cn.venuepass.domain.visit;

import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.FamilyLinkId;
import cn.venuepass.domain.person.PersonId;

/**
 * A family member who passes the door together with the resident who scans.
 *
 * @param guardian the account that scans
 */
public record Companion(FamilyLinkId family, PersonId person, AccountId guardian) {}
