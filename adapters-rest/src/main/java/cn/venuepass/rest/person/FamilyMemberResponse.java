package cn.venuepass.rest.person;

import cn.venuepass.application.person.FamilyMember;
import cn.venuepass.domain.person.FamilyLink;
import java.time.Instant;
import java.util.UUID;

/** A family member as their guardian sees them, masked. */
record FamilyMemberResponse(
    UUID id,
    String maskedName,
    String relation,
    String maskedIdNumber,
    boolean underFourteen,
    String consentVersion,
    Instant since) {

  static FamilyMemberResponse of(FamilyMember member) {
    FamilyLink link = member.link();
    return new FamilyMemberResponse(
        link.id().value(),
        link.name().masked(),
        link.relation().text(),
        member.maskedIdNumber(),
        member.underFourteen(),
        link.consent().version(),
        link.since());
  }
}
