package cn.venuepass.testkit.memory;

import cn.venuepass.application.venue.ManagerRepository;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Manager;
import cn.venuepass.domain.venue.ManagerId;
import cn.venuepass.domain.venue.VenueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryManagerRepository implements ManagerRepository {
  private final InMemoryStore store;
  private final Map<ManagerId, Manager> managers;

  InMemoryManagerRepository(InMemoryStore store) {
    this.store = store;
    this.managers = store.table();
  }

  @Override
  public boolean add(Manager manager) {
    return store.run(
        () ->
            findByPerson(manager.venue(), manager.person()).isEmpty()
                && managers.putIfAbsent(manager.id(), manager) == null);
  }

  @Override
  public Optional<Manager> find(VenueId venue, ManagerId manager) {
    return store.run(
        () -> Optional.ofNullable(managers.get(manager)).filter(m -> m.venue().equals(venue)));
  }

  @Override
  public List<Manager> listOf(VenueId venue) {
    return store.run(
        () -> managers.values().stream().filter(m -> m.venue().equals(venue)).toList());
  }

  @Override
  public boolean remove(VenueId venue, ManagerId manager) {
    return store.run(
        () -> find(venue, manager).map(found -> managers.remove(found.id())).isPresent());
  }

  Optional<Manager> findByPerson(VenueId venue, PersonId person) {
    return listOf(venue).stream().filter(m -> m.person().equals(person)).findFirst();
  }
}
