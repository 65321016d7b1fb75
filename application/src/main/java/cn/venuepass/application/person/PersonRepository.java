package cn.venuepass.application.person;

import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** People and their personal fields, which no store holds readable. */
public interface PersonRepository {

  /**
   * The person with that ID number, added when it is seen for the first time. Of concurrent first
   * calls one adds and all get the same person. The name is kept only if the person is new.
   */
  Person findOrAdd(ResidentIdNumber idNumber, Optional<PersonName> name);

  Optional<Person> find(PersonId person);

  /** The person with that ID number; nobody is added. */
  Optional<PersonId> findByIdNumber(ResidentIdNumber idNumber);

  /** Those of the people that exist, in no order. */
  List<Person> findAll(Collection<PersonId> people);

  /** Replaces name and phone of a person that exists. */
  void update(Person person);
}
