package cn.venuepass.application.gate;

import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.util.Optional;

/** By what a manager registers somebody. */
public sealed interface Credential {

  /** The ID number, typed; the name only matters if the person is new. */
  record IdNumber(ResidentIdNumber number, Optional<PersonName> name) implements Credential {
    Credential withoutName() {
      return new IdNumber(number, Optional.empty());
    }
  }

  /** A pass code, scanned. */
  record PassCode(String code) implements Credential {
    @Override
    public String toString() {
      return "PassCode[***]";
    }
  }
}
