package cn.venuepass.application.gate;

import cn.venuepass.application.person.PersonRepository;
import cn.venuepass.application.venue.RosterRepository;
import cn.venuepass.domain.person.Person;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.person.PersonName;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a venue's managers may know of some people: masked names, and who works there. */
final class MaskedPeople {
  private final Map<PersonId, Person> people;
  private final List<RosterEntry> roster;

  private MaskedPeople(Map<PersonId, Person> people, List<RosterEntry> roster) {
    this.people = people;
    this.roster = roster;
  }

  static MaskedPeople of(
      Collection<PersonId> ids, VenueId venue, PersonRepository people, RosterRepository rosters) {
    Map<PersonId, Person> known =
        people.findAll(List.copyOf(ids)).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    return new MaskedPeople(known, rosters.entriesOf(venue, ids));
  }

  String maskedName(PersonId person) {
    return Optional.ofNullable(people.get(person)).map(Person::maskedName).orElse("*");
  }

  /** Whether the full name contains the text; only to search, never to show. */
  boolean nameContains(PersonId person, String text) {
    return Optional.ofNullable(people.get(person))
        .flatMap(Person::name)
        .map(PersonName::text)
        .filter(name -> name.contains(text))
        .isPresent();
  }

  /** Whether a visit of the person at that time is one of staff. */
  boolean isStaff(PersonId person, Instant at) {
    return roster.stream()
        .anyMatch(entry -> entry.person().equals(person) && entry.coversVisitAt(at));
  }
}
