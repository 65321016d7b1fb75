package cn.venuepass.application.coverage;

import cn.venuepass.application.Page;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.coverage.CoverageRepository.PlaceStanding;
import cn.venuepass.application.coverage.CoverageRepository.UnsurveyedVenue;
import cn.venuepass.application.venue.VenueTypeRepository;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.coverage.Coverage;
import cn.venuepass.domain.coverage.CoverageRow;
import cn.venuepass.domain.coverage.CoverageTable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

final class CoverageService implements ViewCoverage, ViewPlaces {
  private final CoverageRepository coverage;
  private final CoverageHistory history;
  private final VenueTypeRepository types;
  private final Extents extents;
  private final InstantSource clock;

  CoverageService(
      CoverageRepository coverage,
      CoverageHistory history,
      VenueTypeRepository types,
      Extents extents,
      InstantSource clock) {
    this.coverage = coverage;
    this.history = history;
    this.types = types;
    this.extents = extents;
    this.clock = clock;
  }

  @Override
  public Result<Coverage> view(Jurisdiction jurisdiction, CoverageFilter filter) {
    return extents.within(jurisdiction, filter).map(this::view);
  }

  /** The rows come first: whatever they name is there when divisions and types are read. */
  private Coverage view(Extent extent) {
    List<CoverageRow> rows = coverage.count(extent, clock.instant());
    return Coverage.of(extents.divisionsOf(extent), types.list(), rows);
  }

  @Override
  public Result<CoverageTable> table(Jurisdiction jurisdiction, CoverageFilter filter) {
    return extents.within(jurisdiction, filter).map(this::table);
  }

  private CoverageTable table(Extent extent) {
    List<CoverageRow> rows = coverage.count(extent, clock.instant());
    return CoverageTable.of(extents.divisionsOf(extent), types.list(), rows);
  }

  @Override
  public Result<Kept> atEndOf(
      Jurisdiction jurisdiction, CoverageFilter filter, LocalDate from, LocalDate to) {
    return extents.within(jurisdiction, filter).map(extent -> kept(extent, from, to));
  }

  private Kept kept(Extent extent, LocalDate from, LocalDate to) {
    Optional<LocalDate> day = history.lastDay(from, to);
    List<CoverageRow> rows = day.map(last -> history.rows(extent, last)).orElse(List.of());
    return new Kept(day, Coverage.of(extents.divisionsOf(extent), types.list(), rows));
  }

  @Override
  public Result<List<CoverageHistory.Day>> history(
      Jurisdiction jurisdiction, CoverageFilter filter, LocalDate from, LocalDate to) {
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new InvalidValue("from", Rule.OUT_OF_RANGE);
    }
    return extents.within(jurisdiction, filter).map(extent -> history.list(extent, from, to));
  }

  @Override
  public Result<Page<PlaceStanding>> places(
      Jurisdiction jurisdiction, CoverageFilter filter, PlaceSearch search, PageRequest request) {
    return extents
        .within(jurisdiction, filter)
        .map(extent -> coverage.listPlaces(extent, search, clock.instant(), request));
  }

  @Override
  public Result<Page<UnsurveyedVenue>> unsurveyed(
      Jurisdiction jurisdiction, CoverageFilter filter, PageRequest request) {
    return extents
        .within(jurisdiction, filter)
        .map(extent -> coverage.listUnsurveyed(extent, request));
  }
}
