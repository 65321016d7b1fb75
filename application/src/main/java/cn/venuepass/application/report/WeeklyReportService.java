package cn.venuepass.application.report;

import cn.venuepass.application.Denial;
import cn.venuepass.application.PageRequest;
import cn.venuepass.application.Result;
import cn.venuepass.application.audit.AuditTrail;
import cn.venuepass.application.coverage.BlindSpotRepository.State;
import cn.venuepass.application.coverage.CoverageFilter;
import cn.venuepass.application.coverage.CoverageUseCases;
import cn.venuepass.application.coverage.ViewCoverage.Kept;
import cn.venuepass.application.inspection.InspectionStatistics;
import cn.venuepass.application.inspection.ViewInspectionStatistics;
import cn.venuepass.application.posterlife.WatchPosters;
import cn.venuepass.application.venue.Narrowing;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Caller;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.access.Role;
import cn.venuepass.domain.audit.Actor;
import cn.venuepass.domain.audit.AuditAction;
import cn.venuepass.domain.audit.AuditPurpose;
import cn.venuepass.domain.audit.Deed;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

final class WeeklyReportService implements ViewWeeklyReport {
  private static final int SILENT_DAYS = 7;

  private final CoverageUseCases coverage;
  private final ViewInspectionStatistics inspections;
  private final WatchPosters posters;
  private final DocumentPrinter printer;
  private final AuditTrail audit;
  private final InstantSource clock;

  WeeklyReportService(
      CoverageUseCases coverage,
      ViewInspectionStatistics inspections,
      WatchPosters posters,
      DocumentPrinter printer,
      AuditTrail audit,
      InstantSource clock) {
    this.coverage = coverage;
    this.inspections = inspections;
    this.posters = posters;
    this.printer = printer;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Result<WeeklyReport> view(
      Caller.Staff supervisor, Optional<DivisionCode> division, Optional<Week> asked) {
    Week current = Week.of(clock.instant());
    Week week = asked.orElse(current.before());
    if (week.monday().isAfter(current.monday())) {
      throw new InvalidValue("week", Rule.OUT_OF_RANGE);
    }
    var filter = new CoverageFilter(division, Optional.empty(), Optional.empty());
    return atEndOf(supervisor, filter, week)
        .flatMap(
            now ->
                atEndOf(supervisor, filter, week.before())
                    .flatMap(
                        before ->
                            inspections
                                .view(supervisor, division, week.begin(), week.end())
                                .map(
                                    inspected ->
                                        report(supervisor, filter, week, now, before, inspected))));
  }

  private Result<Kept> atEndOf(Caller.Staff supervisor, CoverageFilter filter, Week week) {
    return coverage
        .viewCoverage()
        .atEndOf(supervisor.account().jurisdiction(), filter, week.monday(), week.sunday());
  }

  private WeeklyReport report(
      Caller.Staff supervisor,
      CoverageFilter filter,
      Week week,
      Kept now,
      Kept before,
      InspectionStatistics inspected) {
    Jurisdiction jurisdiction = supervisor.account().jurisdiction();
    Optional<Division> division = now.coverage().tree().division();
    note(supervisor, division, week);
    return new WeeklyReport(
        division,
        jurisdiction instanceof Jurisdiction.OfVenueTypes own ? own.types() : Set.of(),
        week,
        clock.instant(),
        WeeklyProgress.of(now, before),
        WeeklyProgress.ofChildren(now, before),
        WeeklyProgress.ofDepartments(now, before),
        coverage
            .viewBlindSpots()
            .summary(jurisdiction, filter)
            .orElseThrow(WeeklyReportService::denied)
            .sum(),
        coverage
            .viewBlindSpots()
            .list(
                jurisdiction,
                filter,
                Optional.empty(),
                State.OVERDUE,
                PageRequest.first(MOST_NAMED))
            .orElseThrow(WeeklyReportService::denied)
            .items(),
        inspected,
        posters
            .listSilent(
                supervisor,
                new Narrowing(filter.division(), Optional.empty()),
                SILENT_DAYS,
                PageRequest.first(MOST_NAMED))
            .items());
  }

  private void note(Caller.Staff supervisor, Optional<Division> division, Week week) {
    Deed deed =
        Deed.of(AuditAction.WEEKLY_REPORT_MADE, AuditPurpose.SUPERVISION).under(week.toString());
    audit.note(
        Actor.staff(supervisor, Role.SUPERVISOR),
        division.map(place -> deed.within(place.code())).orElse(deed));
  }

  /** What was seen a moment ago is not out of reach now. */
  private static IllegalStateException denied(Denial denial) {
    return new IllegalStateException("denied: " + denial);
  }

  @Override
  public byte[] print(TableDocument document) {
    return printer.print(document);
  }
}
