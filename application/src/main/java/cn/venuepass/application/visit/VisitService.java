package cn.venuepass.application.visit;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.VenueRights;
import cn.venuepass.application.visit.VisitRepository.Entry;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.VenueId;
import cn.venuepass.domain.visit.Stay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

final class VisitService implements ViewOccupancy, ListMyVisits {
  private final VisitRepository visits;
  private final VenueRights rights;
  private final PersonRepository people;
  private final InstantSource clock;

  VisitService(
      VisitRepository visits, VenueRights rights, PersonRepository people, InstantSource clock) {
    this.visits = visits;
    this.rights = rights;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public Result<Occupancy> view(Caller.Resident manager, VenueId id, PageRequest request) {
    Instant now = clock.instant();
    return rights
        .asManager(manager, id)
        .map(
            venue ->
                new Occupancy(
                    visits.countInside(id, now),
                    venue.details().capacity(),
                    masked(visits.listInside(id, now, request))));
  }

  @Override
  public Page<MyVisit> list(
      Caller.Resident resident, Instant from, Instant to, PageRequest request) {
    return resident
        .person()
        .map(person -> withStays(person, visits.listOf(person, from, to, request)))
        .orElseGet(() -> new Page<>(List.of(), Optional.empty()));
  }

  private Page<MaskedPerson> masked(Page<PersonInside> inside) {
    Map<PersonId, Person> known =
        people.findAll(inside.items().stream().map(PersonInside::person).toList()).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    return inside.map(
        person ->
            new MaskedPerson(
                person.visit(),
                Optional.ofNullable(known.get(person.person())).map(Person::maskedName).orElse("*"),
                person.since(),
                person.method()));
  }

  private Page<MyVisit> withStays(PersonId person, Page<RecordedVisit> page) {
    List<Entry> entries = entriesAfter(person, page.items());
    return page.map(
        recorded ->
            new MyVisit(
                recorded.visit(),
                recorded.venue(),
                Stay.of(recorded.visit(), nextElsewhere(recorded, entries), recorded.rules())));
  }

  /** The entries that may end one of the visits: those before the last one's maximum stay. */
  private List<Entry> entriesAfter(PersonId person, List<RecordedVisit> recorded) {
    Optional<Instant> first = recorded.stream().map(RecordedVisit::from).min(Instant::compareTo);
    Optional<Instant> end =
        recorded.stream()
            .map(visit -> visit.from().plus(visit.rules().maximumStay()))
            .max(Comparator.naturalOrder());
    return first.isEmpty() || end.isEmpty()
        ? List.of()
        : visits.entriesOf(person, first.get(), end.get());
  }

  /**
   * The person's next entry outside the venue's family, after the last time they were seen here.
   */
  private static Optional<Instant> nextElsewhere(RecordedVisit recorded, List<Entry> entries) {
    Instant lastHere = recorded.visit().lastSeen().orElse(recorded.from());
    return entries.stream()
        .filter(entry -> !entry.family().equals(recorded.family()))
        .map(Entry::at)
        .filter(lastHere::isBefore)
        .findFirst();
  }
}
