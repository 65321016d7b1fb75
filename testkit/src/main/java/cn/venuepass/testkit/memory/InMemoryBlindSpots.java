package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.coverage.BlindSpotRepository;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.BlindSpot;
import cn.venuepass.domain.coverage.BlindSpotId;
import cn.venuepass.domain.coverage.BlindSpotStep;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import cn.venuepass.domain.coverage.Owner;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

final class InMemoryBlindSpots implements BlindSpotRepository {
  private final InMemoryStore store;
  private final InMemorySurveyPlaceRepository places;
  private final InMemoryVenueRepository venues;
  private final InMemoryExtents extents;
  private final Map<BlindSpotId, BlindSpot> tasks;
  private final Map<Key, Past> steps;

  InMemoryBlindSpots(
      InMemoryStore store,
      InMemorySurveyPlaceRepository places,
      InMemoryVenueRepository venues,
      InMemoryExtents extents) {
    this.store = store;
    this.places = places;
    this.venues = venues;
    this.extents = extents;
    this.tasks = store.table();
    this.steps = store.table();
  }

  private record Key(BlindSpotId task, int revision) {}

  @Override
  public List<BlindSpotStep> apply(List<BlindSpotStep> wanted) {
    return store.run(() -> wanted.stream().filter(this::apply).toList());
  }

  private boolean apply(BlindSpotStep step) {
    BlindSpot next = step.next();
    boolean follows =
        next.revision() == 0
            ? tasks.values().stream().noneMatch(known -> stands(known, next.subject().key()))
            : Optional.ofNullable(tasks.get(next.id()))
                .filter(known -> known.revision() == next.revision() - 1)
                .isPresent();
    if (follows) {
      tasks.put(next.id(), next);
      steps.put(
          new Key(next.id(), next.revision()), new Past(step.what(), step.at(), next.owner()));
    }
    return follows;
  }

  private static boolean stands(BlindSpot known, UUID subject) {
    return known.isOpen() && known.subject().key().equals(subject);
  }

  @Override
  public List<BlindSpot> listStanding(Instant now) {
    return store.run(
        () ->
            tasks.values().stream()
                .filter(
                    task ->
                        task.closing()
                            .map(
                                end ->
                                    end.excuse()
                                        .filter(excuse -> excuse.until().isAfter(now))
                                        .isPresent())
                            .orElse(true))
                .toList());
  }

  @Override
  public Page<Listed> list(
      Extent extent, Optional<Gap> gap, State state, Instant now, PageRequest request) {
    return store.run(
        () ->
            Paging.oldestFirst(
                listed(extent)
                    .filter(listed -> gap.map(listed.task().gap()::equals).orElse(true))
                    .filter(listed -> is(listed.task(), state, now)),
                request,
                listed -> new Cursor(listed.orderedBy(state), listed.task().id().value())));
  }

  private static boolean is(BlindSpot task, State state, Instant now) {
    return switch (state) {
      case OPEN -> task.isOpen();
      case OVERDUE -> task.isOpen() && task.isOverdue(now);
      case CLOSED -> !task.isOpen();
      case CLOSED_LAST_7_DAYS -> isClosedOfLate(task, now);
    };
  }

  @Override
  public Optional<Listed> find(BlindSpotId task, Jurisdiction jurisdiction) {
    return store.run(
        () ->
            listed(Extent.of(jurisdiction))
                .filter(listed -> listed.task().id().equals(task))
                .findFirst());
  }

  @Override
  public List<Past> historyOf(BlindSpotId task) {
    return store.run(
        () ->
            steps.entrySet().stream()
                .filter(entry -> entry.getKey().task().equals(task))
                .map(Map.Entry::getValue)
                .toList());
  }

  private record Counted(DivisionCode community, GapCounts counts) {}

  @Override
  public Map<DivisionCode, GapCounts> count(Extent extent, Instant now) {
    return store.run(
        () ->
            listed(extent)
                .map(listed -> new Counted(listed.community(), counts(listed.task(), now)))
                .collect(
                    groupingBy(
                        Counted::community,
                        reducing(GapCounts.NONE, Counted::counts, GapCounts::plus))));
  }

  private static GapCounts counts(BlindSpot task, Instant now) {
    return new GapCounts(
        Map.of(
            task.gap(),
            new GapCounts.Count(
                task.isOpen() ? 1 : 0,
                task.isOpen() && task.isOverdue(now) ? 1 : 0,
                isClosedOfLate(task, now) ? 1 : 0)));
  }

  private static boolean isClosedOfLate(BlindSpot task, Instant now) {
    return task.closing()
        .filter(end -> !end.at().isBefore(now.minus(GapCounts.OF_LATE)))
        .isPresent();
  }

  /** Whether some task is, or was, that division's. */
  boolean anyIsOf(DivisionCode division) {
    return Stream.concat(
            tasks.values().stream().map(BlindSpot::owner), steps.values().stream().map(Past::owner))
        .anyMatch(
            owner ->
                owner instanceof Owner.OfDivision own && own.division().code().equals(division));
  }

  private Stream<Listed> listed(Extent extent) {
    return tasks.values().stream()
        .map(this::listed)
        .filter(listed -> extents.lies(listed.community(), listed.type(), extent));
  }

  private Listed listed(BlindSpot task) {
    return task.subject()
        .place()
        .map(
            id -> {
              var details = places.findAny(id).orElseThrow().details();
              return new Listed(task, details.name(), details.type(), details.community());
            })
        .orElseGet(
            () -> {
              var details = task.subject().venue().flatMap(venues::findAny).orElseThrow().details();
              return new Listed(task, details.name(), details.type(), details.community());
            });
  }
}
