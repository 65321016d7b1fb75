package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.inspection.InspectionCount;
import cn.venuepass.application.inspection.InspectionFigures;
import cn.venuepass.application.inspection.InspectionFilter;
import cn.venuepass.application.inspection.InspectionFilter.Made;
import cn.venuepass.application.inspection.InspectionFilter.Progress;
import cn.venuepass.application.inspection.InspectionRepository;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Finding;
import cn.venuepass.domain.inspection.Inspection;
import cn.venuepass.domain.inspection.Inspection.State;
import cn.venuepass.domain.inspection.InspectionId;
import cn.venuepass.domain.inspection.Premises;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryInspectionRepository implements InspectionRepository {
  private final InMemoryStore store;
  private final InMemoryDivisionRepository divisions;
  private final Map<InspectionId, Inspection> inspections;

  InMemoryInspectionRepository(InMemoryStore store, InMemoryDivisionRepository divisions) {
    this.store = store;
    this.divisions = divisions;
    this.inspections = store.table();
  }

  @Override
  public void add(Inspection inspection) {
    store.run(() -> inspections.put(inspection.id(), inspection));
  }

  @Override
  public boolean replace(Inspection next) {
    return store.run(
        () -> {
          boolean follows =
              find(next.id()).filter(known -> known.revision() == next.revision() - 1).isPresent();
          if (follows) {
            inspections.put(next.id(), next);
          }
          return follows;
        });
  }

  @Override
  public Optional<Inspection> find(InspectionId inspection) {
    return store.run(() -> Optional.ofNullable(inspections.get(inspection)));
  }

  @Override
  public Optional<Inspection> findWithin(InspectionId inspection, Jurisdiction jurisdiction) {
    return store.run(() -> find(inspection).filter(found -> lies(found.premises(), jurisdiction)));
  }

  @Override
  public Page<Inspection> listWithin(
      Jurisdiction jurisdiction, InspectionFilter filter, Instant now, PageRequest request) {
    return store.run(
        () -> {
          Stream<Inspection> found =
              inspections.values().stream()
                  .filter(inspection -> lies(inspection.premises(), jurisdiction))
                  .filter(inspection -> matches(inspection, filter, now));
          return filter.isOverdue()
              ? Paging.oldestFirst(
                  found,
                  request,
                  inspection ->
                      new Cursor(inspection.order().dueAt().orElseThrow(), inspection.id().value()))
              : Paging.newestFirst(found, request, InMemoryInspectionRepository::cursor);
        });
  }

  @Override
  public Page<Inspection> listOf(VenueId venue, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                inspections.values().stream().filter(of(venue)),
                request,
                InMemoryInspectionRepository::cursor));
  }

  @Override
  public List<InspectionCount> count(
      Jurisdiction jurisdiction,
      Optional<DivisionCode> division,
      Instant from,
      Instant to,
      Instant now) {
    return store.run(
        () ->
            inspections.values().stream()
                .filter(found -> lies(found.premises(), jurisdiction))
                .filter(found -> isWithin(found.premises(), division))
                .filter(found -> !found.at().isBefore(from) && found.at().isBefore(to))
                .map(
                    found ->
                        new InspectionCount(
                            divisions.pathOf(found.premises().community()),
                            found.premises().type(),
                            figures(found, now)))
                .toList());
  }

  /** Whether some inspection is like that. */
  boolean anyIs(Predicate<Inspection> like) {
    return inspections.values().stream().anyMatch(like);
  }

  boolean lies(Premises premises, Jurisdiction jurisdiction) {
    return divisions.lies(premises.community(), premises.type(), jurisdiction);
  }

  boolean isWithin(Premises premises, Optional<DivisionCode> division) {
    return division.filter(top -> !divisions.isWithin(premises.community(), top)).isEmpty();
  }

  private boolean matches(Inspection inspection, InspectionFilter filter, Instant now) {
    return isWithin(inspection.premises(), filter.division())
        && filter.type().filter(type -> !type.equals(inspection.premises().type())).isEmpty()
        && filter.venue().filter(venue -> !of(venue).test(inspection)).isEmpty()
        && filter.progress().filter(progress -> !stands(inspection, progress, now)).isEmpty()
        && isMade(inspection, filter.made());
  }

  private static boolean stands(Inspection inspection, Progress progress, Instant now) {
    InspectionFigures counted = figures(inspection, now);
    return switch (progress) {
      case OPEN, DONE, VERIFIED, REOPENED, CLOSED ->
          progress.name().equals(inspection.state().name());
      case OVERDUE -> counted.overdue() > 0;
      case UNSETTLED -> counted.open() > 0;
      case VERIFIED_IN_TIME -> counted.verifiedInTime() > 0;
      case VERIFIED_LATE -> counted.verifiedLate() > 0;
    };
  }

  private static boolean isMade(Inspection inspection, Made made) {
    return made.from().filter(inspection.at()::isBefore).isEmpty()
        && made.to().filter(to -> !inspection.at().isBefore(to)).isEmpty()
        && made.measure().filter(measure -> measure != inspection.order().measure()).isEmpty()
        && made.notOk().filter(item -> !notOk(inspection).containsKey(item)).isEmpty();
  }

  private static Map<ChecklistItem, Long> notOk(Inspection inspection) {
    return inspection.findings().all().stream()
        .filter(finding -> finding.result() == Finding.Result.NOT_OK)
        .collect(groupingBy(Finding::item, counting()));
  }

  private static InspectionFigures figures(Inspection inspection, Instant now) {
    boolean rectified = inspection.state() == State.VERIFIED;
    boolean late =
        rectified && inspection.doneAt().orElseThrow().isAfter(inspection.order().dueAt().get());
    return new InspectionFigures(
        1,
        Map.of(inspection.order().measure(), 1L),
        notOk(inspection),
        rectified || inspection.state() == State.CLOSED ? 0 : 1,
        inspection.isOverdue(now) ? 1 : 0,
        rectified && !late ? 1 : 0,
        late ? 1 : 0);
  }

  private static Predicate<Inspection> of(VenueId venue) {
    return inspection -> inspection.premises().target().venue().equals(Optional.of(venue));
  }

  private static Cursor cursor(Inspection inspection) {
    return new Cursor(inspection.at(), inspection.id().value());
  }
}
