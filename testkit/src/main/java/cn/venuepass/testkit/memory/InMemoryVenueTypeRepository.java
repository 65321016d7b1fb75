package cn.venuepass.testkit.memory;

import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.domain.venue.VenueType;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

final class InMemoryVenueTypeRepository implements VenueTypeRepository {
  private final InMemoryStore store;
  private final Map<VenueTypeCode, VenueType> types;
  private Predicate<VenueTypeCode> inUse = code -> false;

  InMemoryVenueTypeRepository(InMemoryStore store) {
    this.store = store;
    this.types = store.table();
  }

  @Override
  public void save(VenueType type) {
    store.run(() -> types.put(type.code(), type));
  }

  @Override
  public Optional<VenueType> find(VenueTypeCode code) {
    return store.run(() -> Optional.ofNullable(types.get(code)));
  }

  @Override
  public List<VenueType> list() {
    return store.run(
        () ->
            types.values().stream()
                .sorted(Comparator.comparing(type -> type.code().text()))
                .toList());
  }

  @Override
  public boolean remove(VenueTypeCode code) {
    return store.run(() -> !inUse.test(code) && types.remove(code) != null);
  }

  /** Tells the types of which there are venues. */
  void keep(Predicate<VenueTypeCode> used) {
    inUse = inUse.or(used);
  }
}
