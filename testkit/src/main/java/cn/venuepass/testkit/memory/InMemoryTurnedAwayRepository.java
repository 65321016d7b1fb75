package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.gate.TurnedAwayRepository;
import cn.venuepass.domain.gate.TurnedAway;
import cn.venuepass.domain.gate.TurnedAwayId;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryTurnedAwayRepository implements TurnedAwayRepository {
  private final InMemoryStore store;
  private final Map<TurnedAwayId, TurnedAway> notes;

  InMemoryTurnedAwayRepository(InMemoryStore store) {
    this.store = store;
    this.notes = store.table();
  }

  @Override
  public void add(TurnedAway turnedAway) {
    store.run(() -> notes.put(turnedAway.id(), turnedAway));
  }

  @Override
  public Optional<TurnedAway> find(VenueId venue, TurnedAwayId id) {
    return store.run(
        () -> Optional.ofNullable(notes.get(id)).filter(note -> note.venue().equals(venue)));
  }

  @Override
  public Page<TurnedAway> listOf(VenueId venue, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                of(venue), request, note -> new Cursor(note.at(), note.id().value())));
  }

  @Override
  public long count(VenueId venue, Instant from, Instant to) {
    return store.run(
        () ->
            of(venue).filter(note -> !note.at().isBefore(from) && note.at().isBefore(to)).count());
  }

  /** The times of the notes from before the limit, which are deleted if so told. */
  List<Instant> forget(Instant limit, boolean delete) {
    List<TurnedAway> over =
        notes.values().stream().filter(note -> note.at().isBefore(limit)).toList();
    if (delete) {
      over.forEach(note -> notes.remove(note.id()));
    }
    return over.stream().map(TurnedAway::at).toList();
  }

  private Stream<TurnedAway> of(VenueId venue) {
    return notes.values().stream().filter(note -> note.venue().equals(venue));
  }
}
