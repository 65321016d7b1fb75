package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.survey.SurveyImportRepository;
import cn.venuepass.domain.access.StaffId;
import cn.venuepass.domain.survey.SurveyImport;
import cn.venuepass.domain.survey.SurveyImportId;
import cn.venuepass.domain.survey.SurveyLine;
import cn.venuepass.domain.survey.SurveyPlaceId;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

final class InMemorySurveyImportRepository implements SurveyImportRepository {
  private final InMemoryStore store;
  private final InMemorySurveyPlaceRepository places;
  private final Map<SurveyImportId, SurveyImport> imports;
  private final Map<SurveyImportId, List<SurveyLine>> lines;
  private final Map<SurveyImportId, Map<Integer, SurveyPlaceId>> named;
  private final Map<SurveyImportId, Map<Integer, SurveyLine>> bad;

  InMemorySurveyImportRepository(InMemoryStore store, InMemorySurveyPlaceRepository places) {
    this.store = store;
    this.places = places;
    this.imports = store.table();
    this.lines = store.table();
    this.named = store.table();
    this.bad = store.table();
  }

  @Override
  public void add(SurveyImport list, List<SurveyLine> all) {
    store.run(
        () -> {
          lines.put(list.id(), List.copyOf(all));
          return imports.put(list.id(), list);
        });
  }

  @Override
  public Optional<SurveyImport> findOf(StaffId staff, SurveyImportId list) {
    return store.run(
        () -> Optional.ofNullable(imports.get(list)).filter(known -> known.by().equals(staff)));
  }

  @Override
  public Page<SurveyImport> listOf(StaffId staff, PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                imports.values().stream().filter(list -> list.by().equals(staff)),
                request,
                list -> new Cursor(list.at(), list.id().value())));
  }

  @Override
  public Optional<SurveyImport> findUnfinished() {
    return store.run(
        () ->
            imports.values().stream()
                .filter(list -> list.state().isUnfinished())
                .min(Comparator.comparing(SurveyImport::at)));
  }

  @Override
  public List<SurveyLine> lines(SurveyImportId list, int first, int limit) {
    return store.run(
        () -> lines.getOrDefault(list, List.of()).stream().skip(first).limit(limit).toList());
  }

  @Override
  public Set<SurveyPlaceId> named(SurveyImportId list, Collection<SurveyPlaceId> asked) {
    return store.run(
        () -> {
          Set<SurveyPlaceId> known = new HashSet<>(asked);
          known.retainAll(named.getOrDefault(list, Map.of()).values());
          return known;
        });
  }

  @Override
  public boolean advance(
      SurveyImport before,
      SurveyImport after,
      List<SurveyLine> wrong,
      Map<Integer, SurveyPlaceId> good) {
    return store.run(
        () -> {
          if (!before.equals(imports.get(before.id()))) {
            return false;
          }
          imports.put(after.id(), after);
          named.put(after.id(), and(named.getOrDefault(after.id(), Map.of()), good));
          Map<Integer, SurveyLine> byNumber =
              wrong.stream().collect(Collectors.toMap(SurveyLine::number, line -> line));
          bad.put(after.id(), and(bad.getOrDefault(after.id(), Map.of()), byNumber));
          return true;
        });
  }

  @Override
  public Set<DivisionCode> communitiesOf(SurveyImportId list) {
    return store.run(
        () -> {
          Set<SurveyPlaceId> ids = new HashSet<>(named.getOrDefault(list, Map.of()).values());
          return places
              .standing()
              .filter(place -> ids.contains(place.id()))
              .map(place -> place.details().community())
              .collect(Collectors.toSet());
        });
  }

  @Override
  public List<SurveyLine> listBad(SurveyImportId list, int after, int limit) {
    return store.run(
        () ->
            new ArrayList<>(bad.getOrDefault(list, Map.of()).values())
                .stream()
                    .filter(line -> line.number() > after)
                    .sorted(Comparator.comparing(SurveyLine::number))
                    .limit(limit)
                    .toList());
  }

  private static <K, V> Map<K, V> and(Map<K, V> known, Map<K, V> more) {
    Map<K, V> all = new HashMap<>(known);
    all.putAll(more);
    return all;
  }
}
