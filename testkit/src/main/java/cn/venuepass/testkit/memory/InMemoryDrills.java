package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.drill.DrillRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.cases.CaseId;
import cn.venuepass.domain.drill.Drill;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class InMemoryDrills implements DrillRepository {
  private final InMemoryStore store;
  private final InMemoryDivisionRepository divisions;
  private final Map<CaseId, Drill> drills;

  InMemoryDrills(InMemoryStore store, InMemoryDivisionRepository divisions) {
    this.store = store;
    this.divisions = divisions;
    this.drills = store.table();
  }

  @Override
  public void add(Drill drill) {
    store.run(() -> drills.put(drill.of(), drill));
  }

  @Override
  public Optional<Drill> find(CaseId of) {
    return store.run(() -> Optional.ofNullable(drills.get(of)));
  }

  @Override
  public List<Drill> listRunning() {
    return store.run(
        () ->
            drills.values().stream()
                .filter(drill -> drill.ended().isEmpty())
                .sorted(
                    Comparator.comparing(Drill::openedAt)
                        .thenComparing(drill -> drill.of().value().toString()))
                .toList());
  }

  @Override
  public Page<Drill> listWithin(
      Jurisdiction jurisdiction, Optional<DivisionCode> division, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                drills.values().stream()
                    .filter(drill -> jurisdiction instanceof Jurisdiction.OfDivision)
                    .filter(drill -> divisions.contains(jurisdiction, drill.community()))
                    .filter(
                        drill ->
                            division
                                .map(place -> divisions.isWithin(drill.community(), place))
                                .orElse(true)),
                request,
                drill -> new Cursor(drill.openedAt(), drill.of().value())));
  }

  @Override
  public boolean end(Drill ended) {
    return store.run(
        () -> {
          boolean mine = find(ended.of()).filter(known -> known.ended().isEmpty()).isPresent();
          if (mine) {
            drills.put(ended.of(), ended);
          }
          return mine;
        });
  }

  boolean anyIsOf(DivisionCode division) {
    return drills.values().stream().anyMatch(drill -> drill.community().equals(division));
  }
}
