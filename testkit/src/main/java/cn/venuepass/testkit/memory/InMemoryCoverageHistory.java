package cn.venuepass.testkit.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import cn.venuepass.application.coverage.CoverageHistory;
import cn.venuepass.application.coverage.Extent;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.Funnel;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

final class InMemoryCoverageHistory implements CoverageHistory {
  private final InMemoryStore store;
  private final InMemoryExtents extents;
  private final Map<LocalDate, List<CoverageRow>> days;

  InMemoryCoverageHistory(InMemoryStore store, InMemoryExtents extents) {
    this.store = store;
    this.extents = extents;
    this.days = store.table();
  }

  private record Kept(LocalDate day, Funnel funnel) {}

  @Override
  public void keep(LocalDate day, List<CoverageRow> rows) {
    store.run(() -> days.put(day, List.copyOf(rows)));
  }

  @Override
  public List<Day> list(Extent extent, LocalDate from, LocalDate to) {
    return store.run(
        () ->
            days.entrySet().stream()
                .filter(entry -> !entry.getKey().isBefore(from) && !entry.getKey().isAfter(to))
                .flatMap(entry -> kept(entry.getKey(), entry.getValue(), extent))
                .collect(
                    groupingBy(
                        Kept::day, TreeMap::new, reducing(Funnel.NONE, Kept::funnel, Funnel::plus)))
                .entrySet()
                .stream()
                .map(entry -> new Day(entry.getKey(), entry.getValue()))
                .toList());
  }

  @Override
  public Optional<LocalDate> lastDay(LocalDate from, LocalDate to) {
    return store.run(
        () ->
            days.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .max(Comparator.naturalOrder()));
  }

  @Override
  public List<CoverageRow> rows(Extent extent, LocalDate day) {
    return store.run(
        () ->
            days.getOrDefault(day, List.of()).stream()
                .filter(row -> extents.lies(row.division(), row.type(), extent))
                .toList());
  }

  private Stream<Kept> kept(LocalDate day, List<CoverageRow> rows, Extent extent) {
    return rows.stream()
        .filter(row -> extents.lies(row.division(), row.type(), extent))
        .map(row -> new Kept(day, row.funnel()));
  }
}
