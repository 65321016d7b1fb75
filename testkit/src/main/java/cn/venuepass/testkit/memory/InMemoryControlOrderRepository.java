package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.control.ControlOrderFilter;
import cn.venuepass.application.control.ControlOrderFilter.Sort;
import cn.venuepass.application.control.ControlOrderRepository;
import cn.venuepass.application.control.LockedIn;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrder.State;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.control.ControlTerm;
import cn.venuepass.domain.person.AccountId;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

final class InMemoryControlOrderRepository implements ControlOrderRepository {
  private final InMemoryStore store;
  private final InMemoryDivisionRepository divisions;
  private final InMemoryVenueRepository venues;
  private final InMemoryFamilyRepository family;
  private final Map<ControlOrderId, ControlOrder> orders;
  private final Map<ControlOrderId, List<LockedIn>> lockedIn;
  private BiFunction<VenueId, Instant, Stream<LockedIn>> inside = (venue, now) -> Stream.empty();
  private BiPredicate<ControlOrderId, Instant> overdue = (order, now) -> false;

  InMemoryControlOrderRepository(
      InMemoryStore store,
      InMemoryDivisionRepository divisions,
      InMemoryVenueRepository venues,
      InMemoryFamilyRepository family) {
    this.store = store;
    this.divisions = divisions;
    this.venues = venues;
    this.family = family;
    this.orders = store.table();
    this.lockedIn = store.table();
  }

  /** Tells who is inside a venue and its sub-venues. */
  void lookInside(BiFunction<VenueId, Instant, Stream<LockedIn>> look) {
    inside = look;
  }

  /** Tells against which orders an appeal waits for too long. */
  void overdueBy(BiPredicate<ControlOrderId, Instant> test) {
    overdue = test;
  }

  @Override
  public void add(ControlOrder order) {
    store.run(() -> orders.put(order.id(), order));
  }

  @Override
  public boolean replace(ControlOrder next) {
    return store.run(
        () -> {
          boolean follows =
              find(next.id()).filter(known -> known.revision() == next.revision() - 1).isPresent();
          if (follows) {
            orders.put(next.id(), next);
          }
          return follows;
        });
  }

  @Override
  public Optional<ControlOrder> find(ControlOrderId order) {
    return store.run(() -> Optional.ofNullable(orders.get(order)));
  }

  @Override
  public Optional<ControlOrder> findWithin(ControlOrderId order, Jurisdiction jurisdiction) {
    return store.run(
        () -> find(order).filter(found -> divisions.contains(jurisdiction, found.division())));
  }

  @Override
  public Page<ControlOrder> listWithin(
      Jurisdiction jurisdiction, ControlOrderFilter filter, Instant now, PageRequest request) {
    return store.run(
        () ->
            sorted(
                orders.values().stream()
                    .filter(order -> divisions.contains(jurisdiction, order.division()))
                    .filter(order -> matches(order, filter, now)),
                filter.sort(),
                request));
  }

  @Override
  public Page<ControlOrder> listConcerning(
      AccountId account, Optional<PersonId> person, PageRequest request) {
    return store.run(() -> sorted(concerning(account, person), Sort.LATEST_PROPOSAL, request));
  }

  @Override
  public Optional<ControlOrder> findConcerning(
      ControlOrderId order, AccountId account, Optional<PersonId> person) {
    return store.run(
        () -> concerning(account, person).filter(found -> found.id().equals(order)).findFirst());
  }

  @Override
  public boolean holdsOn(VenueId venue, Instant now) {
    return store.run(
        () ->
            venues.find(venue).stream()
                .flatMap(found -> termsOn(found).stream())
                .anyMatch(term -> term.holdsOn(now)));
  }

  @Override
  public int keepLockedIn(ControlOrderId order, VenueId venue, Instant now) {
    return store.run(
        () -> {
          List<LockedIn> found = inside.apply(venue, now).toList();
          lockedIn.put(order, found);
          return found.size();
        });
  }

  @Override
  public Page<LockedIn> listLockedIn(ControlOrderId order, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                lockedIn.getOrDefault(order, List.of()).stream(),
                request,
                stay -> new Cursor(stay.since(), stay.visit().value())));
  }

  @Override
  public int countLockedIn(ControlOrderId order) {
    return store.run(() -> lockedIn.getOrDefault(order, List.of()).size());
  }

  boolean anyIsOf(DivisionCode division) {
    return orders.values().stream().anyMatch(order -> order.division().equals(division));
  }

  /** The terms of the orders on that venue and its parent. */
  List<ControlTerm> termsOn(Venue venue) {
    return terms(
        new ControlTarget.OfVenue(venue.id()),
        venue.parent().<ControlTarget>map(ControlTarget.OfVenue::new));
  }

  /** The terms of the orders on that person. */
  List<ControlTerm> termsOn(PersonId person) {
    return terms(new ControlTarget.OfPerson(person), Optional.empty());
  }

  private List<ControlTerm> terms(ControlTarget target, Optional<ControlTarget> also) {
    return orders.values().stream()
        .filter(
            order ->
                order.target().equals(target) || also.filter(order.target()::equals).isPresent())
        .flatMap(order -> order.term().stream())
        .toList();
  }

  private Stream<ControlOrder> concerning(AccountId account, Optional<PersonId> person) {
    return orders.values().stream()
        .filter(order -> order.approved().isPresent())
        .filter(
            order ->
                order.target() instanceof ControlTarget.OfPerson of
                    ? person.filter(of.person()::equals).isPresent()
                        || looksAfter(account, order, of.person())
                    : isTheirs(((ControlTarget.OfVenue) order.target()).venue(), account, person));
  }

  private boolean looksAfter(AccountId account, ControlOrder order, PersonId person) {
    Instant end = order.ending().map(ended -> ended.signed().at()).orElse(order.expiresAt());
    return family.listOf(account).stream()
        .anyMatch(link -> link.person().equals(person) && end.isAfter(link.since()));
  }

  private boolean isTheirs(VenueId venue, AccountId account, Optional<PersonId> person) {
    return venues.findFor(venue, account, person).isPresent()
        || venues.listNaming(venue).stream()
            .filter(part -> part.parent().isPresent())
            .anyMatch(part -> venues.findFor(part.id(), account, person).isPresent());
  }

  private boolean matches(ControlOrder order, ControlOrderFilter filter, Instant now) {
    return filter.state().filter(state -> state != order.state(now)).isEmpty()
        && filter.target().filter(kind -> kind != order.target().kind()).isEmpty()
        && filter
            .attention()
            .filter(
                attention ->
                    switch (attention) {
                      case EXPIRING ->
                          order.state(now) != State.ACTIVE
                              || order.expiresAt().isAfter(now.plus(ControlOrderFilter.SOON));
                      case OVERDUE -> !overdue.test(order.id(), now);
                    })
            .isEmpty();
  }

  private static Page<ControlOrder> sorted(
      Stream<ControlOrder> found, Sort sort, PageRequest request) {
    return switch (sort) {
      case LATEST_PROPOSAL -> Paging.newestFirst(found, request, sort::cursorOf);
      case EXPIRES_AT, LAPSES_AT -> Paging.oldestFirst(found, request, sort::cursorOf);
    };
  }
}
