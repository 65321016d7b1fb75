package cn.venuepass.application.cases;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.domain.cases.Case;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.PhoneNumber;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the team of a case may know of people: in a drill their masked names and no more. */
public final class CasePeople {
  private final PersonRepository people;

  public CasePeople(PersonRepository people) {
    this.people = people;
  }

  /**
   * A person as the team sees them.
   *
   * @param name the masked number of the nameless
   */
  public record Known(String name, Optional<String> phone, Optional<String> idNumber) {
    static final Known NOBODY = new Known("", Optional.empty(), Optional.empty());

    @Override
    public String toString() {
      return "Known[***]";
    }
  }

  /** What is known of each of them; of whom nobody knows anything, nothing. */
  public Function<PersonId, Known> of(Case traced, Collection<PersonId> wanted) {
    Map<PersonId, Known> found =
        people.findAll(wanted).stream()
            .collect(toMap(Person::id, person -> known(person, traced.drill())));
    return person -> found.getOrDefault(person, Known.NOBODY);
  }

  /** Their masked names. */
  public Function<PersonId, String> masked(Collection<PersonId> wanted) {
    Map<PersonId, String> found =
        people.findAll(wanted).stream().collect(toMap(Person::id, Person::maskedName));
    return person -> found.getOrDefault(person, "");
  }

  private static Known known(Person person, boolean drill) {
    return drill
        ? new Known(person.maskedName(), Optional.empty(), Optional.empty())
        : new Known(
            person.name().map(PersonName::text).orElseGet(person::maskedName),
            person.phone().map(PhoneNumber::national),
            Optional.of(person.idNumber()).map(ResidentIdNumber::text));
  }
}
