package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.IN_USE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.domain.InvalidValue;
import cn.venuepass.domain.InvalidValue.Rule;
import cn.venuepass.domain.access.Jurisdiction;
import cn.venuepass.domain.venue.Division;
import cn.venuepass.domain.venue.DivisionCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

final class DivisionService implements MaintainDivisions {
  private final DivisionRepository divisions;
  private final Transactions transactions;

  DivisionService(DivisionRepository divisions, Transactions transactions) {
    this.divisions = divisions;
    this.transactions = transactions;
  }

  @Override
  public Result<Division> save(
      Jurisdiction admin, DivisionCode code, String name, DivisionCode parent) {
    Division above =
        divisions
            .find(parent)
            .filter(known -> answersFor(admin, parent))
            .orElseThrow(() -> new InvalidValue("parent", Rule.UNKNOWN));
    Division.Level level =
        levelBelow(above.level())
            .orElseThrow(() -> new InvalidValue("parent", Rule.NOT_BELOW_THERE));
    var division = new Division(code, name, level, Optional.of(parent));
    divisions
        .find(code)
        .filter(known -> !known.parent().equals(division.parent()))
        .ifPresent(
            elsewhere -> {
              throw new InvalidValue("parent", Rule.NOT_BELOW_THERE);
            });
    divisions.save(division);
    return Result.done(division);
  }

  @Override
  public Result<DivisionCode> remove(Jurisdiction admin, DivisionCode code) {
    boolean below = answersFor(admin, code) && !Jurisdiction.of(code).equals(admin);
    if (!below || divisions.find(code).isEmpty()) {
      return Result.denied(NOT_FOUND);
    }
    return divisions.remove(code) ? Result.done(code) : Result.denied(IN_USE);
  }

  @Override
  public ImportReport load(Jurisdiction admin, List<Row> rows) {
    return load(rows, new DivisionPlan(divisions::find, code -> answersFor(admin, code), false));
  }

  @Override
  public ImportReport load(List<Row> rows) {
    return load(rows, new DivisionPlan(divisions::find, code -> true, true));
  }

  private ImportReport load(List<Row> rows, DivisionPlan plan) {
    return transactions.run(
        () -> {
          List<WrongLine> wrong = plan.add(rows);
          if (!wrong.isEmpty()) {
            return new ImportReport(0, wrong);
          }
          plan.divisions().forEach(divisions::save);
          return new ImportReport(rows.size(), wrong);
        });
  }

  private boolean answersFor(Jurisdiction admin, DivisionCode code) {
    return admin instanceof Jurisdiction.OfDivision own && divisions.isWithin(code, own.division());
  }

  private static Optional<Division.Level> levelBelow(Division.Level level) {
    return Arrays.stream(Division.Level.values())
        .filter(lower -> lower.above().equals(Optional.of(level)))
        .findFirst();
  }
}
