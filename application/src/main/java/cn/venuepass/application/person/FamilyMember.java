package cn.venuepass.application.person;

import cn.venuepass.domain.person.FamilyLink;

/**
 * A family member as their guardian sees them.
 *
 * @param underFourteen whether the person is a child for whom a guardian must consent
 */
public record FamilyMember(FamilyLink link, String maskedIdNumber, boolean underFourteen) {}
