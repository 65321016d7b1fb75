package cn.venuepass.application.cases;

import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.util.Optional;

/**
 * Somebody as the team of a case sees them.
 *
 * @param name the full name, or the masked number of the nameless; in a drill it is masked
 * @param phone not in a drill
 * @param idNumber not in a drill
 */
public record ShownPerson(
    PersonId id, String name, Optional<PhoneNumber> phone, Optional<ResidentIdNumber> idNumber) {

  static ShownPerson of(Person person, boolean drill) {
    return drill
        ? new ShownPerson(person.id(), person.maskedName(), Optional.empty(), Optional.empty())
        : new ShownPerson(
            person.id(),
            person.name().map(PersonName::text).orElseGet(person::maskedName),
            person.phone(),
            Optional.of(person.idNumber()));
  }

  /** Somebody of whom nothing is kept any more. */
  static ShownPerson gone(PersonId id) {
    return new ShownPerson(id, "*", Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return "ShownPerson[***]";
  }
}
