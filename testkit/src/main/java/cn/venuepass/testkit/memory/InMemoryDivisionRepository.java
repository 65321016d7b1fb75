package cn.venuepass.testkit.memory;

import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

final class InMemoryDivisionRepository implements DivisionRepository {
  private final InMemoryStore store;
  private final Map<DivisionCode, Division> divisions;
  private Predicate<DivisionCode> inUse = code -> false;

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

  @Override
  public List<Division> listWithin(Optional<DivisionCode> root) {
    return store.run(
        () ->
            divisions.values().stream()
                .filter(division -> root.map(top -> isWithin(division.code(), top)).orElse(true))
                .sorted(Comparator.comparing(division -> division.code().text()))
                .toList());
  }

  @Override
  public List<Division> listWithin(Collection<DivisionCode> codes, Jurisdiction jurisdiction) {
    return store.run(
        () ->
            codes.stream()
                .distinct()
                .filter(
                    code ->
                        jurisdiction instanceof Jurisdiction.OfVenueTypes
                            || contains(jurisdiction, code))
                .flatMap(code -> find(code).stream())
                .toList());
  }

  @Override
  public boolean isWithin(DivisionCode code, DivisionCode other) {
    return store.run(
        () ->
            find(code)
                .filter(
                    division ->
                        code.equals(other)
                            || division
                                .parent()
                                .filter(above -> isWithin(above, other))
                                .isPresent())
                .isPresent());
  }

  @Override
  public boolean remove(DivisionCode code) {
    return store.run(
        () ->
            childrenOf(Optional.of(code)).isEmpty()
                && !inUse.test(code)
                && divisions.remove(code) != null);
  }

  /** Tells the divisions on which venues or staff rest. */
  void keep(Predicate<DivisionCode> used) {
    inUse = inUse.or(used);
  }

  /** The code of the root above a division. */
  Optional<DivisionCode> rootOf(DivisionCode code) {
    return find(code)
        .flatMap(
            found -> found.parent().isEmpty() ? Optional.of(code) : rootOf(found.parent().get()));
  }

  /** Whether the jurisdiction begins at a root of the tree. */
  boolean isRoot(Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfDivision own
        && find(own.division()).filter(found -> found.parent().isEmpty()).isPresent();
  }

  /** The divisions from the root of the tree down to that one. */
  List<DivisionCode> pathOf(DivisionCode code) {
    List<DivisionCode> path = new ArrayList<>();
    Optional<DivisionCode> next = Optional.of(code);
    while (next.isPresent()) {
      path.add(0, next.get());
      next = find(next.get()).flatMap(Division::parent);
    }
    return path;
  }

  /** Whether the division is the jurisdiction's or lies somewhere below it. */
  boolean contains(Jurisdiction jurisdiction, DivisionCode code) {
    return jurisdiction instanceof Jurisdiction.OfDivision own && isWithin(code, own.division());
  }

  /** Whether the venue belongs to the part of the jurisdiction that is asked for. */
  boolean lies(Venue venue, Jurisdiction jurisdiction, Narrowing narrowing) {
    DivisionCode community = venue.details().community();
    VenueTypeCode type = venue.details().type();
    return lies(community, type, jurisdiction)
        && narrowing.division().filter(part -> !isWithin(community, part)).isEmpty()
        && narrowing.type().filter(wanted -> !wanted.equals(type)).isEmpty();
  }

  /** Whether what lies in the community and is of the type belongs to the jurisdiction. */
  boolean lies(DivisionCode community, VenueTypeCode type, Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfVenueTypes department
        ? department.types().contains(type)
        : contains(jurisdiction, community);
  }
}
