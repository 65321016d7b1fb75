package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.privacy.DataRequestRepository;
import cn.venuepass.application.visit.Watched;
import cn.venuepass.domain.person.PersonId;
import cn.venuepass.domain.privacy.DataRequest;
import cn.venuepass.domain.privacy.DataRequest.AboutVisit;
import cn.venuepass.domain.privacy.DataRequest.Decision;
import cn.venuepass.domain.privacy.DataRequest.Status;
import cn.venuepass.domain.privacy.DataRequestId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.visit.VisitId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class InMemoryDataRequestRepository implements DataRequestRepository {
  private final InMemoryStore store;
  private final InMemoryDivisionRepository divisions;
  private final InMemoryVenueRepository venues;
  private final InMemoryVisitRepository visits;
  private final Map<DataRequestId, DataRequest> requests;

  InMemoryDataRequestRepository(
      InMemoryStore store,
      InMemoryDivisionRepository divisions,
      InMemoryVenueRepository venues,
      InMemoryVisitRepository visits) {
    this.store = store;
    this.divisions = divisions;
    this.venues = venues;
    this.visits = visits;
    this.requests = store.table();
  }

  @Override
  public Optional<AboutVisit> findVisit(Collection<Watched> people, VisitId visit) {
    return store.run(
        () ->
            visits
                .find(people, visit)
                .map(
                    found ->
                        new AboutVisit(
                            visit,
                            found.person(),
                            found.venue(),
                            venues
                                .findAny(found.venue())
                                .map(Venue::details)
                                .orElseThrow()
                                .community())));
  }

  @Override
  public boolean add(DataRequest request) {
    return store.run(
        () -> {
          boolean room =
              of(request.person()).filter(known -> known.status() == Status.OPEN).count()
                  < MOST_OPEN;
          if (room) {
            requests.put(request.id(), request);
          }
          return room;
        });
  }

  @Override
  public Page<DataRequest> listOf(PersonId person, PageRequest request) {
    return store.run(
        () -> Paging.newestFirst(of(person), request, InMemoryDataRequestRepository::cursor));
  }

  @Override
  public Optional<DataRequest> findOf(PersonId person, DataRequestId id) {
    return store.run(() -> of(person).filter(known -> known.id().equals(id)).findFirst());
  }

  @Override
  public Page<DataRequest> listFor(Desk desk, Status status, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                requests.values().stream()
                    .filter(known -> known.status() == status && answers(desk, known)),
                request,
                InMemoryDataRequestRepository::cursor));
  }

  @Override
  public Optional<DataRequest> findFor(Desk desk, DataRequestId id) {
    return store.run(
        () -> Optional.ofNullable(requests.get(id)).filter(known -> answers(desk, known)));
  }

  @Override
  public boolean decide(DataRequestId id, Decision decision) {
    return store.run(
        () -> {
          Optional<DataRequest> open =
              Optional.ofNullable(requests.get(id)).filter(known -> known.status() == Status.OPEN);
          open.ifPresent(known -> requests.put(id, decided(known, decision)));
          return open.isPresent();
        });
  }

  private static DataRequest decided(DataRequest known, Decision decision) {
    return new DataRequest(
        known.id(),
        known.account(),
        known.person(),
        known.about(),
        known.kind(),
        known.visit(),
        known.text(),
        known.madeAt(),
        Optional.of(decision));
  }

  private boolean answers(Desk desk, DataRequest request) {
    return request
        .visit()
        .map(visit -> desk.reviews() && divisions.contains(desk.jurisdiction(), visit.community()))
        .orElseGet(() -> desk.administers() && divisions.isRoot(desk.jurisdiction()));
  }

  private Stream<DataRequest> of(PersonId person) {
    return requests.values().stream().filter(known -> known.person().equals(person));
  }

  private static Cursor cursor(DataRequest request) {
    return new Cursor(request.madeAt(), request.id().value());
  }
}
