package cn.venuepass.application.control;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.access.StaffRepository;
import cn.venuepass.application.cases.CaseAccess;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.VenueRepository;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.StaffAccount;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.access.Username;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.control.ControlAppeal;
import cn.venuepass.domain.control.ControlEnding;
import cn.venuepass.domain.control.ControlOrder;
import cn.venuepass.domain.control.ControlOrderId;
import cn.venuepass.domain.control.ControlSignature;
import cn.venuepass.domain.control.ControlTarget;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.venue.VenueName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

final class ControlViewService implements ViewControlOrders {
  private final ControlOrderRepository orders;
  private final ControlAppealRepository appeals;
  private final VenueRepository venues;
  private final PersonRepository people;
  private final StaffRepository staff;
  private final CaseAccess cases;
  private final ControlDeeds deeds;
  private final InstantSource clock;

  ControlViewService(
      ControlOrderRepository orders,
      ControlAppealRepository appeals,
      VenueRepository venues,
      PersonRepository people,
      StaffRepository staff,
      CaseAccess cases,
      ControlDeeds deeds,
      InstantSource clock) {
    this.orders = orders;
    this.appeals = appeals;
    this.venues = venues;
    this.people = people;
    this.staff = staff;
    this.cases = cases;
    this.deeds = deeds;
    this.clock = clock;
  }

  @Override
  public Page<Listed> list(
      Caller.Staff controller, ControlOrderFilter filter, PageRequest request) {
    Instant now = clock.instant();
    Page<ControlOrder> page =
        orders.listWithin(controller.account().jurisdiction(), filter, now, request);
    deeds.noteLook(controller, page.items());
    Map<PersonId, Person> known =
        people(page.items().stream().flatMap(order -> personOf(order).stream()).toList());
    Map<VenueId, VenueName> names =
        names(page.items().stream().flatMap(order -> venueOf(order).stream()).toList());
    Set<ControlOrderId> overdue = withOverdueAppeal(page.items(), now);
    return page.map(
        order ->
            new Listed(
                order,
                personOf(order).map(person -> maskedName(known, person)),
                venueOf(order).map(names::get),
                overdue.contains(order.id())));
  }

  @Override
  public Result<Viewed> view(Caller.Staff controller, ControlOrderId id) {
    return Result.of(orders.findWithin(id, controller.account().jurisdiction()), NOT_FOUND)
        .map(
            order -> {
              deeds.noteLook(controller, order);
              return new Viewed(
                  order,
                  personOf(order).flatMap(people::find),
                  venueOf(order).flatMap(venues::find).map(venue -> venue.details().name()),
                  appeals.listOf(List.of(id)),
                  signers(order),
                  orders.countLockedIn(id));
            });
  }

  @Override
  public Result<Page<Found>> listLockedIn(
      Caller.Staff caller, ControlOrderId id, PageRequest request) {
    return Result.of(orders.findWithin(id, caller.account().jurisdiction()), NOT_FOUND)
        .map(
            order -> {
              Page<LockedIn> page = orders.listLockedIn(id, request);
              boolean full = worksOnCaseOf(caller, order);
              deeds.noteLook(
                  caller, order, page.items().stream().map(LockedIn::person).distinct().toList());
              Map<PersonId, Person> known =
                  people(page.items().stream().map(LockedIn::person).toList());
              Map<VenueId, VenueName> names =
                  names(page.items().stream().map(LockedIn::venue).toList());
              return page.map(
                  stay ->
                      new Found(
                          stay,
                          Optional.ofNullable(known.get(stay.person())),
                          Optional.ofNullable(names.get(stay.venue())),
                          full));
            });
  }

  private Set<ControlOrderId> withOverdueAppeal(List<ControlOrder> listed, Instant now) {
    return appeals.listOf(listed.stream().map(ControlOrder::id).toList()).stream()
        .filter(appeal -> appeal.isOverdue(now))
        .map(ControlAppeal::order)
        .collect(toSet());
  }

  private boolean worksOnCaseOf(Caller.Staff caller, ControlOrder order) {
    return order
        .caseId()
        .map(id -> cases.toLook(caller, new CaseId(id)).fold(open -> true, denial -> false))
        .orElse(false);
  }

  private Map<StaffId, Username> signers(ControlOrder order) {
    List<StaffId> signed =
        Stream.of(
                Optional.of(order.proposed()),
                order.approved(),
                order.ending().map(ControlEnding::signed))
            .flatMap(Optional::stream)
            .map(ControlSignature::by)
            .toList();
    return staff.findAll(signed).stream().collect(toMap(StaffAccount::id, StaffAccount::username));
  }

  private Map<PersonId, Person> people(Collection<PersonId> ids) {
    return people.findAll(ids.stream().distinct().toList()).stream()
        .collect(toMap(Person::id, Function.identity()));
  }

  private Map<VenueId, VenueName> names(Collection<VenueId> ids) {
    return venues.findAll(ids).stream().collect(toMap(Venue::id, venue -> venue.details().name()));
  }

  private static String maskedName(Map<PersonId, Person> known, PersonId person) {
    return Optional.ofNullable(known.get(person)).map(Person::maskedName).orElse("*");
  }

  private static Optional<PersonId> personOf(ControlOrder order) {
    return order.target() instanceof ControlTarget.OfPerson of
        ? Optional.of(of.person())
        : Optional.empty();
  }

  private static Optional<VenueId> venueOf(ControlOrder order) {
    return order.target() instanceof ControlTarget.OfVenue of
        ? Optional.of(of.venue())
        : Optional.empty();
  }
}
