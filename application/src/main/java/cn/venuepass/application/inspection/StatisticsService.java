package cn.venuepass.application.inspection;

import static cn.venuepass.application.Denial.Plain.NOT_FOUND;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;

import cn.venuepass.application.Result;
import cn.venuepass.application.venue.DivisionRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.DivisionCode;
import cn.venuepass.domain.venue.VenueTypeCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;

final class StatisticsService implements ViewInspectionStatistics {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Comparator<VenueTypeCode> BY_CODE =
      Comparator.comparing(VenueTypeCode::text);

  private final InspectionRepository inspections;
  private final DivisionRepository divisions;
  private final InstantSource clock;

  StatisticsService(
      InspectionRepository inspections, DivisionRepository divisions, InstantSource clock) {
    this.inspections = inspections;
    this.divisions = divisions;
    this.clock = clock;
  }

  @Override
  public Result<InspectionStatistics> view(
      Caller.Staff supervisor, Optional<DivisionCode> division, Instant from, Instant to) {
    if (!from.isBefore(to) || to.isAfter(from.plus(LONGEST))) {
      throw new InvalidValue("to", Rule.OUT_OF_RANGE);
    }
    Jurisdiction jurisdiction = supervisor.account().jurisdiction();
    if (division.filter(code -> !isWithin(code, jurisdiction)).isPresent()) {
      return Result.denied(NOT_FOUND);
    }
    Optional<DivisionCode> top =
        jurisdiction instanceof Jurisdiction.OfDivision own
            ? division.or(() -> Optional.of(own.division()))
            : division;
    return Result.done(statistics(jurisdiction, top, from, to));
  }

  private boolean isWithin(DivisionCode division, Jurisdiction jurisdiction) {
    return jurisdiction instanceof Jurisdiction.OfDivision own
        ? divisions.isWithin(division, own.division())
        : divisions.find(division).isPresent();
  }

  private InspectionStatistics statistics(
      Jurisdiction jurisdiction, Optional<DivisionCode> top, Instant from, Instant to) {
    List<InspectionCount> counts = inspections.count(jurisdiction, top, from, to, clock.instant());
    Map<Optional<DivisionCode>, InspectionFigures> below =
        counts.stream().collect(groupingBy(count -> below(top, count), summed()));
    Map<VenueTypeCode, InspectionFigures> byType = new TreeMap<>(BY_CODE);
    byType.putAll(counts.stream().collect(groupingBy(InspectionCount::type, summed())));
    return new InspectionStatistics(
        top,
        from,
        to,
        InspectionFigures.sum(below.values()),
        divisions.childrenOf(top).stream()
            .map(
                child ->
                    new InspectionStatistics.Child(
                        child,
                        below.getOrDefault(Optional.of(child.code()), InspectionFigures.NONE)))
            .toList(),
        byType);
  }

  /** The division directly below the top in which it was counted, if not in the top itself. */
  private static Optional<DivisionCode> below(Optional<DivisionCode> top, InspectionCount count) {
    int place = top.map(code -> count.path().indexOf(code) + 1).orElse(0);
    return place < count.path().size() ? Optional.of(count.path().get(place)) : Optional.empty();
  }

  private static Collector<InspectionCount, ?, InspectionFigures> summed() {
    return mapping(
        InspectionCount::figures,
        reducing(InspectionFigures.NONE, Function.identity(), InspectionFigures::plus));
  }
}
