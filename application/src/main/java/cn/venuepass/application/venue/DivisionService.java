package cn.venuepass.application.venue;

import static cn.venuepass.application.Denial.Plain.IN_USE;
import static cn.venuepass.application.Denial.Plain.NOT_FOUND;

import cn.venuepass.application.Result;
import cn.venuepass.application.Transactions;
import cn.venuepass.application.audit.AuditTrail;
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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

final class DivisionService implements MaintainDivisions {
  private final DivisionRepository divisions;
  private final Transactions transactions;
  private final AuditTrail audit;

  DivisionService(DivisionRepository divisions, Transactions transactions, AuditTrail audit) {
    this.divisions = divisions;
    this.transactions = transactions;
    this.audit = audit;
  }

  @Override
  public Result<Division> save(
      Caller.Staff admin, DivisionCode code, String name, DivisionCode parent) {
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
    return transactions.run(
        () -> {
          divisions.save(division);
          note(Actor.staff(admin, Role.ADMIN), AuditAction.DIVISION_SAVED, code.text());
          return Result.done(division);
        });
  }

  @Override
  public Result<DivisionCode> remove(Caller.Staff admin, DivisionCode code) {
    boolean own = Jurisdiction.of(code).equals(admin.account().jurisdiction());
    if (own || !answersFor(admin, code)) {
      return Result.denied(NOT_FOUND);
    }
    if (!divisions.remove(code)) {
      return Result.denied(IN_USE);
    }
    note(Actor.staff(admin, Role.ADMIN), AuditAction.DIVISION_REMOVED, code.text());
    return Result.done(code);
  }

  @Override
  public ImportReport load(Caller.Staff admin, List<Row> rows) {
    return load(
        Actor.staff(admin, Role.ADMIN),
        rows,
        new DivisionPlan(divisions::find, code -> answersFor(admin, code), false));
  }

  @Override
  public ImportReport load(List<Row> rows) {
    return load(new Actor.OfSystem(), rows, new DivisionPlan(divisions::find, code -> true, true));
  }

  private ImportReport load(Actor actor, List<Row> rows, DivisionPlan plan) {
    return transactions.run(
        () -> {
          List<WrongLine> wrong = plan.add(rows);
          if (!wrong.isEmpty()) {
            return new ImportReport(0, wrong);
          }
          plan.divisions().forEach(divisions::save);
          note(actor, AuditAction.DIVISIONS_IMPORTED, String.valueOf(rows.size()));
          return new ImportReport(rows.size(), wrong);
        });
  }

  private void note(Actor actor, AuditAction action, String what) {
    audit.note(actor, Deed.of(action, AuditPurpose.ADMINISTRATION).under(what));
  }

  private boolean answersFor(Caller.Staff admin, DivisionCode code) {
    return admin.account().jurisdiction() instanceof Jurisdiction.OfDivision own
        && divisions.isWithin(code, own.division());
  }

  private static Optional<Division.Level> levelBelow(Division.Level level) {
    return Arrays.stream(Division.Level.values())
        .filter(lower -> lower.above().equals(Optional.of(level)))
        .findFirst();
  }
}
