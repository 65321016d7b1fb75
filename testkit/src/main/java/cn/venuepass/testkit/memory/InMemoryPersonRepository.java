package cn.venuepass.testkit.memory;

import cn.venuepass.application.IdGenerator;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.person.ResidentIdNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryPersonRepository implements PersonRepository {
  private final InMemoryStore store;
  private final IdGenerator ids;
  private final Map<ResidentIdNumber, Person> people;

  InMemoryPersonRepository(InMemoryStore store, IdGenerator ids) {
    this.store = store;
    this.ids = ids;
    this.people = store.table();
  }

  @Override
  public Person findOrAdd(ResidentIdNumber idNumber, Optional<PersonName> name) {
    return store.run(
        () ->
            people.computeIfAbsent(
                idNumber,
                unknown -> new Person(new PersonId(ids.next()), idNumber, name, Optional.empty())));
  }

  @Override
  public Optional<Person> find(PersonId person) {
    return findAll(List.of(person)).stream().findFirst();
  }

  @Override
  public Optional<PersonId> findByIdNumber(ResidentIdNumber idNumber) {
    return store.run(() -> Optional.ofNullable(people.get(idNumber)).map(Person::id));
  }

  @Override
  public List<Person> findAll(Collection<PersonId> wanted) {
    return store.run(
        () -> people.values().stream().filter(person -> wanted.contains(person.id())).toList());
  }

  @Override
  public void update(Person person) {
    store.run(() -> people.replace(person.idNumber(), person));
  }
}
