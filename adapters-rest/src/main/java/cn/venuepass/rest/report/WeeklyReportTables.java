package cn.venuepass.rest.report;

import cn.venuepass.application.Days;
import cn.venuepass.application.coverage.BlindSpotRepository.Listed;
import cn.venuepass.application.inspection.InspectionFigures;
import cn.venuepass.application.posterlife.SilentPoster;
import cn.venuepass.application.report.TableDocument;
import cn.venuepass.application.report.TableDocument.Cell;
import cn.venuepass.application.report.TableDocument.Table;
import cn.venuepass.application.report.WeeklyReport;
import cn.venuepass.application.report.WeeklyReport.Progress;
import cn.venuepass.domain.coverage.Funnel;
import cn.venuepass.domain.coverage.Gap;
import cn.venuepass.domain.coverage.GapCounts;
import cn.venuepass.domain.coverage.Owner;
import cn.venuepass.domain.inspection.Measure;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.VenueTypeCode;
import cn.venuepass.rest.problem.Messages;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A weekly report as tables, in the language of whoever reads it. */
final class WeeklyReportTables {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Days.CHINA);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(Days.CHINA);
  private static final Cell NOTHING = Cell.of("–");

  private final Messages messages;

  WeeklyReportTables(Messages messages) {
    this.messages = messages;
  }

  TableDocument of(WeeklyReport report) {
    String place = report.division().map(Division::name).orElse(label("everywhere"));
    String types =
        report.types().stream().map(VenueTypeCode::text).sorted().collect(Collectors.joining(", "));
    return new TableDocument(
        messages.report("title", place),
        Stream.of(
                messages.report(
                    "week", report.week(), report.week().monday(), report.week().sunday()),
                types.isEmpty() ? "" : messages.report("types", types),
                messages.report("made", TIME.format(report.madeAt())))
            .filter(line -> !line.isEmpty())
            .toList(),
        Stream.of(
                Stream.of(coverage(report)),
                some(children(report)),
                some(departments(report)),
                Stream.of(blindSpots(report.blindSpots())),
                some(overdue(report)),
                Stream.of(inspections(report)),
                some(silent(report)))
            .flatMap(tables -> tables)
            .toList());
  }

  private static Stream<Table> some(Table table) {
    return table.rows().isEmpty() ? Stream.empty() : Stream.of(table);
  }

  private Table coverage(WeeklyReport report) {
    Progress progress = report.progress();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row(label("this_week"), progress.now()));
    rows.add(row(label("week_before"), progress.before()));
    if (progress.now().isPresent() && progress.before().isPresent()) {
      rows.add(change(progress.now().get(), progress.before().get()));
    }
    return new Table(label("coverage"), funnelColumns(""), rows);
  }

  private Table children(WeeklyReport report) {
    return new Table(
        label("by_division"),
        funnelColumns(label("division")),
        report.children().stream()
            .map(child -> row(child.division().name(), child.progress().now()))
            .toList());
  }

  private Table departments(WeeklyReport report) {
    return new Table(
        label("by_department"),
        funnelColumns(label("department")),
        report.departments().stream()
            .map(row -> row(row.department(), row.progress().now()))
            .toList());
  }

  private List<String> funnelColumns(String first) {
    return Stream.concat(
            Stream.of(first),
            Stream.of(
                    "surveyed", "applied", "approved", "posted", "scanned", "silent", "unsurveyed")
                .map(this::label))
        .toList();
  }

  private static List<Cell> row(String name, Optional<Funnel> funnel) {
    return Stream.concat(
            Stream.of(Cell.of(name)),
            funnel
                .map(known -> numbers(known).map(Cell::of))
                .orElseGet(() -> Stream.generate(() -> NOTHING).limit(7)))
        .toList();
  }

  private List<Cell> change(Funnel now, Funnel before) {
    List<Long> earlier = numbers(before).toList();
    List<Long> later = numbers(now).toList();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(label("change")));
    for (int i = 0; i < later.size(); i++) {
      cells.add(Cell.of(later.get(i) - earlier.get(i)));
    }
    return cells;
  }

  private static Stream<Long> numbers(Funnel funnel) {
    return Stream.of(
        funnel.surveyed(),
        funnel.applied(),
        funnel.approved(),
        funnel.posted(),
        funnel.scanned(),
        funnel.silent(),
        funnel.unsurveyed());
  }

  private Table blindSpots(GapCounts counts) {
    return new Table(
        label("blind_spots"),
        labels("gap", "open", "overdue", "closed"),
        Arrays.stream(Gap.values())
            .map(
                gap ->
                    List.of(
                        Cell.of(messages.of(gap)),
                        Cell.of(counts.count(gap).open()),
                        Cell.of(counts.count(gap).overdue()),
                        Cell.of(counts.count(gap).closed())))
            .toList());
  }

  private Table overdue(WeeklyReport report) {
    return new Table(
        label("longest_overdue"),
        labels("place", "gap", "since", "owner"),
        report.overdue().stream().map(this::overdue).toList());
  }

  private List<Cell> overdue(Listed listed) {
    return List.of(
        Cell.of(listed.name().text()),
        Cell.of(messages.of(listed.task().gap())),
        day(listed.task().since()),
        Cell.of(owner(listed.task().owner())));
  }

  private static String owner(Owner owner) {
    return owner instanceof Owner.OfDivision division
        ? division.division().name()
        : ((Owner.OfDepartment) owner).name();
  }

  private Table inspections(WeeklyReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    report
        .inspections()
        .children()
        .forEach(child -> rows.add(row(child.division().name(), child.figures())));
    rows.add(row(label("total"), report.inspections().total()));
    return new Table(
        label("inspections"),
        labels("division", "inspected", "criticised", "rectified", "open", "overdue", "verified"),
        rows);
  }

  private static List<Cell> row(String name, InspectionFigures figures) {
    return List.of(
        Cell.of(name),
        Cell.of(figures.inspections()),
        Cell.of(figures.byMeasure().getOrDefault(Measure.CRITICISM, 0L)),
        Cell.of(figures.byMeasure().getOrDefault(Measure.RECTIFICATION, 0L)),
        Cell.of(figures.open()),
        Cell.of(figures.overdue()),
        Cell.of(figures.verifiedInTime() + figures.verifiedLate()));
  }

  private Table silent(WeeklyReport report) {
    return new Table(
        label("silent_posters"),
        labels("place", "direction", "issued", "last_scan"),
        report.silentPosters().stream().map(this::silent).toList());
  }

  private List<Cell> silent(SilentPoster silent) {
    return List.of(
        Cell.of(silent.venueName().text()),
        Cell.of(messages.of(silent.poster().direction())),
        day(silent.poster().issuedAt()),
        silent.lastScanAt().map(WeeklyReportTables::day).orElse(NOTHING));
  }

  private static Cell day(Instant at) {
    return Cell.of(DAY.format(at));
  }

  private List<String> labels(String... keys) {
    return Arrays.stream(keys).map(this::label).toList();
  }

  private String label(String key) {
    return messages.report(key);
  }
}
