package cn.venuepass.domain.person;

import java.util.Optional;

/**
 * Somebody identified by a credential. May have no account; a person whom a manager registered by
 * ID number has neither phone nor, sometimes, a name.
 */
public record Person(
    PersonId id,
    ResidentIdNumber idNumber,
    Optional<PersonName> name,
    Optional<PhoneNumber> phone) {

  /** What others at the door may see: the masked name, or the masked number of the nameless. */
  public String maskedName() {
    return name.map(PersonName::masked).orElseGet(idNumber::masked);
  }
}
