package cn.venuepass.application.report;

import static java.util.stream.Collectors.toMap;

import cn.venuepass.application.coverage.ViewCoverage.Kept;
import cn.venuepass.application.report.WeeklyReport.OfDepartment;
import cn.venuepass.application.report.WeeklyReport.OfDivision;
import cn.venuepass.application.report.WeeklyReport.Progress;
import cn.venuepass.domain.coverage.Coverage;
import cn.venuepass.domain.coverage.DivisionSum;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Holds a week's end against the end of the week before. */
final class WeeklyProgress {
  private WeeklyProgress() {}

  static Progress of(Kept now, Kept before) {
    return progress(now, now.coverage().tree().sum(), before, before.coverage().tree().sum());
  }

  /** Of each division directly below, as the tree is today. */
  static List<OfDivision> ofChildren(Kept now, Kept before) {
    Map<DivisionCode, Funnel> earlier =
        before.coverage().tree().children().stream()
            .filter(child -> child.division().isPresent())
            .collect(toMap(WeeklyProgress::code, DivisionSum::sum));
    return now.coverage().tree().children().stream()
        .filter(child -> child.division().isPresent())
        .map(
            child ->
                new OfDivision(
                    child.division().orElseThrow(),
                    progress(
                        now, child.sum(), before, earlier.getOrDefault(code(child), Funnel.NONE))))
        .toList();
  }

  /** Of each department that had places there in one of the two weeks, in the order of names. */
  static List<OfDepartment> ofDepartments(Kept now, Kept before) {
    Map<String, Funnel> later = byDepartment(now.coverage());
    Map<String, Funnel> earlier = byDepartment(before.coverage());
    var names = new TreeSet<>(later.keySet());
    names.addAll(earlier.keySet());
    return names.stream()
        .map(
            name ->
                new OfDepartment(
                    name,
                    progress(
                        now,
                        later.getOrDefault(name, Funnel.NONE),
                        before,
                        earlier.getOrDefault(name, Funnel.NONE))))
        .toList();
  }

  private static Map<String, Funnel> byDepartment(Coverage coverage) {
    return coverage.byDepartment().stream()
        .collect(toMap(Coverage.OfDepartment::department, Coverage.OfDepartment::funnel));
  }

  private static Progress progress(Kept now, Funnel later, Kept before, Funnel earlier) {
    return new Progress(now.day().map(day -> later), before.day().map(day -> earlier));
  }

  private static DivisionCode code(DivisionSum<Funnel> child) {
    return child.division().map(Division::code).orElseThrow();
  }
}
