package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.venue.MyVenue;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.application.venue.VenueRole;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueState;
import cn.venuepass.domain.venue.VenueStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryVenueRepository implements VenueRepository {
  private final InMemoryStore store;
  private final InMemoryManagerRepository managers;
  private final InMemoryDivisionRepository divisions;
  private final Map<VenueId, Venue> venues;

  InMemoryVenueRepository(
      InMemoryStore store,
      InMemoryManagerRepository managers,
      InMemoryDivisionRepository divisions) {
    this.store = store;
    this.managers = managers;
    this.divisions = divisions;
    this.venues = store.table();
  }

  @Override
  public void add(Venue venue) {
    store.run(() -> venues.put(venue.id(), venue));
  }

  @Override
  public boolean replace(Venue next) {
    return store.run(
        () -> {
          boolean expected =
              findAny(next.id()).filter(v -> v.revision() == next.revision() - 1).isPresent();
          if (expected) {
            venues.put(next.id(), next);
          }
          return expected;
        });
  }

  @Override
  public Optional<MyVenue> findFor(VenueId venue, AccountId account, Optional<PersonId> person) {
    return store.run(() -> find(venue).flatMap(found -> mine(found, account, person)));
  }

  @Override
  public Optional<MyVenue> findAlsoRemovedFor(
      VenueId venue, AccountId account, Optional<PersonId> person) {
    return store.run(() -> findAny(venue).flatMap(found -> mine(found, account, person)));
  }

  @Override
  public List<Venue> listNaming(VenueId parent) {
    return store.run(
        () ->
            venues.values().stream()
                .filter(venue -> !removed(venue))
                .filter(venue -> venue.details().parent().filter(parent::equals).isPresent())
                .sorted(Comparator.comparing(Venue::appliedAt))
                .toList());
  }

  /** The venue and its sub-venues, removed or not. */
  Stream<VenueId> withParts(VenueId venue) {
    return Stream.concat(
        Stream.of(venue),
        venues.values().stream()
            .filter(part -> part.parent().filter(venue::equals).isPresent())
            .map(Venue::id));
  }

  @Override
  public Optional<Venue> findWithin(VenueId venue, Jurisdiction jurisdiction) {
    return store.run(() -> find(venue).filter(found -> lies(found, jurisdiction)));
  }

  @Override
  public Page<MyVenue> listFor(AccountId account, Optional<PersonId> person, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                venues.values().stream()
                    .filter(venue -> !removed(venue))
                    .flatMap(venue -> mine(venue, account, person).stream()),
                request,
                mine -> cursor(mine.venue())));
  }

  @Override
  public Page<Venue> listWithin(
      Jurisdiction jurisdiction, Narrowing narrowing, VenueStatus status, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                venues.values().stream()
                    .filter(venue -> !removed(venue) && venue.state().status() == status)
                    .filter(venue -> divisions.lies(venue, jurisdiction, narrowing)),
                request,
                InMemoryVenueRepository::cursor));
  }

  /** Those that are not removed. */
  Stream<Venue> all() {
    return venues.values().stream().filter(venue -> !removed(venue));
  }

  /** All venues, removed ones too. */
  Stream<Venue> everyOne() {
    return venues.values().stream();
  }

  /** The venue, a removed one too. */
  Optional<Venue> findAny(VenueId venue) {
    return Optional.ofNullable(venues.get(venue));
  }

  @Override
  public List<Venue> findAll(Collection<VenueId> ids) {
    return store.run(() -> ids.stream().distinct().flatMap(id -> find(id).stream()).toList());
  }

  @Override
  public Optional<Venue> find(VenueId venue) {
    return store.run(() -> findAny(venue).filter(found -> !removed(found)));
  }

  /** Those that are approved, for queries over all of them. */
  Stream<Venue> approved() {
    return venues.values().stream().filter(Venue::isApproved);
  }

  /** Whether some venue, removed or not, is like that. */
  boolean anyIs(Predicate<Venue> like) {
    return venues.values().stream().anyMatch(like);
  }

  private Optional<MyVenue> mine(Venue venue, AccountId account, Optional<PersonId> person) {
    if (venue.applicant().equals(account)) {
      return Optional.of(new MyVenue(venue, new VenueRole.Applicant()));
    }
    return person
        .flatMap(known -> managers.findByPerson(venue.id(), known))
        .map(manager -> new MyVenue(venue, new VenueRole.Manager(manager.activeFrom())));
  }

  private boolean lies(Venue venue, Jurisdiction jurisdiction) {
    return divisions.lies(venue.details().community(), venue.details().type(), jurisdiction);
  }

  private static boolean removed(Venue venue) {
    return venue.state() instanceof VenueState.Removed;
  }

  private static Cursor cursor(Venue venue) {
    return new Cursor(venue.appliedAt(), venue.id().value());
  }
}
