package cn.venuepass.application.venue;

import cn.venuepass.application.venue.MaintainDivisions.Row;
import cn.venuepass.application.venue.MaintainDivisions.WrongLine;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Divisions that a file wants, held against those that there are, before any is stored. */
final class DivisionPlan {
  private final Map<DivisionCode, Division> planned = new LinkedHashMap<>();
  private final Function<DivisionCode, Optional<Division>> stored;
  private final Predicate<DivisionCode> mayPlantBelow;
  private final boolean mayPlantRoots;

  DivisionPlan(
      Function<DivisionCode, Optional<Division>> stored,
      Predicate<DivisionCode> mayPlantBelow,
      boolean mayPlantRoots) {
    this.stored = stored;
    this.mayPlantBelow = mayPlantBelow;
    this.mayPlantRoots = mayPlantRoots;
  }

  /** Takes the rows in, parents first whatever their order, and names those that are wrong. */
  List<WrongLine> add(List<Row> rows) {
    List<WrongLine> wrong = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    Set<DivisionCode> codes = new HashSet<>();
    for (Row row : rows) {
      judge(
          row.line(),
          wrong,
          () -> {
            Line line = new Line(row.line(), read(row));
            if (!codes.add(line.division().code())) {
              throw new InvalidValue("code", Rule.REPEATED);
            }
            lines.add(line);
          });
    }
    lines.sort(Comparator.comparing(line -> line.division().level()));
    for (Line line : lines) {
      judge(line.number(), wrong, () -> plant(line.division()));
    }
    wrong.sort(Comparator.comparingInt(WrongLine::line));
    return wrong;
  }

  /** What is to be stored, parents first. */
  List<Division> divisions() {
    return List.copyOf(planned.values());
  }

  private void plant(Division division) {
    division
        .level()
        .above()
        .ifPresentOrElse(above -> requireParent(division, above), () -> requireRoot(division));
    stored
        .apply(division.code())
        .filter(known -> !known.parent().equals(division.parent()))
        .ifPresent(
            elsewhere -> {
              throw new InvalidValue("parent", Rule.NOT_BELOW_THERE);
            });
    planned.put(division.code(), division);
  }

  private void requireRoot(Division division) {
    if (division.parent().isPresent()) {
      throw new InvalidValue("parent", Rule.NOT_BELOW_THERE);
    }
    if (!mayPlantRoots
        && (stored.apply(division.code()).isEmpty() || !mayPlantBelow.test(division.code()))) {
      throw new InvalidValue("level", Rule.OUT_OF_RANGE);
    }
  }

  private void requireParent(Division division, Division.Level above) {
    DivisionCode code =
        division.parent().orElseThrow(() -> new InvalidValue("parent", Rule.REQUIRED));
    Division parent =
        Optional.ofNullable(planned.get(code))
            .or(() -> stored.apply(code).filter(known -> mayPlantBelow.test(code)))
            .orElseThrow(() -> new InvalidValue("parent", Rule.UNKNOWN));
    if (parent.level() != above) {
      throw new InvalidValue("parent", Rule.NOT_BELOW_THERE);
    }
  }

  private static Division read(Row row) {
    return new Division(
        code("code", row.code()),
        row.name(),
        level(row.level()),
        row.parent().map(p -> code("parent", p)));
  }

  private static DivisionCode code(String field, String text) {
    try {
      return new DivisionCode(text);
    } catch (InvalidValue fault) {
      throw new InvalidValue(field, fault.rule());
    }
  }

  private static Division.Level level(String text) {
    for (Division.Level level : Division.Level.values()) {
      if (level.name().equals(text)) {
        return level;
      }
    }
    throw new InvalidValue("level", Rule.UNKNOWN);
  }

  private static void judge(int line, List<WrongLine> wrong, Runnable work) {
    try {
      work.run();
    } catch (InvalidValue fault) {
      wrong.add(new WrongLine(line, fault));
    }
  }

  private record Line(int number, Division division) {}
}
