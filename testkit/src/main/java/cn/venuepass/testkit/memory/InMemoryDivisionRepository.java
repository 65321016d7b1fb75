package cn.venuepass.testkit.memory;

import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryDivisionRepository implements DivisionRepository {
  private final InMemoryStore store;
  private final Map<DivisionCode, Division> divisions;

  InMemoryDivisionRepository(InMemoryStore store) {
    this.store = store;
    this.divisions = store.table();
  }

  @Override
  public void save(Division division) {
    store.run(
        () ->
            divisions.merge(
                division.code(),
                division,
                (known, renamed) ->
                    new Division(known.code(), renamed.name(), known.level(), known.parent())));
  }

  @Override
  public Optional<Division> find(DivisionCode code) {
    return store.run(() -> Optional.ofNullable(divisions.get(code)));
  }

  @Override
  public List<Division> childrenOf(Optional<DivisionCode> parent) {
    return store.run(
        () ->
            divisions.values().stream()
                .filter(division -> division.parent().equals(parent))
                .sorted(Comparator.comparing(division -> division.code().text()))
                .toList());
  }

  /** Whether the jurisdiction begins at a root of the tree. */
  boolean isRoot(Jurisdiction jurisdiction) {
    return find(jurisdiction.division()).filter(found -> found.parent().isEmpty()).isPresent();
  }

  boolean contains(Jurisdiction jurisdiction, DivisionCode code) {
    return jurisdiction.division().equals(code)
        || find(code)
            .flatMap(Division::parent)
            .filter(parent -> contains(jurisdiction, parent))
            .isPresent();
  }
}
