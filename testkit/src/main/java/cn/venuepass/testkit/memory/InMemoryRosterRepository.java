package cn.venuepass.testkit.memory;

import cn.venuepass.application.venue.RosterRepository;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.venue.RosterEntry;
import cn.venuepass.domain.venue.RosterEntryId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryRosterRepository implements RosterRepository {
  private final InMemoryStore store;
  private final Map<RosterEntryId, RosterEntry> entries;

  InMemoryRosterRepository(InMemoryStore store) {
    this.store = store;
    this.entries = store.table();
  }

  @Override
  public boolean add(RosterEntry entry) {
    return store.run(
        () ->
            current(entry.venue()).noneMatch(known -> known.person().equals(entry.person()))
                && entries.putIfAbsent(entry.id(), entry) == null);
  }

  @Override
  public Optional<RosterEntry> find(VenueId venue, RosterEntryId entry) {
    return store.run(
        () -> Optional.ofNullable(entries.get(entry)).filter(e -> e.venue().equals(venue)));
  }

  @Override
  public List<RosterEntry> listOf(VenueId venue) {
    return store.run(
        () ->
            current(venue)
                .sorted(
                    Comparator.comparing(RosterEntry::since)
                        .thenComparing(entry -> entry.id().value().toString()))
                .toList());
  }

  @Override
  public List<RosterEntry> entriesOf(VenueId venue, Collection<PersonId> people) {
    return store.run(() -> all(venue).filter(entry -> people.contains(entry.person())).toList());
  }

  @Override
  public boolean end(VenueId venue, RosterEntryId id, Instant at) {
    return store.run(
        () -> {
          Optional<RosterEntry> current = find(venue, id).filter(e -> e.until().isEmpty());
          current.ifPresent(
              entry ->
                  entries.put(
                      id,
                      new RosterEntry(
                          id,
                          venue,
                          entry.person(),
                          entry.name(),
                          entry.maskedIdNumber(),
                          entry.since(),
                          Optional.of(at))));
          return current.isPresent();
        });
  }

  private Stream<RosterEntry> current(VenueId venue) {
    return all(venue).filter(entry -> entry.until().isEmpty());
  }

  private Stream<RosterEntry> all(VenueId venue) {
    return entries.values().stream().filter(entry -> entry.venue().equals(venue));
  }
}
