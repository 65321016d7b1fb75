package cn.venuepass.testkit.memory;

import cn.venuepass.application.Cursor;
import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.posterlife.FoundWarning;
import cn.venuepass.application.posterlife.PosterWarningRepository;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.posterlife.DoubtfulScan;
import cn.venuepass.domain.posterlife.PosterWarning;
import cn.venuepass.domain.posterlife.PosterWarningId;
import cn.venuepass.domain.venue.Direction;
import cn.venuepass.domain.venue.PosterId;
import cn.venuepass.domain.venue.Venue;
import cn.venuepass.domain.visit.Doubt;
import cn.venuepass.domain.visit.VisitId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class InMemoryPosterWarningRepository implements PosterWarningRepository {
  private final InMemoryStore store;
  private final InMemoryVenueRepository venues;
  private final InMemoryDivisionRepository divisions;
  private final Map<PosterWarningId, PosterWarning> warnings;
  private final Map<PosterWarningId, Set<DoubtfulScan>> doubtful;

  InMemoryPosterWarningRepository(
      InMemoryStore store, InMemoryVenueRepository venues, InMemoryDivisionRepository divisions) {
    this.store = store;
    this.venues = venues;
    this.divisions = divisions;
    this.warnings = store.table();
    this.doubtful = store.table();
  }

  @Override
  public void store(PosterWarning warning, Collection<DoubtfulScan> scans) {
    store.run(
        () -> {
          Optional<PosterWarning> known =
              warnings.values().stream().filter(other -> isSame(other, warning)).findFirst();
          if (known.flatMap(PosterWarning::dismissal).isEmpty()) {
            var id = known.map(PosterWarning::id).orElse(warning.id());
            warnings.put(id, as(id, warning, Optional.empty()));
            Set<DoubtfulScan> all = new LinkedHashSet<>(doubtful.getOrDefault(id, Set.of()));
            all.addAll(scans);
            doubtful.put(id, all);
          }
          return warning;
        });
  }

  @Override
  public Optional<PosterWarning> findWithin(PosterWarningId warning, Jurisdiction jurisdiction) {
    return store.run(
        () ->
            Optional.ofNullable(warnings.get(warning))
                .filter(found -> lies(found, jurisdiction, Narrowing.NONE)));
  }

  @Override
  public boolean dismiss(PosterWarningId warning, PosterWarning.Dismissal dismissal) {
    return store.run(
        () -> {
          Optional<PosterWarning> open =
              Optional.ofNullable(warnings.get(warning))
                  .filter(found -> found.dismissal().isEmpty());
          open.ifPresent(
              found -> {
                warnings.put(warning, as(warning, found, Optional.of(dismissal)));
                doubtful.remove(warning);
              });
          return open.isPresent();
        });
  }

  @Override
  public Page<FoundWarning> list(
      Jurisdiction jurisdiction,
      Narrowing narrowing,
      Optional<Doubt.Kind> kind,
      PageRequest request) {
    return store.run(
        () ->
            Paging.newestFirst(
                open()
                    .filter(warning -> kind.filter(wanted -> wanted != warning.kind()).isEmpty())
                    .filter(warning -> lies(warning, jurisdiction, narrowing))
                    .map(this::found),
                request,
                found -> new Cursor(found.warning().from(), found.warning().id().value())));
  }

  @Override
  public List<PosterWarning> listOf(PosterId poster) {
    return store.run(
        () ->
            open()
                .filter(warning -> warning.poster().equals(poster))
                .sorted(Comparator.comparing(PosterWarning::from).reversed())
                .toList());
  }

  Doubt doubtOf(VisitId visit) {
    return new Doubt(doubtOf(visit, Direction.IN), doubtOf(visit, Direction.OUT));
  }

  private Optional<Doubt.Kind> doubtOf(VisitId visit, Direction direction) {
    return open()
        .filter(
            warning ->
                doubtful.getOrDefault(warning.id(), Set.of()).stream()
                    .anyMatch(scan -> scan.visit().equals(visit) && scan.direction() == direction))
        .map(PosterWarning::kind)
        .max(Comparator.naturalOrder());
  }

  private Stream<PosterWarning> open() {
    return warnings.values().stream().filter(warning -> warning.dismissal().isEmpty());
  }

  private boolean lies(PosterWarning warning, Jurisdiction jurisdiction, Narrowing narrowing) {
    return divisions.lies(venue(warning), jurisdiction, narrowing);
  }

  private FoundWarning found(PosterWarning warning) {
    Venue venue = venue(warning);
    return new FoundWarning(warning, venue.details().name(), venue.details().community());
  }

  private Venue venue(PosterWarning warning) {
    return venues.findAny(warning.venue()).orElseThrow();
  }

  private static boolean isSame(PosterWarning one, PosterWarning other) {
    return one.poster().equals(other.poster())
        && one.kind() == other.kind()
        && one.from().equals(other.from());
  }

  private static PosterWarning as(
      PosterWarningId id, PosterWarning warning, Optional<PosterWarning.Dismissal> dismissal) {
    return new PosterWarning(
        id,
        warning.poster(),
        warning.venue(),
        warning.kind(),
        warning.from(),
        warning.to(),
        warning.people(),
        warning.firstAt(),
        warning.lastAt(),
        dismissal);
  }
}
