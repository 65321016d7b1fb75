package cn.venuepass.application.cases;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the team of a case may know of people: in a drill their masked names and no more. */
public final class CasePeople {
  private final PersonRepository people;

  public CasePeople(PersonRepository people) {
    this.people = people;
  }

  /** How each of them is shown; whoever is not kept any more too. */
  public Function<PersonId, ShownPerson> of(Case traced, Collection<PersonId> wanted) {
    Map<PersonId, ShownPerson> found =
        people.findAll(wanted).stream()
            .collect(toMap(Person::id, person -> ShownPerson.of(person, traced.drill())));
    return person -> found.getOrDefault(person, ShownPerson.gone(person));
  }

  ShownPerson of(Case traced, PersonId wanted) {
    return of(traced, List.of(wanted)).apply(wanted);
  }

  /** Their masked names. */
  public Function<PersonId, String> masked(Collection<PersonId> wanted) {
    Map<PersonId, String> found =
        people.findAll(wanted).stream().collect(toMap(Person::id, Person::maskedName));
    return person -> found.getOrDefault(person, ShownPerson.gone(person).name());
  }
}
