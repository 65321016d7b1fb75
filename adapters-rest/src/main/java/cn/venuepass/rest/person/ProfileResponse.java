package cn.venuepass.rest.person;

import cn.venuepass.application.person.Profile;
import cn.venuepass.domain.person.Consent;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's own account, with the person masked. */
record ProfileResponse(
    UUID accountId,
    boolean realNamed,
    @Nullable PersonResponse person,
    @Nullable String consentVersion) {

  static ProfileResponse of(Profile profile) {
    return new ProfileResponse(
        profile.account().id().value(),
        profile.account().realNamed(),
        profile.person().map(PersonResponse::of).orElse(null),
        profile.account().consent().map(Consent::version).orElse(null));
  }

  record PersonResponse(
      @Nullable String maskedName, String maskedIdNumber, @Nullable String maskedPhone) {
    static PersonResponse of(Person person) {
      return new PersonResponse(
          person.name().map(PersonName::masked).orElse(null),
          person.idNumber().masked(),
          person.phone().map(PhoneNumber::masked).orElse(null));
    }
  }
}
