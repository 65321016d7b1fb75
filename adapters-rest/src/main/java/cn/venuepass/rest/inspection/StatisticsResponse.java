package cn.venuepass.rest.inspection;

import cn.venuepass.application.inspection.InspectionFigures;
import cn.venuepass.application.inspection.InspectionStatistics;
import cn.venuepass.domain.inspection.ChecklistItem;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Figures of inspections; every measure and every item of the checklist stands there. */
public record StatisticsResponse(
    @Nullable String division,
    Instant from,
    Instant to,
    FiguresResponse total,
    List<ChildResponse> children,
    List<TypeResponse> types) {

  public static StatisticsResponse of(InspectionStatistics statistics) {
    return new StatisticsResponse(
        statistics.division().map(DivisionCode::text).orElse(null),
        statistics.from(),
        statistics.to(),
        FiguresResponse.of(statistics.total()),
        statistics.children().stream().map(ChildResponse::of).toList(),
        statistics.byType().entrySet().stream()
            .map(
                type -> new TypeResponse(type.getKey().text(), FiguresResponse.of(type.getValue())))
            .toList());
  }

  /** The figures of a division directly below. */
  public record ChildResponse(String division, String name, FiguresResponse figures) {
    static ChildResponse of(InspectionStatistics.Child child) {
      return new ChildResponse(
          child.division().code().text(),
          child.division().name(),
          FiguresResponse.of(child.figures()));
    }
  }

  /** The figures of a venue type. */
  public record TypeResponse(String type, FiguresResponse figures) {}

  /** How many there were, and what came of them. */
  public record FiguresResponse(
      long inspections,
      Map<Measure, Long> measures,
      Map<ChecklistItem, Long> notOk,
      long open,
      long overdue,
      long verifiedInTime,
      long verifiedLate) {
    static FiguresResponse of(InspectionFigures figures) {
      return new FiguresResponse(
          figures.inspections(),
          complete(Measure.values(), figures.byMeasure()),
          complete(ChecklistItem.values(), figures.notOk()),
          figures.open(),
          figures.overdue(),
          figures.verifiedInTime(),
          figures.verifiedLate());
    }

    private static <K extends Enum<K>> Map<K, Long> complete(K[] keys, Map<K, Long> counts) {
      return Arrays.stream(keys)
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  key -> counts.getOrDefault(key, 0L),
                  Long::sum,
                  TreeMap::new));
    }
  }
}
